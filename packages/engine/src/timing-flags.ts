import type { RecordedAnswer } from './contest.ts'
import type { Millis } from './time.ts'

/** What somebody should look at in one member's answers. A flag moves no time and no rank. */
export const timingFlagCodes = [
  /** Faster than anyone can read. */
  'too-fast',
  /** Pongs come later than the kernel's own measure allows. */
  'pongs-held-back',
  /** The credit for what cannot be proved was used up again and again. */
  'quota-spent',
  /** Most answers came out of a stall that ended with them. */
  'stalls-at-answers',
  /** Presses were claimed that the link rules out. */
  'claims-impossible',
] as const
export type TimingFlag = (typeof timingFlagCodes)[number]

/** As much of an answer as flags are decided from. */
export type TimedAnswer = Pick<RecordedAnswer, 'at' | 'responseMillis' | 'evidence' | 'automatic'>

/** Flags come from what happened again and again: once, everything happens to an honest phone in a bad network. */
const LEAST_ANSWERS = 3
const MOST_OF_THEM = 0.6
const FASTEST_MILLIS: Millis = 300
const HELD_BACK_MILLIS: Millis = 100
const STALL_MILLIS: Millis = 300
const OVERCLAIMED_MILLIS: Millis = 100

/** `answers`: one member's counted ones of one contest. */
export function timingFlags(answers: readonly TimedAnswer[]): readonly TimingFlag[] {
  const pressed = answers.filter(({ automatic }) => !automatic)
  const timed = pressed.filter(({ evidence }) => evidence['pressedAt'] !== undefined)
  const isMostOf = (isSo: (answer: TimedAnswer) => boolean) => {
    const count = timed.filter(isSo).length
    return count >= LEAST_ANSWERS && count >= timed.length * MOST_OF_THEM
  }
  const found: Readonly<Record<TimingFlag, boolean>> = {
    'too-fast': pressed.some(({ responseMillis }) => responseMillis < FASTEST_MILLIS),
    'pongs-held-back': isMostOf(({ evidence }) => (evidence['heldBackMillis'] ?? 0) > HELD_BACK_MILLIS),
    'quota-spent': isMostOf(isQuotaSpent),
    'stalls-at-answers': isMostOf(cameOutOfStall),
    'claims-impossible': isMostOf(({ evidence }) => (evidence['overclaimedMillis'] ?? 0) > OVERCLAIMED_MILLIS),
  }
  return timingFlagCodes.filter((code) => found[code])
}

function isQuotaSpent({ evidence }: TimedAnswer): boolean {
  const isSpent = (paid: number | undefined, quota: number | undefined) => (paid ?? 0) > 0 && paid === quota
  return (
    isSpent(evidence['lagPaidMillis'], evidence['lagQuotaMillis']) ||
    isSpent(evidence['startPaidMillis'], evidence['startQuotaMillis'])
  )
}

/** Not only was there a stall: the press was credited with most of it. */
function cameOutOfStall({ at, evidence }: TimedAnswer): boolean {
  const { excessMillis = 0, roundTripMillis = 0, pressedAt = at } = evidence
  return excessMillis >= STALL_MILLIS && at - pressedAt - roundTripMillis / 2 >= STALL_MILLIS * 0.8
}
