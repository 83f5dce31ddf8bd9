import { setImmediate } from 'node:timers/promises'
import {
  type Account,
  administrationRepository,
  type Invitation,
  sessionRepository,
  type Store,
} from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { AdministeredCells } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problemResponses } from '../http/refusal.ts'
import type { Erasures } from '../members/erasure/erasures.ts'
import { administers } from './administration-guard.ts'

export type CellListDeps = {
  readonly store: Store
  readonly erasures: Pick<Erasures, 'isCleaning'>
  readonly now: () => WallMillis
}

/** The installation's cells, in figures: no member's name, no title, no answer is read for it. */
export const cellListRoutes: FastifyPluginAsyncZod<CellListDeps> = async (app, { store, erasures, now }) => {
  const administration = administrationRepository(store)

  app.get(
    '/cells',
    { ...administers('see-cells'), schema: { response: { 200: AdministeredCells, ...problemResponses } } },
    async () => {
      const owners = groupedByCell(await administration.owners())
      const invitations = groupedByCell(await administration.openInvitations(now()))
      const cells = []
      for (const { cell, ...figures } of await administration.cells()) {
        cells.push({
          ...figures,
          cellId: cell.id,
          name: cell.name,
          createdAtMs: cell.createdAtMs,
          closedAtMs: cell.closedAtMs,
          storedBytes: await administration.storedBytes(cell.id),
          owners: await Promise.all((owners.get(cell.id) ?? []).map((owner) => shownOwner(store, owner, now()))),
          invitation: shownInvitation(invitations.get(cell.id)?.[0]),
        })
        // Reading holds up the thread; answers of a room that is open are not to wait for the whole list.
        await setImmediate()
      }
      return { cells, quotas: await administration.quotas(), cleaning: await erasures.isCleaning() }
    },
  )
}

function groupedByCell<T extends { readonly cellId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.cellId, [...(groups.get(row.cellId) ?? []), row])
  return groups
}

async function shownOwner(store: Store, { id, cellId, login, displayName }: Account, nowMs: WallMillis) {
  const [newest] = await sessionRepository(store).ofAccount(cellId, id, nowMs)
  const lastUsedAtMs = newest ? Math.max(newest.lastUsedAtMs, newest.createdAtMs) : null
  return { accountId: id, login, displayName, lastUsedAtMs }
}

function shownInvitation(invitation: Invitation | undefined) {
  return invitation ? { inviteeName: invitation.inviteeName, expiresAtMs: invitation.expiresAtMs } : null
}
