import {
  accountRepository,
  type ContestLog,
  contestRepository,
  type MemberMerge,
  memberMergeRepository,
  memberRepository,
  type Store,
} from '@khac-sau/database'
import { contestsOfBoth, type WallMillis } from '@khac-sau/engine'
import { MergePreview, Merges, NewMerge, type RefusalCode } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import type { AuditTrail } from '../audit/audit-trail.ts'
import type { RoomKeeper } from '../contests/rooms.ts'
import { conflict } from '../http/conflict.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { settledResults } from '../rooms/settled-results.ts'
import { namesOf, personsOf } from './merged-people.ts'
import { playedContests } from './played-contests.ts'

export type MergeDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly contestLog: ContestLog
  readonly audit: Pick<AuditTrail, 'note'>
  readonly rooms: Pick<RoomKeeper, 'rosterChanged'>
  readonly now: () => WallMillis
}

/** S4: a person who is on the roster twice. No log and no result is changed, so that it can be taken back. */
export const mergeRoutes: FastifyPluginAsyncZod<MergeDeps> = async (app, deps) => {
  const { store, contestLog, audit, now, accountOf } = deps
  const merges = memberMergeRepository(store)

  app.get(
    '/members/merges',
    { ...needs('see-roster'), schema: { response: { 200: Merges, ...problemResponses } } },
    async (request) => shownMerges(store, accountOf(request).cellId),
  )

  app.post(
    '/members/merges/preview',
    { ...needs('change-roster'), schema: { body: NewMerge, response: { 200: MergePreview, ...problemResponses } } },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const refusal = await refusalOf(store, cellId, request.body)
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      return previewOf(store, contestLog, cellId, request.body)
    },
  )

  app.post(
    '/members/merges',
    {
      ...needs('change-roster', 'members-merged'),
      schema: { body: NewMerge, response: { 201: Merges, ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId, accountId } = account
      const { memberId, intoMemberId } = request.body
      const before = await merges.list(cellId)
      const known = before.find((one) => [memberId, intoMemberId].includes(one.memberId))
      if (known) return reply.code(409).send(await conflict(store, account, editOf(known)))
      const refusal = (await refusalOf(store, cellId, request.body)) ?? (await openRoom(store, cellId))
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      const { both } = await previewOf(store, contestLog, cellId, request.body)
      if (both.length > 0) return reply.code(409).send({ refusal: 'took-part-in-both' })
      const merge = { memberId, intoMemberId, mergedBy: accountId, mergedAtMs: now() }
      const outcome = await merges.merge(cellId, merge)
      if (!outcome.ok) return reply.code(409).send(await conflict(store, account, undefined))
      await readAnew(deps, cellId)
      audit.note(request, { memberId: intoMemberId })
      return reply.code(201).send(await shownMerges(store, cellId))
    },
  )

  app.delete(
    '/members/merges/:memberId',
    {
      ...needs('change-roster', 'members-unmerged'),
      schema: { params: MemberParams, response: { 200: Merges, ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const { memberId } = request.params
      if (!(await merges.list(cellId)).some((one) => one.memberId === memberId)) {
        return reply.code(404).send({ refusal: 'no-such-member' })
      }
      const refusal = await openRoom(store, cellId)
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      await merges.unmerge(cellId, memberId)
      await readAnew(deps, cellId)
      return shownMerges(store, cellId)
    },
  )
}

const MemberParams = z.object({ memberId: z.string().max(80) })

function editOf({ mergedBy, mergedAtMs }: MemberMerge) {
  return { changedBy: mergedBy, changedAtMs: mergedAtMs }
}

async function refusalOf(
  store: Store,
  cellId: string,
  { memberId, intoMemberId }: NewMerge,
): Promise<RefusalCode | undefined> {
  if (memberId === intoMemberId) return 'bad-request'
  const ids = (await memberRepository(store).named(cellId)).map(({ id }) => id)
  return ids.includes(memberId) && ids.includes(intoMemberId) ? undefined : 'no-such-member'
}

/** Whose actor holds both entries as two people. */
async function openRoom(store: Store, cellId: string): Promise<RefusalCode | undefined> {
  const contests = await contestRepository(store).list(cellId)
  return contests.some(({ stage }) => stage === 'open') ? 'room-is-open' : undefined
}

async function previewOf(
  store: Store,
  contestLog: ContestLog,
  cellId: string,
  { memberId, intoMemberId }: NewMerge,
): Promise<MergePreview> {
  const person = await personsOf(store, cellId)
  const played = await playedContests(store, contestLog, cellId)
  const both = new Set(contestsOfBoth(played, [memberId, intoMemberId], person))
  const described = ({ contestId, month, title }: (typeof played)[number]) => ({ contestId, month, title })
  return {
    contests: played.flatMap((contest) => {
      const took = contest.rows.filter(({ tookPart }) => tookPart).map((row) => person(row.memberId))
      const who = [memberId, intoMemberId].find((one) => took.includes(one))
      return who === undefined ? [] : [{ ...described(contest), memberId: who }]
    }),
    both: played.filter(({ contestId }) => both.has(contestId)).map(described),
  }
}

/** S3: the first of a month with two contests may be another; rooms that are over call people by other names. */
async function readAnew({ store, rooms, now }: MergeDeps, cellId: string): Promise<void> {
  const settled = (await contestRepository(store).list(cellId)).filter(({ stage }) => stage === 'settled')
  const { awardMonth } = settledResults(store, now)
  for (const month of new Set(settled.map((contest) => contest.month))) await awardMonth(cellId, month)
  await rooms.rosterChanged(cellId)
}

async function shownMerges(store: Store, cellId: string): Promise<Merges> {
  const made = await memberMergeRepository(store).list(cellId)
  const entries = new Map((await memberRepository(store).listWithMerged(cellId)).map((entry) => [entry.id, entry]))
  const names = await namesOf(store, cellId)
  const accounts = new Map((await accountRepository(store).list(cellId)).map((one) => [one.id, one.displayName]))
  const shown = made.flatMap(({ memberId, intoMemberId, mergedBy, mergedAtMs }) => {
    const entry = entries.get(memberId)
    if (!entry) return []
    const { name, groupName, fromMonth, toMonth } = entry
    const into = { intoMemberId, intoName: names.get(intoMemberId) ?? '' }
    const mergedByName = accounts.get(mergedBy) ?? null
    return [{ memberId, name, groupName, fromMonth, toMonth, ...into, mergedByName, mergedAtMs }]
  })
  return { merges: shown.reverse() }
}
