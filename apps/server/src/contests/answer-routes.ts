import { PostedAnswer, PostedAnswerAck, RoomCode } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses } from '../http/refusal.ts'
import { knownDevice } from '../members/known-device.ts'
import { findContest, type House } from '../rooms/houses.ts'
import type { RoomKeeper } from './rooms.ts'

export type AnswerDeps = { readonly houses: () => readonly House<Pick<RoomKeeper, 'answer'>>[] }

/** POST /api/rooms/:roomCode/answers: for an answer whose socket gives no ack (T7). Idempotent by answer id (A2). */
export const answerRoutes: FastifyPluginAsyncZod<AnswerDeps> = async (app, { houses }) => {
  app.post(
    '/rooms/:roomCode/answers',
    {
      schema: {
        params: z.object({ roomCode: RoomCode }),
        headers: z.object({ 'x-device-token': z.string().max(200) }),
        body: PostedAnswer,
        response: { 200: PostedAnswerAck, ...problemResponses },
      },
    },
    async (request, reply) => {
      const found = await findContest(houses(), (contests) => contests.byRoomCode(request.params.roomCode))
      if (!found) return reply.code(404).send({ refusal: 'no-such-contest' })
      const { house, contest } = found
      const device = await knownDevice(house.store, contest.cellId, request.headers['x-device-token'])
      if (!device) return { ok: false, refusal: 'not-joined' } as const
      return house.rooms.answer(contest.cellId, contest.id, device.memberId, request.body)
    },
  )
}
