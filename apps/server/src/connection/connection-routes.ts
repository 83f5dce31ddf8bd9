import { CheckKey, ConnectionCheck, PhoneArrival } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import { problemResponses } from '../http/refusal.ts'
import type { ConnectionChecks } from './connection-checks.ts'
import type { JoinAddress } from './join-address.ts'

export type ConnectionDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly checks: ConnectionChecks
  readonly address: Pick<JoinAddress, 'url' | 'reach'>
}

/** GET /api/connection: the host's side of the check, asked again and again while its page is open. */
export const connectionRoutes: FastifyPluginAsyncZod<ConnectionDeps> = async (app, { checks, address, accountOf }) => {
  app.get(
    '/connection',
    { ...needs('check-connection'), schema: { response: { 200: ConnectionCheck, ...problemResponses } } },
    async (request) => {
      const { cellId } = accountOf(request)
      return {
        url: `${address.url()}/check/${checks.keyOf(cellId)}`,
        reach: address.reach(),
        phones: [...checks.phonesOf(cellId)],
      }
    },
  )
}

/** The phone's side, open to whoever scanned the code; its live connection goes to `/check`. */
export const phoneRoutes: FastifyPluginAsyncZod<Pick<ConnectionDeps, 'checks'>> = async (app, { checks }) => {
  app.put(
    '/checks/:checkKey/phones/:phoneId',
    {
      schema: {
        params: z.object({ checkKey: CheckKey, phoneId: PhoneArrival.shape.phoneId }),
        response: { 200: PhoneArrival, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { checkKey, phoneId } = request.params
      const userAgent = request.headers['user-agent'] ?? ''
      if (!checks.arrived(checkKey, { phoneId, userAgent })) return reply.code(404).send({ refusal: 'no-such-request' })
      return { phoneId }
    },
  )
}
