import { z } from 'zod'
import { Id, Month, TimePercent } from '../socket/values.ts'

const Name = z.string().trim().min(1).max(80)
const ShortText = z.string().trim().max(80)
/** P2: a day or a year, kept to tell two people of one name apart. */
const Birthday = z.union([z.iso.date(), z.string().regex(/^\d{4}$/)])

/** GET /api/members */
export const Member = z.object({
  memberId: Id,
  /** Rises with every change; a change made on an older one is refused with `conflict`. */
  revision: z.int(),
  name: z.string(),
  groupName: z.string(),
  /** *Chức vụ*. */
  position: z.string(),
  birthday: Birthday.nullable(),
  /** R5: `false` is *không xếp hạng*. */
  ranked: z.boolean(),
  /** A9: with how much time a contest begins for them; the host may change it in the lobby. */
  timePercent: TimePercent,
  active: z.boolean(),
  fromMonth: Month,
  toMonth: Month.nullable(),
})
export type Member = z.infer<typeof Member>
/** Rises with every entry that is added or changed. */
const RosterRevision = z.int()

export const Members = z.object({ members: z.array(Member), revision: RosterRevision })
export type Members = z.infer<typeof Members>

/** Without a first month they are members from this one on. */
const NewPerson = z.object({
  name: Name,
  groupName: ShortText,
  position: ShortText.default(''),
  birthday: Birthday.nullable().default(null),
  fromMonth: Month.nullable().default(null),
  toMonth: Month.nullable().default(null),
})
export type NewPerson = z.output<typeof NewPerson>
/** The most people of one request. */
const mostPeople = 300

/** POST /api/members */
export const NewMembers = z.object({ people: z.array(NewPerson).min(1).max(mostPeople) })
export type NewMembers = z.input<typeof NewMembers>

export const MemberChange = z
  .object({
    name: Name,
    groupName: ShortText,
    position: ShortText,
    birthday: Birthday.nullable(),
    ranked: z.boolean(),
    timePercent: TimePercent,
    active: z.boolean(),
    fromMonth: Month,
    toMonth: Month.nullable(),
  })
  .partial()
export type MemberChange = z.infer<typeof MemberChange>

/** PATCH /api/members/:memberId */
export const MemberEdit = MemberChange.extend({ revision: z.int() })
export type MemberEdit = z.infer<typeof MemberEdit>

/** POST /api/members/:memberId/erase: the name as whoever erases it has typed it, so that nobody is mistaken for another. */
export const MemberErasure = z.object({ name: z.string().max(200) })
export const ErasedMember = z.object({ pseudonym: z.string() })

/**
 * POST /api/members/import: what a list adds and changes, all of it or nothing. Whom a row means was decided beside the
 * roster of that revision; on another one somebody may have been added meanwhile.
 */
export const RosterImport = z.object({
  revision: RosterRevision,
  added: z.array(NewPerson).max(mostPeople),
  changed: z.array(z.object({ memberId: Id, revision: z.int(), change: MemberChange })).max(mostPeople),
})
export type RosterImport = z.input<typeof RosterImport>

/** What a column of a list holds; a name may stand in two. */
export const RosterField = z.enum([
  'name',
  'familyName',
  'givenName',
  'group',
  'position',
  'birthday',
  'fromMonth',
  'toMonth',
])
export type RosterField = z.infer<typeof RosterField>

/** POST /api/members/preview: what a list says, before anything is stored. `uses` corrects what was recognised. */
export const RosterPaste = z.object({ text: z.string(), uses: z.array(RosterField.nullable()).max(40).optional() })

export const RosterPreview = z.object({
  /** Of the roster that the rows were compared with. */
  revision: RosterRevision,
  columns: z.array(z.object({ label: z.string(), use: RosterField.nullable() })),
  entries: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      groupName: z.string(),
      position: z.string(),
      birthday: z.string().nullable(),
      fromMonth: Month.nullable(),
      toMonth: Month.nullable(),
      /** Who of the roster it is; `null` for somebody new. */
      memberId: Id.nullable(),
      /** Somebody of that name is on the roster, and only a person can say whether it is the same one. */
      unsure: z.boolean(),
    }),
  ),
  problems: z.array(
    z.object({
      code: z.string(),
      line: z.int().nullable(),
      field: RosterField.nullable(),
      values: z.record(z.string(), z.string()),
    }),
  ),
})
export type RosterPreview = z.infer<typeof RosterPreview>

/** POST /api/members/file: the text of a file of at most `mostRosterFileBytes`, as it would have been pasted. */
export const RosterFile = z.object({ text: z.string() })
export type RosterFile = z.infer<typeof RosterFile>
export const mostRosterFileBytes = 2 * 1024 * 1024
