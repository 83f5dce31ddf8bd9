import { type ContestLog, contestRepository, type Store } from '@khac-sau/database'
import { timingReport } from '@khac-sau/engine'
import { ContestTiming } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import { problemResponses } from '../http/refusal.ts'
import { namesOf } from '../members/merged-people.ts'
import { ContestParams } from './contest-routes.ts'
import { replayed } from './replayed.ts'

export type TimingDeps = Pick<AccountGuard, 'accountOf'> & { readonly store: Store; readonly contestLog: ContestLog }

/** T10: for the committee, when somebody appeals: what each time was decided from, read from the log. */
export const timingRoutes: FastifyPluginAsyncZod<TimingDeps> = async (app, { store, contestLog, accountOf }) => {
  app.get(
    '/contests/:contestId/timing',
    {
      ...needs('see-timing'),
      schema: { params: ContestParams, response: { 200: ContestTiming, ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const record = await contestRepository(store).byId(cellId, request.params.contestId)
      if (!record) return reply.code(404).send({ refusal: 'no-such-contest' })
      if (record.stage === 'draft' || record.stage === 'open') return reply.code(409).send({ refusal: 'not-now' })
      const { contest } = await replayed(store, contestLog, cellId, record.id)
      const nameById = await namesOf(store, cellId)
      return {
        members: timingReport(contest).map(({ answers, ...member }) => ({
          ...member,
          name: nameById.get(member.memberId) ?? '',
          answers: [...answers],
        })),
      }
    },
  )
}
