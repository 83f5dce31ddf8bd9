import { administrationRepository, type NewAdministrationEntry, type Store } from '@khac-sau/database'
import type { AuditAction, WallMillis } from '@khac-sau/engine'
import type { FastifyRequest } from 'fastify'
import type { AuditTrail } from '../audit/audit-trail.ts'
import type { AdministrationGuard } from './administration-guard.ts'

export type JournalDeps = Pick<AdministrationGuard, 'administratorOf'> & {
  readonly store: Store
  readonly audit: Pick<AuditTrail, 'append'>
  readonly now: () => WallMillis
}

export type AdministrationTrail = {
  /** In the installation's journal. */
  note(request: FastifyRequest, entry: Omit<NewAdministrationEntry, 'administratorId' | 'atMs'>): Promise<void>
  /** In the cell's own, where its owners read of it. */
  tellCell(cellId: string, action: AuditAction, accountId?: string): Promise<void>
}

export function administrationTrail({ store, audit, now, administratorOf }: JournalDeps): AdministrationTrail {
  return {
    async note(request, entry) {
      const { id } = administratorOf(request)
      await administrationRepository(store).note({ ...entry, administratorId: id, atMs: now() })
    },
    async tellCell(cellId, action, accountId) {
      await audit.append(cellId, null, action, accountId === undefined ? {} : { accountId })
    },
  }
}
