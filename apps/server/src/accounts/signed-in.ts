import type { Cell } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import type { SignedIn } from '@khac-sau/protocol'
import type { SignedInAccount } from './account-sessions.ts'

type Shown = Pick<SignedInAccount, 'accountId' | 'login' | 'displayName' | 'role'>

export function signedIn(
  { accountId, login, displayName, role }: Shown,
  { id, revision, name, publicPlaces, memberProof, boardKey }: Cell,
  publicUrl: string,
  movedAtMs: WallMillis | null,
): SignedIn {
  const boardUrl = `${publicUrl}/b/${boardKey}`
  const cell = { cellId: id, revision, name, publicPlaces, memberProof, boardUrl, movedAtMs }
  return { accountId, login, displayName, role, cell }
}
