import {
  type AnswerSheet,
  answerIsRight,
  type AskedQuestion,
  type Contest,
  contestResult,
  type Event,
  type MemberId,
  type Millis,
  ownAllottedMillis,
  type Person,
  questionAt,
  type RecordedAnswer,
  resultOf,
  rightOptions,
  scoreHundredths,
  sheetFor,
  type TimePercent,
  type WallMillis,
} from '@khac-sau/engine'

/** What one contest holds about one member. */
export type ContestData = {
  readonly title: string
  readonly month: string
  readonly settled: boolean
  readonly finished: boolean
  /** *Không xếp hạng* (R5) and extra time (A9), as they were in this contest. */
  readonly ranked: boolean
  readonly timePercent: TimePercent
  readonly removed: boolean
  readonly joinedAtMs: WallMillis | null
  readonly result: ResultData | null
  readonly answers: readonly AnswerData[]
}

export type ResultData = {
  readonly rank: number | null
  readonly scoreHundredths: number
  readonly maximumScore: number
  readonly right: number
  readonly questionsCounted: number
  readonly totalMillis: Millis
  readonly errorMillis: Millis
}

export type AnswerData = {
  /** Index, from 0; `null` for the warm-up (C10). */
  readonly question: AskedQuestion
  readonly stem: string
  readonly outcome: 'counted' | 'late' | 'none'
  readonly receivedAtMs: WallMillis | null
  readonly automatic: boolean
  /** What the question costs in time (R2). */
  readonly responseMillis: Millis
  readonly errorMillis: Millis
  readonly inTotal: boolean
  readonly voided: boolean
  /** T10 */
  readonly timing: string | null
  readonly evidence: Readonly<Record<string, number>>
  /** P1: `null` in a copy that is not made by the member's own phone. */
  readonly own: OwnChoice | null
}

/** What nobody but the member may see. `correct` is `null` for the warm-up, which has no key. */
export type OwnChoice = { readonly options: readonly string[]; readonly correct: boolean | null }

export type ContestSource = { readonly contest: Contest; readonly events: readonly Event[] }

/** `undefined` where the member is not on the contest's list. Closed questions only (A5). */
export function contestData(
  { contest, events }: ContestSource,
  memberId: MemberId,
  reader: 'committee' | 'member',
): ContestData | undefined {
  const person = contest.people.get(memberId)
  if (!person) return undefined
  const wallTimeOf = wallClock(events)
  const joined = events.find((event) => event.type === 'joined' && event.memberId === memberId)
  const { title, month } = contest.content
  const finished = contest.phase.name === 'finished'
  return {
    title,
    month,
    settled: contest.settled,
    finished,
    ranked: person.ranked,
    timePercent: person.timePercent,
    removed: person.presence === 'removed',
    joinedAtMs: joined ? wallTimeOf(joined.at) : null,
    result: finished && takesPart(person) ? resultData(contest, memberId) : null,
    answers: takesPart(person) ? answersOf(contest, memberId, wallTimeOf, reader) : [],
  }
}

function takesPart({ tookPart, presence }: Person): boolean {
  return tookPart && presence !== 'removed'
}

function resultData(contest: Contest, memberId: MemberId): ResultData | null {
  const result = contestResult(contest)
  const row = resultOf(result, memberId)
  if (!row) return null
  const { rank, right, totalMillis, errorMillis } = row
  return {
    rank,
    scoreHundredths: scoreHundredths(row.scoreUnits),
    maximumScore: contest.content.settings.maximumScore,
    right,
    questionsCounted: result.questionsCounted,
    totalMillis,
    errorMillis,
  }
}

function answersOf(
  contest: Contest,
  memberId: MemberId,
  wallTimeOf: (at: Millis) => WallMillis,
  reader: 'committee' | 'member',
): readonly AnswerData[] {
  const asked: readonly AskedQuestion[] = [null, ...contest.content.questions.keys()]
  return asked.flatMap((question) => {
    const sheet = sheetFor(contest, question)
    if (!sheet?.closed) return []
    const counted = sheet.answersByMember.get(memberId)
    const answer = counted ?? sheet.lateByMember.get(memberId)
    return {
      question,
      stem: questionAt(contest, question).stem,
      outcome: counted ? 'counted' : answer ? 'late' : 'none',
      receivedAtMs: answer ? wallTimeOf(answer.at) : null,
      automatic: answer?.automatic ?? false,
      responseMillis: counted?.responseMillis ?? ownAllottedMillis(contest, question, memberId),
      errorMillis: counted?.errorMillis ?? 0,
      inTotal: isInTotal(contest, question, sheet),
      voided: question !== null && contest.voided.has(question),
      timing: answer?.timing ?? null,
      evidence: answer?.evidence ?? {},
      own: reader === 'member' && answer ? ownChoice(contest, question, answer) : null,
    }
  })
}

function isInTotal(contest: Contest, question: AskedQuestion, { untimed }: AnswerSheet): boolean {
  return question !== null && !untimed && !contest.voided.has(question)
}

function ownChoice(contest: Contest, question: AskedQuestion, { options: chosen }: RecordedAnswer): OwnChoice {
  const { options } = questionAt(contest, question)
  return {
    options: chosen.map((option) => options[option] ?? ''),
    correct: question === null ? null : answerIsRight(rightOptions(contest, question), chosen),
  }
}

/** The contest clock holds no wall time but where a process took the contest over (T1). */
function wallClock(events: readonly Event[]): (at: Millis) => WallMillis {
  const latestFirst = events.flatMap((event) => (event.type === 'taken-over' ? [event] : [])).reverse()
  return (at) => {
    const boot = latestFirst.find((one) => one.at <= at)
    return boot ? boot.wallMillis + at - boot.at : at
  }
}
