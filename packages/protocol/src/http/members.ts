import { z } from 'zod'
import { Id, Month, TimePercent } from '../socket/values.ts'

const Name = z.string().trim().min(1).max(80)
const GroupName = z.string().trim().max(80)

/** GET /api/members */
export const Member = z.object({
  memberId: Id,
  name: z.string(),
  groupName: z.string(),
  /** R5: `false` is *không xếp hạng*. */
  ranked: z.boolean(),
  /** A9: with how much time a contest begins for them; the host may change it in the lobby. */
  timePercent: TimePercent,
  active: z.boolean(),
  fromMonth: Month,
  toMonth: Month.nullable(),
})
export type Member = z.infer<typeof Member>
export const Members = z.object({ members: z.array(Member) })

/** POST /api/members */
export const NewMembers = z.object({
  people: z
    .array(z.object({ name: Name, groupName: GroupName }))
    .min(1)
    .max(300),
})
export type NewMembers = z.infer<typeof NewMembers>

/** PATCH /api/members/:memberId */
export const MemberChange = z
  .object({
    name: Name,
    groupName: GroupName,
    ranked: z.boolean(),
    timePercent: TimePercent,
    active: z.boolean(),
    fromMonth: Month,
    toMonth: Month.nullable(),
  })
  .partial()
export type MemberChange = z.infer<typeof MemberChange>

/** POST /api/members/preview: what a pasted list says, before anything is stored. */
export const RosterPaste = z.object({ text: z.string() })
export const RosterPreview = z.object({
  entries: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      groupName: z.string(),
      /** Already on the roster under the same name: perhaps the same person, perhaps another of that name. */
      onRoster: z.boolean(),
    }),
  ),
  problems: z.array(z.object({ code: z.string(), line: z.int().nullable(), values: z.record(z.string(), z.string()) })),
})
export type RosterPreview = z.infer<typeof RosterPreview>
