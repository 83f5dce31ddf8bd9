import { PostedAnswer, PostedAnswerAck, RoomCode } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses, statusOf } from '../http/refusal.ts'
import type { ClientAddress } from '../limits/client-address.ts'
import type { CodeGuesses } from '../limits/code-guesses.ts'
import { knownDevice } from '../members/known-device.ts'
import { findContest, type House } from '../rooms/houses.ts'
import type { RoomKeeper } from './rooms.ts'

export type AnswerDeps = {
  readonly houses: () => readonly House<Pick<RoomKeeper, 'answer'>>[]
  readonly codeGuesses: CodeGuesses
  readonly addressOf: ClientAddress
}

/** POST /api/rooms/:roomCode/answers: for an answer whose socket gives no ack (T7). Idempotent by answer id (A2). */
export const answerRoutes: FastifyPluginAsyncZod<AnswerDeps> = async (app, { houses, codeGuesses, addressOf }) => {
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
      const device =
        found && (await knownDevice(found.house.store, found.contest.cellId, request.headers['x-device-token']))
      const judged = codeGuesses.judge({
        address: addressOf(request.raw),
        contestId: found?.contest.id ?? null,
        isKnown: device !== undefined,
      })
      if (judged === 'crowded') return reply.code(statusOf('too-many-requests')).send({ refusal: 'too-many-requests' })
      if (!found) return reply.code(404).send({ refusal: 'no-such-contest' })
      const { house, contest } = found
      if (!device) return { ok: false, refusal: 'not-joined' } as const
      return house.rooms.answer(contest.cellId, contest.id, device.memberId, request.body)
    },
  )
}
