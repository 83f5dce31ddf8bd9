import { memberProofs, publicPlacesChoices, roles } from '@khac-sau/engine'
import { z } from 'zod'
import { Id } from '../socket/values.ts'

export const Login = z.string().trim().min(3).max(60)
export const Password = z.string().min(8).max(200)
export const CellName = z.string().trim().min(1).max(200)

/** GET /api/setup */
export const SetupState = z.object({
  needed: z.boolean(),
  /** Somebody administers an installation of several cells here. */
  administered: z.boolean(),
  /** Nobody has an account of a cell: there is none yet, or no invitation was accepted. */
  withoutAccounts: z.boolean(),
})
export type SetupState = z.infer<typeof SetupState>

/** POST /api/setup: the first run. The code is printed where the server was started. */
export const Setup = z.object({
  setupCode: z.string().trim().min(4).max(40),
  cellName: CellName,
  login: Login,
  password: Password,
})
export type Setup = z.infer<typeof Setup>

/** POST /api/session */
export const Credentials = z.object({ login: z.string().max(60), password: z.string().max(200) })
export type Credentials = z.infer<typeof Credentials>

/** What each may do: engine `permissions.ts`. */
export const AccountRole = z.enum(roles)

export const PublicPlaces = z.enum(publicPlacesChoices)
/** D1 */
export const MemberProof = z.enum(memberProofs)

/** GET /api/session, and the answer to Setup and Credentials. */
export const SignedIn = z.object({
  accountId: Id,
  login: z.string(),
  displayName: z.string(),
  role: AccountRole,
  cell: z.object({
    cellId: Id,
    /** As of a member of the roster. */
    revision: z.int(),
    name: z.string(),
    publicPlaces: PublicPlaces,
    memberProof: MemberProof,
    boardUrl: z.string(),
    /** When the cell left this computer for another one; no room opens here since. */
    movedAtMs: z.int().nullable(),
  }),
})
export type SignedIn = z.infer<typeof SignedIn>

/** PATCH /api/cell */
export const CellChange = z
  .object({ name: CellName, publicPlaces: PublicPlaces, memberProof: MemberProof })
  .partial()
  .extend({ revision: z.int() })
export type CellChange = z.infer<typeof CellChange>
