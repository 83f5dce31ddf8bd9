import type { MergePreview, Merges, NewMerge } from '@khac-sau/protocol'
import type { Outcome } from '../parts/api.ts'

export type MergeActions = {
  readonly look: (merge: NewMerge) => Promise<Outcome<MergePreview>>
  readonly merge: (merge: NewMerge) => Promise<Outcome<Merges>>
  readonly unmerge: (memberId: string) => Promise<Outcome<Merges>>
}
