import { type ContestRecord, contestRepository, newId, type Store } from '@khac-sau/database'
import { defaultSettings, type WallMillis } from '@khac-sau/engine'
import {
  ContestChange,
  ContestDeletion,
  ContestDetail,
  ContestSummaries,
  NewContest,
  QuestionPaste,
  QuestionPreview,
  type RefusalCode,
} from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import type { SignedInAccount } from '../accounts/account-sessions.ts'
import type { AuditTrail } from '../audit/audit-trail.ts'
import type { QuotaChecks } from '../administration/quotas.ts'
import { conflict, editBy } from '../http/conflict.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { contestDetail, contestSummary, detailFor } from './contest-detail.ts'
import { questionPreview } from './question-preview.ts'

export type ContestDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly audit: Pick<AuditTrail, 'note'>
  readonly quotas: Pick<QuotaChecks, 'moreContests'>
  readonly now: () => WallMillis
  readonly publicUrl: () => string
}

/** Preparing contests: everything before the room opens. */
export const contestRoutes: FastifyPluginAsyncZod<ContestDeps> = async (
  app,
  { store, audit, quotas, now, publicUrl, accountOf },
) => {
  const contests = contestRepository(store)
  const draftDetail = (record: ContestRecord) => contestDetail(record, undefined, publicUrl())
  const problemOf = async (refusal: RefusalCode, account: SignedInAccount, contestId: string) =>
    refusal === 'conflict' ? conflict(store, account, await contests.byId(account.cellId, contestId)) : { refusal }

  app.get(
    '/contests',
    { ...needs('see-contests'), schema: { response: { 200: ContestSummaries, ...problemResponses } } },
    async (request) => ({
      contests: (await contests.list(accountOf(request).cellId)).map(contestSummary),
    }),
  )

  app.post(
    '/contests',
    {
      ...needs('prepare-contests', 'contest-created'),
      schema: { body: NewContest, response: { 201: ContestDetail, ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const { month, title } = request.body
      const refusal = await quotas.moreContests(cellId, 1)
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      const newContest = { id: newId(), month, title, settings: defaultSettings, draft: [], createdAtMs: now() }
      audit.note(request, { contestId: newContest.id })
      return reply.code(201).send(draftDetail(await contests.create(cellId, newContest)))
    },
  )

  app.get(
    '/contests/:contestId',
    { ...needs('open-room'), schema: { params: ContestParams, response: { 200: ContestDetail, ...problemResponses } } },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId } = account
      const record = await contests.byId(cellId, request.params.contestId)
      if (!record) return reply.code(404).send({ refusal: 'no-such-contest' })
      return detailFor(account, contestDetail(record, await contests.content(cellId, record.id), publicUrl()))
    },
  )

  app.put(
    '/contests/:contestId',
    {
      ...needs('prepare-contests', 'contest-changed'),
      bodyLimit: wholeContestBytes,
      schema: { params: ContestParams, body: ContestChange, response: { 200: ContestDetail, ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { contestId } = request.params
      const { revision, questions, notes, ...others } = request.body
      const draft = questions.map((question) => ({ ...question, right: ascending(question.right) }))
      const changes = { ...others, ...(notes === undefined ? {} : { notes }), draft }
      const edit = editBy(account, revision, now())
      const outcome = await contests.update(account.cellId, contestId, changes, edit)
      if (outcome.ok) return draftDetail(outcome.value)
      const refusal = refusalOf[outcome.refusal]
      return reply.code(statusOf(refusal)).send(await problemOf(refusal, account, contestId))
    },
  )

  app.delete(
    '/contests/:contestId',
    {
      ...needs('prepare-contests', 'contest-deleted'),
      schema: {
        params: ContestParams,
        body: ContestDeletion,
        response: { 200: z.object({}), ...problemResponses },
      },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { contestId } = request.params
      const outcome = await contests.deleteDraft(account.cellId, contestId, request.body.revision)
      if (outcome.ok) return {}
      const refusal = refusalOf[outcome.refusal]
      return reply.code(statusOf(refusal)).send(await problemOf(refusal, account, contestId))
    },
  )

  app.post(
    '/questions/preview',
    {
      ...needs('prepare-contests'),
      schema: { body: QuestionPaste, response: { 200: QuestionPreview, ...problemResponses } },
    },
    (request) => questionPreview(request.body.text),
  )
}

/** Thirty questions at all their limits, in three-byte letters. */
const wholeContestBytes = 1_048_576

export const ContestParams = z.object({ contestId: z.string().max(80) })

const refusalOf = {
  'not-found': 'no-such-contest',
  'not-draft': 'room-already-open',
  conflict: 'conflict',
} as const satisfies Record<string, RefusalCode>

function ascending(right: readonly number[]): number[] {
  return [...new Set(right)].sort((one, other) => one - other)
}
