import { RemotePairing } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses, statusOf } from '../http/refusal.ts'
import type { Remotes } from './remotes.ts'

export type RemoteDeps = { readonly remotes: Pick<Remotes, 'cookie' | 'pair'> }

/** POST /api/remote: the code on the host's page, exchanged once for what the phone keeps. Needs the code, no session. */
export const remoteRoutes: FastifyPluginAsyncZod<RemoteDeps> = async (app, { remotes }) => {
  app.post(
    '/remote',
    { schema: { body: RemotePairing, response: { 200: z.object({}), ...problemResponses } } },
    async (request, reply) => {
      const token = await remotes.pair(request.body.pairingSecret)
      if (token === undefined) return reply.code(statusOf('pairing-over')).send({ refusal: 'pairing-over' })
      void reply.setCookie(remotes.cookie.name, token, remotes.cookie.options)
      return {}
    },
  )
}
