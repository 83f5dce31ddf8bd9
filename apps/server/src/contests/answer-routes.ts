import { contestRepository, deviceRepository, hashSecret, type Store } from '@khac-sau/database'
import { PostedAnswer, PostedAnswerAck, RoomCode } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses } from '../http/refusal.ts'
import type { RoomKeeper } from './rooms.ts'

export type AnswerDeps = { readonly store: Store; readonly rooms: Pick<RoomKeeper, 'answer'> }

/** POST /api/rooms/:roomCode/answers: for an answer whose socket gives no ack (T7). Idempotent by answer id (A2). */
export const answerRoutes: FastifyPluginAsyncZod<AnswerDeps> = async (app, { store, rooms }) => {
  const contests = contestRepository(store)
  const devices = deviceRepository(store)

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
      const contest = await contests.byRoomCode(request.params.roomCode)
      if (!contest) return reply.code(404).send({ refusal: 'no-such-contest' })
      const device = await devices.byTokenHash(hashSecret(request.headers['x-device-token']))
      if (device?.cellId !== contest.cellId) return { ok: false, refusal: 'not-joined' } as const
      return rooms.answer(contest.cellId, contest.id, device.memberId, request.body)
    },
  )
}
