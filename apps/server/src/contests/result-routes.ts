import {
  type ContestLog,
  type ContestRecord,
  contestRepository,
  excusalRepository,
  memberRepository,
  type Store,
} from '@khac-sau/database'
import { contestResult, mergedRows, scoreHundredths, type WallMillis } from '@khac-sau/engine'
import { ContestResultView, ExcusalChange } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import type { AuditTrail } from '../audit/audit-trail.ts'
import { problemResponses } from '../http/refusal.ts'
import { namesOf, personsOf } from '../members/merged-people.ts'
import { ContestParams } from './contest-routes.ts'
import { replayed } from './replayed.ts'

export type ResultDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly audit: Pick<AuditTrail, 'append'>
  readonly contestLog: ContestLog
  readonly now: () => WallMillis
}

/** For the committee: the whole settled result, and who was excused. */
export const resultRoutes: FastifyPluginAsyncZod<ResultDeps> = async (
  app,
  { store, audit, contestLog, now, accountOf },
) => {
  const contests = contestRepository(store)
  const excusals = excusalRepository(store)

  app.get(
    '/contests/:contestId/result',
    {
      ...needs('see-results'),
      schema: { params: ContestParams, response: { 200: ContestResultView, ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const record = await contests.byId(cellId, request.params.contestId)
      if (!record) return reply.code(404).send({ refusal: 'no-such-contest' })
      if (record.stage !== 'settled') return reply.code(409).send({ refusal: 'not-settled' })
      return resultView(store, contestLog, record)
    },
  )

  app.put(
    '/contests/:contestId/excusals/:memberId',
    {
      ...needs('excuse-members'),
      schema: { params: ExcusalParams, body: ExcusalChange, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId, accountId } = accountOf(request)
      const { contestId, memberId } = request.params
      if (!(await contests.byId(cellId, contestId))) return reply.code(404).send({ refusal: 'no-such-contest' })
      const member = await memberRepository(store).byId(cellId, memberId)
      if (!member) return reply.code(404).send({ refusal: 'no-such-member' })
      if (request.body.excused) await excusals.set(cellId, contestId, memberId, now())
      else await excusals.unset(cellId, contestId, memberId)
      const action = request.body.excused ? 'member-excused' : 'member-not-excused'
      await audit.append(cellId, accountId, action, { contestId, memberId })
      return {}
    },
  )
}

const ExcusalParams = ContestParams.extend({ memberId: z.string().max(80) })

/** Recounted from the log, which is the truth; the stored rows are for the boards, which sum many contests. */
async function resultView(
  store: Store,
  contestLog: ContestLog,
  { id, cellId, month, title }: ContestRecord,
): Promise<ContestResultView> {
  const nameById = await namesOf(store, cellId)
  const person = await personsOf(store, cellId)
  const excusals = await excusalRepository(store).list(cellId, id)
  const excused = new Set(excusals.map(({ memberId }) => person(memberId)))
  const { contest, seal } = await replayed(store, contestLog, cellId, id)
  const { rows, questionsCounted } = contestResult(contest)
  return {
    contestId: id,
    month,
    title,
    questionsCounted,
    chainHead: seal.slice(0, 8),
    rows: mergedRows(rows, person).map(
      ({ memberId, rank, ranked, timePercent, tookPart, right, scoreUnits, totalMillis }) => ({
        memberId,
        name: nameById.get(memberId) ?? '',
        rank,
        ranked,
        timePercent,
        tookPart,
        excused: excused.has(memberId),
        right,
        scoreHundredths: scoreHundredths(scoreUnits),
        totalMillis,
      }),
    ),
  }
}
