import type { ReviewItem } from '@khac-sau/engine'
import type { playResult } from '@khac-sau/language'

/** What a question came to for one member. */
/** The warm-up has neither right nor wrong: the phone works, or it may need help (C10). */
export type VerdictName = 'right' | 'wrong' | 'none' | 'late' | 'voided' | 'tried' | 'untried' | 'tried-late'

export function verdictOf({ question, voided, own, correct }: ReviewItem): VerdictName {
  if (question === null) return !own ? 'untried' : own.counted ? 'tried' : 'tried-late'
  if (voided) return 'voided'
  if (!own) return 'none'
  if (!own.counted) return 'late'
  return correct ? 'right' : 'wrong'
}

export function verdictWord(verdict: VerdictName, text: (typeof playResult)['vi']): string {
  const words = {
    right: text.right,
    wrong: text.wrong,
    none: text.noAnswer,
    late: text.notCounted,
    voided: text.voided,
    tried: text.warmUpDone,
    untried: text.warmUpMissed,
    'tried-late': text.warmUpLate,
  } satisfies Readonly<Record<VerdictName, string>>
  return words[verdict]
}
