import { cellRepository } from '@khac-sau/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses, statusOf } from '../../http/refusal.ts'
import { knownDevice } from '../known-device.ts'
import { type MemberDataDeps, memberDataOf } from './member-data.ts'
import { memberDataPage } from './member-data-page.ts'

const Params = z.object({ boardKey: z.string().max(100) })
const Query = z.object({ language: z.enum(['vi', 'en']).default('vi') })
const Headers = z.object({ 'x-device-token': z.string().max(200).optional() })

/** GET /api/boards/:boardKey/own-data: the same page, with what was chosen (P1), for the phone that is known as the member's. */
export const ownDataRoutes: FastifyPluginAsyncZod<MemberDataDeps> = async (app, deps) => {
  app.get(
    '/boards/:boardKey/own-data',
    {
      schema: {
        params: Params,
        querystring: Query,
        headers: Headers,
        response: { 200: z.instanceof(Buffer), ...problemResponses },
      },
    },
    async (request, reply) => {
      const cell = await cellRepository(deps.store).byBoardKey(request.params.boardKey)
      if (cell && cell.closedAtMs !== null) {
        return reply.code(statusOf('cell-closed')).send({ refusal: 'cell-closed' })
      }
      const token = request.headers['x-device-token']
      const device = cell && token ? await knownDevice(deps.store, cell.id, token) : undefined
      const data = cell && device && (await memberDataOf(deps, cell.id, device.memberId, 'member'))
      if (!data) return reply.code(statusOf('no-such-member')).send({ refusal: 'no-such-member' })
      return reply
        .type('text/html; charset=utf-8')
        .header('content-disposition', 'attachment')
        .send(Buffer.from(memberDataPage(data, request.query.language)))
    },
  )
}
