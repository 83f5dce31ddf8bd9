import { type Contest, ownAllottedMillis, type RecordedAnswer, scoredSheet } from './contest.ts'
import type { MemberId, Timing } from './event.ts'
import { contestResult } from './result.ts'
import type { Millis } from './time.ts'
import { type TimingFlag, timingFlags } from './timing-flags.ts'

/** How one question of one member was timed. Neither what was chosen nor whether it was right is in it (P1). */
export type AnswerTiming = {
  /** Index, from 0. */
  readonly question: number
  readonly outcome: 'counted' | 'late' | 'none'
  /** Voided and interrupted questions add no time (R2). */
  readonly inTotal: boolean
  readonly automatic: boolean
  /** What the question costs in time: its full time without an answer that counts (R2). */
  readonly responseMillis: Millis
  readonly errorMillis: Millis
  readonly arrivedAt: Millis | null
  readonly timing: Timing | null
  readonly evidence: Readonly<Record<string, number>>
}

export type MemberTiming = {
  readonly memberId: MemberId
  readonly totalMillis: Millis
  /** T11 */
  readonly errorMillis: Millis
  /** What somebody should look at; moves no time and no rank. */
  readonly flags: readonly TimingFlag[]
  readonly answers: readonly AnswerTiming[]
}

/** T10: what every time was decided from, for appeals. Who took part, in order of rank; closed questions only. */
export function timingReport(contest: Contest): readonly MemberTiming[] {
  return contestResult(contest)
    .rows.filter(({ tookPart }) => tookPart)
    .map(({ memberId, totalMillis, errorMillis }) => ({
      memberId,
      totalMillis,
      errorMillis,
      flags: timingFlags(countedAnswers(contest, memberId)),
      answers: contest.content.questions.flatMap((_, question) => answerTiming(contest, question, memberId) ?? []),
    }))
}

function countedAnswers(contest: Contest, memberId: MemberId): readonly RecordedAnswer[] {
  return contest.content.questions.flatMap(
    (_, question) => scoredSheet(contest, question)?.answersByMember.get(memberId) ?? [],
  )
}

function answerTiming(contest: Contest, question: number, memberId: MemberId): AnswerTiming | undefined {
  const sheet = scoredSheet(contest, question)
  if (!sheet?.closed) return undefined
  const counted = sheet.answersByMember.get(memberId)
  const answer = counted ?? sheet.lateByMember.get(memberId)
  return {
    question,
    outcome: counted ? 'counted' : answer ? 'late' : 'none',
    inTotal: !sheet.untimed && !contest.voided.has(question),
    automatic: answer?.automatic ?? false,
    responseMillis: counted?.responseMillis ?? ownAllottedMillis(contest, question, memberId),
    errorMillis: counted?.errorMillis ?? 0,
    arrivedAt: answer?.at ?? null,
    timing: answer?.timing ?? null,
    evidence: answer?.evidence ?? {},
  }
}
