import { createHash } from 'node:crypto'
import {
  type AskedQuestion,
  type Contest,
  type Event,
  evolveAll,
  type MemberId,
  type MemberView,
  type Millis,
  newContest,
  type OwnAnswerView,
  ownAllottedMillis,
} from '@khac-sau/engine'
import { questionsIn, warmUpNumber } from './content.ts'
import type { Openings } from './openings.ts'

/** Sees every frame and every row of one contest, and says what must not have been. */
export type Witness = {
  /** `sender` knows where its contest clock stands, and what may be seen by it. */
  readonly frame: (sender: Sender, to: string, event: string, value: unknown, text: string) => void
  readonly ack: (sender: Sender, memberId: MemberId, text: string) => void
  readonly rows: (events: readonly Event[]) => void
  /** Where the contest clock stands, each time that a room says so. */
  readonly clock: (contestNow: Millis, bootId: string) => void
  readonly find: (finding: string) => void
  /** As the log has it. */
  readonly contest: () => Contest
  readonly findings: readonly string[]
  readonly counts: { frames: number; rows: number; acks: number; optionBytesEarly: number; keyBytesEarly: number }
  readonly digest: () => string
}

export type Sender = { readonly openings: Openings; readonly contestNow: () => Millis }

export function createWitness(start: Contest, now: () => Millis): Witness {
  const hash = createHash('sha256')
  const findings: string[] = []
  const counts = { frames: 0, rows: 0, acks: 0, optionBytesEarly: 0, keyBytesEarly: 0 }
  const answerIds = new Set<string>()
  const lastOfBoot = new Map<string, Millis>()
  let contest = evolveAll(newContest(start.id, start.content), [])

  const find = (finding: string) => {
    if (findings.length < 20) findings.push(`${Math.round(now())} ms: ${finding}`)
  }
  const check = (isSo: boolean, finding: () => string) => {
    if (!isSo) find(finding())
  }
  const clock = (contestNow: Millis, bootId: string) => {
    const last = lastOfBoot.get(bootId) ?? 0
    check(contestNow >= last, () => `the contest clock of ${bootId} went back from ${last} to ${contestNow}`)
    lastOfBoot.set(bootId, contestNow)
  }
  const secrecy = ({ openings, contestNow }: Sender, to: string, event: string, text: string) => {
    const { options, keys } = questionsIn(text)
    for (const question of options) {
      // The contest clock is rounded down to whole milliseconds.
      if (openings.mayBeSeen(question, contestNow() + 1)) continue
      counts.optionBytesEarly += text.length
      find(`${event} to ${to}: options of question ${question} at ${Math.round(contestNow())}`)
    }
    const isClosed = (question: AskedQuestion) =>
      [...contest.sheets.values()].some((sheet) => sheet.question === question && sheet.closed)
    for (const question of keys) {
      if (isClosed(question)) continue
      counts.keyBytesEarly += text.length
      find(`${event} to ${to}: key of question ${question} before it was closed`)
    }
    // C10: a warm-up question has no key, and says who chose how much once it is closed.
    const mayCount = keys.size > 0 || (options.has(warmUpNumber) && isClosed(null))
    check(mayCount || !/"(right":\[|counts":)/.test(text), () => `${event} to ${to}: a key that has no question`)
  }
  const privacy = (memberId: MemberId, view: MemberView, text: string) => {
    const others = [...text.matchAll(/"(m\d+)[".]/g)].filter(([, id]) => id !== memberId)
    check(others.length === 0, () => `the view of ${memberId} names ${others.map(([, id]) => id).join()}`)
    for (const { question, own } of ownAnswersIn(view)) {
      check(isOwn(contest, memberId, question, own), () => `the view of ${memberId} holds an answer that is not theirs`)
    }
  }
  const row = (event: Event) => {
    check(event.at >= contest.lastEventAt, () => `row ${counts.rows} is earlier than the one before`)
    check(Number.isInteger(event.at), () => `row ${counts.rows} is not at a whole millisecond`)
    if (event.type === 'answered' || event.type === 'answered-late') answered(event)
    contest = evolveAll(contest, [event])
    counts.rows += 1
  }
  const answered = (event: Extract<Event, { type: 'answered' | 'answered-late' }>) => {
    const sheet = contest.sheets.get(event.openingId)
    const { memberId, responseMillis } = event
    const has = event.type === 'answered' ? sheet?.answersByMember : sheet?.lateByMember
    check(has?.has(memberId) === false, () => `${memberId} is counted twice, or late twice, in ${event.openingId}`)
    const allotted = sheet ? ownAllottedMillis(contest, sheet.question, memberId) : 0
    check(responseMillis >= 0 && responseMillis <= allotted, () => `a response of ${responseMillis} ms`)
    answerIds.add(`${memberId} ${event.answerId}`)
  }

  return {
    find,
    clock,
    findings,
    counts,
    contest: () => contest,
    frame(sender, to, event, value, text) {
      counts.frames += 1
      hash.update(`${now()} ${to} ${event} ${text}\n`)
      secrecy(sender, to, event, text)
      if (event !== 'member:view') return
      const view = value as MemberView
      clock(view.now, view.bootId)
      privacy(to, view, text)
    },
    ack(sender, memberId, text) {
      counts.acks += 1
      hash.update(`${now()} ${memberId} ack ${text}\n`)
      secrecy(sender, memberId, 'ack', text)
      const { value, receipt } = JSON.parse(text) as { value?: Acked; receipt?: Acked }
      const acked = value ?? receipt
      if (!acked?.answerId) return
      const isLogged = answerIds.has(`${memberId} ${acked.answerId}`)
      check(isLogged, () => `${memberId} has a receipt for ${acked.answerId}, which is not in the log`)
    },
    rows(events) {
      for (const event of events) {
        hash.update(`${now()} ${JSON.stringify(event)}\n`)
        row(event)
      }
    },
    digest: () => hash.digest('hex').slice(0, 16),
  }
}

type Acked = { readonly answerId?: string }

function ownAnswersIn({ stage }: MemberView): readonly { question: AskedQuestion; own: OwnAnswerView }[] {
  const items = stage.name === 'podium' ? stage.review : 'own' in stage ? [stage] : []
  return items.flatMap(({ question, own }) => (own ? [{ question, own }] : []))
}

function isOwn(contest: Contest, memberId: MemberId, question: AskedQuestion, own: OwnAnswerView): boolean {
  return [...contest.sheets.values()].some((sheet) => {
    const logged = (own.counted ? sheet.answersByMember : sheet.lateByMember).get(memberId)
    const isSame = logged?.responseMillis === own.responseMillis && logged.automatic === own.automatic
    return sheet.question === question && isSame && String(logged.options) === String(own.options)
  })
}
