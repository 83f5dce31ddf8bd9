import { accountRepository, type Edit, type Store } from '@khac-sau/database'
import type { AccountId, WallMillis } from '@khac-sau/engine'
import type { LastChange, Problem } from '@khac-sau/protocol'

type Reader = { readonly cellId: string; readonly accountId: AccountId }
type LastEdit = { readonly changedBy: string | null; readonly changedAtMs: number | null }

/** What a change is stored with, beside what it changes. */
export function editBy({ accountId }: Reader, revision: number, nowMs: WallMillis): Edit {
  return { revision, changedBy: accountId, changedAtMs: nowMs }
}

/** Nothing was overwritten: whoever asked is told who was there before them, and when. */
export async function conflict(store: Store, reader: Reader, last: LastEdit | undefined): Promise<Problem> {
  return { refusal: 'conflict', lastChange: await lastChange(store, reader, last) }
}

async function lastChange(store: Store, { cellId, accountId }: Reader, last?: LastEdit): Promise<LastChange | null> {
  if (!last || last.changedBy === null || last.changedAtMs === null) return null
  // Also of who was removed since.
  const account = (await accountRepository(store).list(cellId)).find(({ id }) => id === last.changedBy)
  return { byName: account?.displayName ?? null, isYou: last.changedBy === accountId, atMs: last.changedAtMs }
}
