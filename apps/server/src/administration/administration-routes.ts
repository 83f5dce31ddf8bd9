import type { Store } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Passwords } from '../accounts/passwords.ts'
import type { AuditTrail } from '../audit/audit-trail.ts'
import { cellAccessRoutes } from './access-routes.ts'
import type { Erasures } from '../members/erasure/erasures.ts'
import { administrationGuard, administrationTaskOf } from './administration-guard.ts'
import { cellListRoutes } from './cell-list-routes.ts'
import { doorRoutes } from './door-routes.ts'
import { type EndDeps, endRoutes } from './end-routes.ts'
import { journalRoutes } from './journal-routes.ts'
import { administrationTrail } from './journal.ts'
import { newCellRoutes } from './new-cell-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { quotaRoutes } from './quota-routes.ts'

export type AdministrationDeps = Pick<EndDeps, 'sessions' | 'rehearsals' | 'rooms' | 'backups'> & {
  readonly store: Store
  readonly erasures: Pick<Erasures, 'eraseCell' | 'isCleaning'>
  readonly audit: Pick<AuditTrail, 'append'>
  readonly passwords: Passwords
  readonly now: () => WallMillis
  readonly publicUrl: () => string
  readonly secure: boolean
  readonly version: string
}

/** Everything an administrator of the installation can ask for; nothing else is open to them. */
export const administrationRoutes: FastifyPluginAsyncZod<AdministrationDeps> = async (app, deps) => {
  const { store, audit, passwords, now, publicUrl, version } = deps
  const { sessions, rehearsals, rooms, backups, erasures } = deps
  const guard = administrationGuard(deps)
  const { requireAdministrator, administratorOf, begin, end } = guard
  const trail = administrationTrail({ store, audit, now, administratorOf })
  void app.register(doorRoutes, { store, passwords, now, version, begin })
  void app.register(async (behind) => {
    behind.addHook('onRequest', requireAdministrator)
    behind.addHook('onRoute', ({ method, url, config }) => {
      if (!administrationTaskOf(config))
        throw new Error(`${String(method)} ${url} declares no task of an administrator`)
    })
    void behind.register(ownRoutes, { store, passwords, trail, now, version, administratorOf, begin, end })
    void behind.register(cellListRoutes, { store, erasures, now })
    void behind.register(newCellRoutes, { store, trail, now, publicUrl })
    void behind.register(cellAccessRoutes, { store, trail, now, publicUrl })
    void behind.register(quotaRoutes, { store, trail })
    const ending = { sessions, rehearsals, rooms, passwords, backups, erasures, now, administratorOf }
    void behind.register(endRoutes, { store, trail, ...ending })
    void behind.register(journalRoutes, { store })
  })
}
