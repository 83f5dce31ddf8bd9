import type { Cell } from '@khac-sau/database'
import type { SignedIn } from '@khac-sau/protocol'
import type { SignedInAccount } from './account-sessions.ts'

type Shown = Pick<SignedInAccount, 'accountId' | 'login' | 'displayName' | 'role'>

export function signedIn(
  { accountId, login, displayName, role }: Shown,
  { id, revision, name, publicPlaces, memberProof, boardKey }: Cell,
  publicUrl: string,
): SignedIn {
  const cell = { cellId: id, revision, name, publicPlaces, memberProof, boardUrl: `${publicUrl}/b/${boardKey}` }
  return { accountId, login, displayName, role, cell }
}
