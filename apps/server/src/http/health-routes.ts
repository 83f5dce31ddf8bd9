import type { Store } from '@khac-sau/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses } from './refusal.ts'

/** For whoever watches the process: it answers, and so does its database. */
export const healthRoutes: FastifyPluginAsyncZod<{ readonly store: Store }> = async (app, { store }) => {
  app.get(
    '/healthz',
    { schema: { response: { 200: z.object({ ok: z.literal(true) }), ...problemResponses } } },
    async (request, reply) => {
      try {
        await store.read.select({ id: store.tables.cell.id }).from(store.tables.cell).limit(1)
        return { ok: true as const }
      } catch (error) {
        request.log.error({ err: error }, 'the database does not answer')
        return reply.code(503).send({ refusal: 'storage-failed' })
      }
    },
  )
}
