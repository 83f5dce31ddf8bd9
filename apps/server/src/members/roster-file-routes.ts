import { mostRosterFileBytes, RosterFile } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { needs } from '../accounts/account-guard.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { readApart } from './roster-file/read-apart.ts'

/** POST /api/members/file: a file becomes the text that could have been pasted; nothing of it is kept. */
export const rosterFileRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )

  app.post(
    '/members/file',
    {
      ...needs('change-roster'),
      bodyLimit: mostRosterFileBytes,
      schema: { response: { 200: RosterFile, ...problemResponses } },
    },
    async (request, reply) => {
      const { body } = request
      if (!Buffer.isBuffer(body)) return reply.code(400).send({ refusal: 'bad-request' })
      const outcome = await readApart(body)
      if (!outcome.ok) return reply.code(statusOf(outcome.refusal)).send({ refusal: outcome.refusal })
      return { text: outcome.value }
    },
  )
}
