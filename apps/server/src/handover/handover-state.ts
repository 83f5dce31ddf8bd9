import {
  accountRepository,
  auditRepository,
  invitationRepository,
  sessionRepository,
  type Store,
} from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import type { Handover } from '@khac-sau/protocol'
import type { SignedInAccount } from '../accounts/account-sessions.ts'

/**
 * Nothing is kept of how far it is: that it was begun, and what was done since, is in the journal, and who may sign in is
 * in the list of accounts. So it goes on tomorrow, on any device, and cannot say what is not so.
 */
export async function handoverOf(
  store: Store,
  { cellId, accountId }: Pick<SignedInAccount, 'cellId' | 'accountId'>,
  nowMs: WallMillis,
): Promise<Handover> {
  const audit = auditRepository(store)
  const last = await audit.newestOf(cellId, ['handover-begun', 'handover-dropped', 'handover-finished'], {
    actorId: accountId,
  })
  if (last?.action !== 'handover-begun') return notBegun
  const since = { after: last.seq }
  const backup = await audit.newestOf(cellId, ['backup-made'], since)
  const looked = await audit.newestOf(cellId, ['handover-looked'], { ...since, actorId: accountId })
  const open = (await invitationRepository(store).list(cellId)).find(
    ({ role, acceptedAtMs, revokedAtMs, expiresAtMs }) =>
      role === 'owner' && acceptedAtMs === null && revokedAtMs === null && expiresAtMs > nowMs,
  )
  return {
    begunAtMs: last.atMs,
    invitedUntilMs: open?.expiresAtMs ?? null,
    successors: await successorsOf(store, cellId, accountId, nowMs),
    backupAtMs: backup?.atMs ?? null,
    lookedAtMs: looked?.atMs ?? null,
  }
}

/** The predecessor may go. */
export function isReady({ begunAtMs, successors, backupAtMs, lookedAtMs }: Handover): boolean {
  const isIn = successors.some(({ isSignedIn }) => isSignedIn)
  return begunAtMs !== null && isIn && backupAtMs !== null && lookedAtMs !== null
}

const notBegun: Handover = {
  begunAtMs: null,
  invitedUntilMs: null,
  successors: [],
  backupAtMs: null,
  lookedAtMs: null,
}

/** Whoever accepted an invitation is signed in by that; whoever is signed in nowhere has perhaps lost the password. */
async function successorsOf(store: Store, cellId: string, accountId: string, nowMs: WallMillis) {
  const owners = (await accountRepository(store).list(cellId)).filter(
    ({ id, role, removedAtMs }) => role === 'owner' && removedAtMs === null && id !== accountId,
  )
  return Promise.all(
    owners.map(async ({ id, displayName }) => {
      const sessions = await sessionRepository(store).ofAccount(cellId, id, nowMs)
      return { displayName, isSignedIn: sessions.length > 0 }
    }),
  )
}
