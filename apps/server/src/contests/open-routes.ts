import { type ContestRecord, contestRepository, memberRepository, type Store } from '@khac-sau/database'
import { ContestDetail, type RefusalCode, RoomOpening } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import { conflict } from '../http/conflict.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { movedAwayAtMs } from '../moving/moved-away.ts'
import { contestDetail, detailFor } from './contest-detail.ts'
import { ContestParams } from './contest-routes.ts'
import type { Rehearsals } from '../rehearsal/rehearsals.ts'
import { areInOrder } from './questions-in-order.ts'
import type { RoomKeeper } from './rooms.ts'

export type OpenDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly rooms: RoomKeeper
  readonly rehearsals: Pick<Rehearsals, 'end'>
  readonly publicUrl: () => string
}

/** POST /api/contests/:contestId/open: the end of preparing; from here on the contest is a room's. */
export const openRoutes: FastifyPluginAsyncZod<OpenDeps> = async (
  app,
  { store, rooms, rehearsals, publicUrl, accountOf },
) => {
  const contests = contestRepository(store)
  const open = async (cellId: string, record: ContestRecord): Promise<RefusalCode | undefined> => {
    const { id, month, title, settings, draft, revision } = record
    const opening = await rooms.open(cellId, id, { month, title, settings, questions: draft }, revision)
    return opening.ok ? undefined : opening.refusal
  }

  app.post(
    '/contests/:contestId/open',
    {
      ...needs('open-room', 'room-opened'),
      schema: { params: ContestParams, body: RoomOpening, response: { 200: ContestDetail, ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId } = account
      const { contestId } = request.params
      const { revision } = request.body
      const record = await contests.byId(cellId, contestId)
      if (!record) return reply.code(404).send({ refusal: 'no-such-contest' })
      const refusal = (await refusalToOpen(store, cellId, record, revision)) ?? (await open(cellId, record))
      if (refusal === 'conflict') {
        const problem = await conflict(store, account, await contests.byId(cellId, contestId))
        return reply.code(statusOf(refusal)).send(problem)
      }
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      // C9: from now on there is one room to be in.
      await rehearsals.end(cellId)
      const opened = (await contests.byId(cellId, contestId)) ?? record
      return detailFor(account, contestDetail(opened, await contests.content(cellId, contestId), publicUrl()))
    },
  )
}

/** C2: a room opens once, with questions that are in order and that were seen, and with somebody who may come. */
async function refusalToOpen(
  store: Store,
  cellId: string,
  { stage, draft, settings, revision }: ContestRecord,
  seenRevision: number,
): Promise<RefusalCode | undefined> {
  if (stage !== 'draft') return 'room-already-open'
  if ((await movedAwayAtMs(store, cellId)) !== null) return 'moved-away'
  if (revision !== seenRevision) return 'conflict'
  if (draft.length === 0) return 'no-questions'
  if (!areInOrder(draft, settings)) return 'questions-need-attention'
  const members = await memberRepository(store).list(cellId)
  return members.some(({ active }) => active) ? undefined : 'empty-roster'
}
