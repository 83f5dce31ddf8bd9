import { formatSeconds, formatSecondsSideBySide, hostTiming, type Locale } from '@khac-sau/language'
import type { AnswerTiming } from '@khac-sau/protocol'

/** Below a tenth of a second a delay cannot be told from the unsteadiness of any network. */
const noticedMillis = 100
/** What every link is believed in any case: a claim that far off still agrees. */
const agreeingMillis = 20
/** T2: a start may lie so far behind T0 without being paid for. */
const freeStartMillis = 100

/** What a time was decided from, in sentences for whoever asks (T10). Instants are counted from the question's start. */
export function decidedFrom(answer: AnswerTiming, locale: Locale): readonly string[] {
  const text = hostTiming[locale]
  const reasons = reasonsOf(answer, locale)
  return answer.inTotal ? reasons : [text.notInTotal, ...reasons]
}

function reasonsOf(answer: AnswerTiming, locale: Locale): readonly string[] {
  const text = hostTiming[locale]
  if (answer.outcome !== 'counted') return [text[answer.outcome]]
  if (answer.automatic) return [text.automatic]
  return [...pressWords(answer, locale), ...linkWords(answer, locale), ...edgeWords(answer, locale)]
}

function pressWords({ evidence }: AnswerTiming, locale: Locale): readonly string[] {
  const text = hostTiming[locale]
  const { startedAt = 0, pressedAt = 0, claimedPressAt, overclaimedMillis = 0 } = evidence
  // What is said to be after its arrival says nothing.
  if (claimedPressAt === undefined || claimedPressAt > pressedAt) return [text.byReceipt]
  const claimed = claimedPressAt - startedAt
  if (overclaimedMillis > agreeingMillis) return [text.claimCut(sideBySide(claimed, pressedAt - startedAt, locale))]
  const words = { claimed: signedSeconds(claimed, locale) }
  return hasSign(evidence) ? [text.claimAgrees(words)] : [text.claimAlone(words), text.noSign]
}

function linkWords({ evidence, arrivedAt }: AnswerTiming, locale: Locale): readonly string[] {
  const text = hostTiming[locale]
  const { pressedAt, roundTripMillis = 0, claimedPressAt, heldBackMillis = 0 } = evidence
  if (pressedAt === undefined || claimedPressAt === undefined || arrivedAt === null) return []
  const credited = arrivedAt - pressedAt - roundTripMillis / 2
  return [
    ...(credited >= noticedMillis ? [text.lagPaid({ seconds: formatSeconds(credited, locale) })] : []),
    ...(heldBackMillis > 0 ? [text.heldBack] : []),
  ]
}

function edgeWords({ evidence, responseMillis }: AnswerTiming, locale: Locale): readonly string[] {
  const text = hostTiming[locale]
  const { startedAt = 0, pressedAt = 0, startPaidMillis = 0 } = evidence
  const late = startPaidMillis + freeStartMillis
  return [
    ...(startPaidMillis > 0 ? [text.lateOptions({ seconds: formatSeconds(late, locale) })] : []),
    ...(pressedAt - startedAt > responseMillis ? [text.untilClose] : []),
  ]
}

function hasSign({ roundTripMillis, excessMillis }: AnswerTiming['evidence']): boolean {
  return roundTripMillis !== undefined && excessMillis !== undefined
}

function sideBySide(claimed: number, allowed: number, locale: Locale) {
  if (claimed < 0) return { claimed: signedSeconds(claimed, locale), allowed: formatSeconds(allowed, locale) }
  const { above, below } = formatSecondsSideBySide(claimed, allowed, locale)
  return { claimed: above, allowed: below }
}

/** A claim may lie before the question opened. */
function signedSeconds(millis: number, locale: Locale): string {
  return millis < 0 ? `−${formatSeconds(-millis, locale)}` : formatSeconds(millis, locale)
}
