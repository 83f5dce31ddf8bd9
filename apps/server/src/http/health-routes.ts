import type { Store } from '@khac-sau/database'
import { Health } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problemResponses } from './refusal.ts'

export type HealthDeps = { readonly store: Store; readonly bootId: string }

/** For whoever watches the process: it answers, and so does its database. */
export const healthRoutes: FastifyPluginAsyncZod<HealthDeps> = async (app, { store, bootId }) => {
  app.get('/healthz', { schema: { response: { 200: Health, ...problemResponses } } }, async (request, reply) => {
    try {
      await store.read.select({ id: store.tables.cell.id }).from(store.tables.cell).limit(1)
      return { ok: true as const, bootId }
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
      return reply.code(503).send({ refusal: 'storage-failed' })
    }
  })
}
