import { administrationActions } from '@khac-sau/engine'
import { z } from 'zod'
import { Id } from '../socket/values.ts'
import { DisplayName, invitationDays } from './access.ts'
import { CellName, Password } from './session.ts'

/** GET, POST /api/administration/session: who administers the installation on this browser. */
export const Administering = z.object({ login: z.string(), version: z.string() })
export type Administering = z.infer<typeof Administering>

/** POST /api/administration/link: a password, by the link that was made on the machine. */
export const AdministratorLink = z.object({ secret: z.string().min(1).max(80), password: Password })

/** A cell with figures only. Owners are who decides in it; nobody else of it is named. */
export const AdministeredCell = z.object({
  cellId: Id,
  name: z.string(),
  createdAtMs: z.int(),
  activeMembers: z.int(),
  contests: z.int(),
  lastContestAtMs: z.int().nullable(),
  storedBytes: z.int(),
  owners: z.array(
    z.object({ accountId: Id, login: z.string(), displayName: z.string(), lastUsedAtMs: z.int().nullable() }),
  ),
  /** Since when nobody signs in any more; the step before erasure. */
  closedAtMs: z.int().nullable(),
  /** As long as nobody is in: for whom the open invitation is. */
  invitation: z.object({ inviteeName: z.string().nullable(), expiresAtMs: z.int() }).nullable(),
})
export type AdministeredCell = z.infer<typeof AdministeredCell>

const Quota = z.int().min(1).max(1_000_000).nullable()

/** GET, PUT /api/administration/quotas; `null` is as much as there is room for. */
export const InstallationQuotas = z.object({ mostCells: Quota, mostMembers: Quota, mostContests: Quota })
export type InstallationQuotas = z.infer<typeof InstallationQuotas>

/** GET /api/administration/cells */
export const AdministeredCells = z.object({
  cells: z.array(AdministeredCell),
  quotas: InstallationQuotas,
  /** Something was erased, and files of the server may still hold it. */
  cleaning: z.boolean(),
})
export type AdministeredCells = z.infer<typeof AdministeredCells>

/** The most cells of one request. */
export const mostNewCells = 300

/** POST /api/administration/cells/preview: what a list says, before anything is stored. */
export const CellList = z.object({ text: z.string() })

export const cellListProblems = [
  'empty',
  'too-large',
  'too-many',
  'too-long',
  'no-letters',
  'duplicate',
  /** A cell of that name is there already. */
  'exists',
] as const

export const CellListPreview = z.object({
  rows: z.array(
    z.object({
      line: z.int(),
      name: z.string(),
      secretaryName: z.string(),
      /** Nothing is made of it unless somebody says so, or at all. */
      problem: z.enum(cellListProblems).nullable(),
      /** Where the same name stood first. */
      otherLine: z.int().nullable(),
    }),
  ),
  /** Of the list as a whole. */
  problems: z.array(z.object({ problem: z.enum(cellListProblems), limit: z.int().nullable() })),
})
export type CellListPreview = z.infer<typeof CellListPreview>

/** POST /api/administration/cells: all of them or none. */
export const NewCells = z.object({
  cells: z
    .array(z.object({ name: CellName, secretaryName: DisplayName.or(z.literal('')) }))
    .min(1)
    .max(mostNewCells),
  validDays: z.literal(invitationDays),
})

/** The links are told this once; `csv` is the same as a file. */
export const CellsMade = z.object({
  cells: z.array(z.object({ cellId: Id, name: z.string(), secretaryName: z.string(), url: z.string() })),
  expiresAtMs: z.int(),
  csv: z.string(),
})
export type CellsMade = z.infer<typeof CellsMade>

/** POST /api/administration/cells/:cellId/invitation: in place of the one that was not used. */
export const OwnerInvitation = z.object({
  inviteeName: DisplayName.or(z.literal('')),
  validDays: z.literal(invitationDays),
})

/** A link to hand over, told this once. */
export const LinkMade = z.object({ url: z.string(), expiresAtMs: z.int() })
export type LinkMade = z.infer<typeof LinkMade>

/** POST /api/administration/cells/:cellId/copy: for the cell's owner to fetch; its content is not told. */
export const CellCopyMade = z.object({ madeAtMs: z.int(), bytes: z.int() })
export type CellCopyMade = z.infer<typeof CellCopyMade>

/** DELETE /api/administration/cells/:cellId: its name, typed, and the administrator's password. */
export const CellErasure = z.object({ name: CellName, password: z.string().max(200) })

export const AdministrationLine = z.object({
  seq: z.int(),
  atMs: z.int(),
  action: z.enum(administrationActions),
  /** `null`: whoever sat at the server's computer. */
  login: z.string().nullable(),
  cellName: z.string().nullable(),
  detail: z.string().nullable(),
})
export type AdministrationLine = z.infer<typeof AdministrationLine>

/** GET /api/administration/journal?before=seq: the newest first. */
export const AdministrationJournal = z.object({ lines: z.array(AdministrationLine), older: z.int().nullable() })
export type AdministrationJournal = z.infer<typeof AdministrationJournal>
