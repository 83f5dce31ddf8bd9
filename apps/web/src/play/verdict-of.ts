import type { ReviewItem } from '@khac-sau/engine'
import type { playResult } from '@khac-sau/language'

/** What a question came to for one member. */
export type VerdictName = 'right' | 'wrong' | 'none' | 'late' | 'voided'

export function verdictOf({ voided, own, correct }: ReviewItem): VerdictName {
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
  } satisfies Readonly<Record<VerdictName, string>>
  return words[verdict]
}
