import { type ContestRecord, contestRepository, type Store } from '@khac-sau/database'
import type { Question } from '@khac-sau/engine'
import { CurrentRehearsal, Rehearsal, RehearsalOrder, type RefusalCode } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import { ContestParams } from '../contests/contest-routes.ts'
import { areInOrder } from '../contests/questions-in-order.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import type { Rehearsals } from './rehearsals.ts'
import { sampleRehearsalQuestions } from './sample-rehearsal.ts'

export type RehearsalDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly rehearsals: Pick<Rehearsals, 'begin' | 'of' | 'end'>
}

/** C9: the evening before the evening. */
export const rehearsalRoutes: FastifyPluginAsyncZod<RehearsalDeps> = async (app, { store, rehearsals, accountOf }) => {
  const contests = contestRepository(store)

  app.post(
    '/contests/:contestId/rehearsal',
    {
      ...needs('rehearse'),
      schema: {
        params: ContestParams,
        body: RehearsalOrder,
        response: { 201: Rehearsal, ...problemResponses },
      },
    },
    async (request, reply) => {
      const contest = await contests.byId(accountOf(request).cellId, request.params.contestId)
      if (!contest) return reply.code(404).send({ refusal: 'no-such-contest' })
      const isSample = request.body.questions === 'sample'
      const refusal = refusalToRehearse(contest, isSample)
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      const questions: readonly Question[] = isSample ? await sampleRehearsalQuestions() : contest.draft
      const begun = await rehearsals.begin(contest, questions)
      if (begun.ok) return reply.code(201).send(begun.value)
      return reply.code(statusOf(begun.refusal)).send({ refusal: begun.refusal })
    },
  )

  app.get(
    '/rehearsal',
    { ...needs('rehearse'), schema: { response: { 200: CurrentRehearsal, ...problemResponses } } },
    (request) => ({
      rehearsal: rehearsals.of(accountOf(request).cellId) ?? null,
    }),
  )

  app.delete(
    '/rehearsal',
    { ...needs('rehearse'), schema: { response: { 200: z.object({}), ...problemResponses } } },
    async (request) => {
      await rehearsals.end(accountOf(request).cellId)
      return {}
    },
  )
}

/** Once its room is open, a contest is no longer before us. */
function refusalToRehearse({ stage, draft, settings }: ContestRecord, isSample: boolean): RefusalCode | undefined {
  if (stage !== 'draft') return 'room-already-open'
  if (!isSample && draft.length === 0) return 'no-questions'
  return areInOrder(isSample ? [] : draft, settings) ? undefined : 'questions-need-attention'
}
