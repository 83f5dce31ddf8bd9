import { z } from 'zod'
import { Id, Month } from '../socket/values.ts'

/** Two entries of one person (S4): the first becomes part of the second, which is kept. */
export const NewMerge = z.object({ memberId: Id, intoMemberId: Id })
export type NewMerge = z.infer<typeof NewMerge>

const MergeContest = z.object({ contestId: Id, month: Month, title: z.string() })

/** POST /api/members/merges/preview: what would be joined; stores nothing. */
export const MergePreview = z.object({
  /** Where somebody took part, and under which of the two; a third entry that is part of one of them counts with it. */
  contests: z.array(MergeContest.extend({ memberId: Id })),
  /** Where both took part: then they are two people, and are not merged. */
  both: z.array(MergeContest),
})
export type MergePreview = z.infer<typeof MergePreview>

/** GET /api/members/merges: the merged entries, the newest first. */
export const Merges = z.object({
  merges: z.array(
    z.object({
      memberId: Id,
      name: z.string(),
      groupName: z.string(),
      fromMonth: Month,
      toMonth: Month.nullable(),
      intoMemberId: Id,
      intoName: z.string(),
      /** `null`: of somebody whom nobody knows any more. */
      mergedByName: z.string().nullable(),
      mergedAtMs: z.int(),
    }),
  ),
})
export type Merges = z.infer<typeof Merges>
