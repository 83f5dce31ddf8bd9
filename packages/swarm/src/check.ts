import { GRACE_MILLIS } from '@khac-sau/engine'
import type { LoggedAnswer, LoggedContest } from './contest-log.ts'
import type { PhoneHistory, SubmittedAnswer } from './history.ts'

/**
 * `lost`: a phone was told that it is kept, and the log does not say so, or says something else. `doubled`: more than
 * one answer of a member to a question. `invented`: nobody sent it. `unstored`: sent, and nothing of it is kept.
 * `uncounted`: it arrived within the grace, and is kept as too late; these phones press nothing after the close.
 */
export type Finding = {
  readonly kind: 'lost' | 'doubled' | 'invented' | 'unstored' | 'uncounted'
  readonly memberId: string
  readonly what: string
}

/** The set checker: what phones sent and were told, against what the log holds (A2–A4, T5, T6). */
export function checkAnswers(histories: readonly PhoneHistory[], log: LoggedContest): readonly Finding[] {
  const kept = keptAnswers(log)
  return [
    ...histories.flatMap((history) => lostOf(history, kept)),
    ...histories.flatMap((history) => unstoredOf(history, kept)),
    ...uncountedIn(log),
    ...doubledIn(log),
    ...inventedIn(log.answers, histories),
  ]
}

/** Whatever the log has of a member's answer to a question, over all openings of it. */
export type KeptAnswers = { readonly of: (memberId: string, question: number) => readonly LoggedAnswer[] }

export function keptAnswers({ openings, answers }: LoggedContest): KeptAnswers {
  const questionByOpening = questionsOf(openings)
  const bySheet = new Map<string, LoggedAnswer[]>()
  for (const answer of answers) {
    const sheet = sheetKey(answer.memberId, questionByOpening.get(answer.openingId) ?? -1)
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), answer])
  }
  return { of: (memberId, question) => bySheet.get(sheetKey(memberId, question)) ?? [] }
}

function lostOf({ memberId, receipts, shown, submitted }: PhoneHistory, kept: KeptAnswers): readonly Finding[] {
  const questionOf = new Map(submitted.map(({ openingId, question }) => [openingId, question]))
  const lostReceipts = receipts
    .filter((receipt) => {
      const answers = kept.of(memberId, questionOf.get(receipt.openingId) ?? -1)
      return answers.filter((answer) => answer.answerId === receipt.answerId && isSame(answer, receipt)).length !== 1
    })
    .map((receipt) => ({ kind: 'lost' as const, memberId, what: `receipt ${JSON.stringify(receipt)}` }))
  const lostShown = shown
    .filter((seen) => !kept.of(memberId, seen.question).some((answer) => isSame(answer, seen)))
    .map((seen) => ({ kind: 'lost' as const, memberId, what: `shown ${JSON.stringify(seen)}` }))
  return [...lostReceipts, ...lostShown]
}

function unstoredOf({ memberId, submitted }: PhoneHistory, kept: KeptAnswers): readonly Finding[] {
  return submitted
    .filter(({ question }) => kept.of(memberId, question).length === 0)
    .map((answer) => ({ kind: 'unstored', memberId, what: JSON.stringify(answer) }))
}

/** T5: by when answers to a question had to arrive; of those that were open together the last close holds. */
export function arrivedInTime({ openings, closings }: LoggedContest): (answer: LoggedAnswer) => boolean {
  const questionByOpening = questionsOf(openings)
  const closeByQuestion = new Map<number | undefined, number>()
  for (const { openingId, closesAt } of closings) closeByQuestion.set(questionByOpening.get(openingId), closesAt)
  return ({ openingId, at }) => {
    const closesAt = closeByQuestion.get(questionByOpening.get(openingId))
    return closesAt === undefined || at <= closesAt + GRACE_MILLIS
  }
}

function uncountedIn(log: LoggedContest): readonly Finding[] {
  const isInTime = arrivedInTime(log)
  return log.answers
    .filter((answer) => !answer.counted && isInTime(answer))
    .map((answer) => ({ kind: 'uncounted', memberId: answer.memberId, what: JSON.stringify(answer) }))
}

/** A sheet is a member and a question, however often the question was opened. The first of each is in order. */
function doubledIn({ answers, openings }: LoggedContest): readonly Finding[] {
  const questionByOpening = questionsOf(openings)
  const seen = new Set<string>()
  const isRepeat = ({ memberId, openingId, answerId }: LoggedAnswer) => {
    const keys = [sheetKey(memberId, questionByOpening.get(openingId) ?? -1), answerId]
    const isKnown = keys.some((key) => seen.has(key))
    for (const key of keys) seen.add(key)
    return isKnown
  }
  return answers
    .filter(isRepeat)
    .map((answer) => ({ kind: 'doubled', memberId: answer.memberId, what: JSON.stringify(answer) }))
}

function inventedIn(answers: readonly LoggedAnswer[], histories: readonly PhoneHistory[]): readonly Finding[] {
  const sent = new Map<string, SubmittedAnswer>()
  for (const { memberId, submitted } of histories) {
    for (const answer of submitted) sent.set(`${memberId} ${answer.answerId}`, answer)
  }
  return answers
    .filter((answer) => {
      const original = sent.get(`${answer.memberId} ${answer.answerId}`)
      return original?.openingId !== answer.openingId || !hasOptions(original, answer.options)
    })
    .map((answer) => ({ kind: 'invented', memberId: answer.memberId, what: JSON.stringify(answer) }))
}

type Kept = Pick<LoggedAnswer, 'options' | 'counted'>

function isSame(one: Kept, other: Kept): boolean {
  return one.counted === other.counted && hasOptions(one, other.options)
}

function hasOptions({ options }: { readonly options: readonly number[] }, others: readonly number[]): boolean {
  return options.length === others.length && options.every((option, index) => option === others[index])
}

function questionsOf(openings: LoggedContest['openings']): ReadonlyMap<string, number> {
  return new Map(openings.map(({ openingId, question }) => [openingId, question]))
}

function sheetKey(memberId: string, question: number): string {
  return `${memberId} ${question}`
}
