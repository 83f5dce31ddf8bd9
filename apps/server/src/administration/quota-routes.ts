import { administrationRepository, type Store } from '@khac-sau/database'
import { InstallationQuotas } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problemResponses } from '../http/refusal.ts'
import { administers } from './administration-guard.ts'
import type { AdministrationTrail } from './journal.ts'

export type QuotaDeps = { readonly store: Store; readonly trail: AdministrationTrail }

/** What is there already stays, also where there is more of it than may be from now on. */
export const quotaRoutes: FastifyPluginAsyncZod<QuotaDeps> = async (app, { store, trail }) => {
  const administration = administrationRepository(store)

  app.put(
    '/quotas',
    {
      ...administers('set-quotas'),
      schema: { body: InstallationQuotas, response: { 200: InstallationQuotas, ...problemResponses } },
    },
    async (request) => {
      await administration.setQuotas(request.body)
      await trail.note(request, { action: 'quotas-set' })
      return administration.quotas()
    },
  )
}
