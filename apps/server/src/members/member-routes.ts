import {
  type Member as StoredMember,
  type MemberChanges,
  memberRepository,
  newId,
  type NewMember,
  type Store,
} from '@khac-sau/database'
import type { Month, WallMillis } from '@khac-sau/engine'
import { rosterName, rosterText } from '@khac-sau/formats'
import {
  Member,
  type MemberChange,
  MemberEdit,
  Members,
  NewMembers,
  type NewPerson,
  RosterImport,
  RosterPaste,
  RosterPreview,
} from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import type { SignedInAccount } from '../accounts/account-sessions.ts'
import { monthAt, monthsBefore } from '../calendar.ts'
import type { RoomKeeper } from '../contests/rooms.ts'
import type { QuotaChecks } from '../administration/quotas.ts'
import { withoutUndefined } from '../http/changes.ts'
import { conflict, editBy } from '../http/conflict.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { rosterPreview } from './roster-preview.ts'

export type MemberDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly rooms: Pick<RoomKeeper, 'rosterChanged'>
  readonly now: () => WallMillis
  readonly quotas: Pick<QuotaChecks, 'moreMembers'>
}

/** The roster: who belongs to the cell, and since when. */
export const memberRoutes: FastifyPluginAsyncZod<MemberDeps> = async (app, deps) => {
  const { store, rooms, now, quotas, accountOf } = deps
  const members = memberRepository(store)
  const rosterOf = async (cellId: string) => {
    // Before the entries: what is added in between is then seen beside an older revision, and never unseen beside a newer one.
    const revision = await members.rosterRevision(cellId)
    return { members: (await members.named(cellId)).map(shown), revision }
  }

  app.get(
    '/members',
    { ...needs('see-roster'), schema: { response: { 200: Members, ...problemResponses } } },
    (request) => rosterOf(accountOf(request).cellId),
  )

  app.post(
    '/members',
    {
      ...needs('change-roster', 'members-added'),
      schema: { body: NewMembers, response: { 201: Members, ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId } = account
      const newcomers = newMembers(request.body.people, account, now())
      if (!newcomers.every(isPossible)) return reply.code(400).send({ refusal: 'bad-request' })
      const refusal = await quotas.moreMembers(cellId, newcomers.length)
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      await members.create(cellId, newcomers)
      await rooms.rosterChanged(cellId)
      return reply.code(201).send(await rosterOf(cellId))
    },
  )

  app.patch(
    '/members/:memberId',
    {
      ...needs('change-roster', 'member-changed'),
      schema: { params: MemberParams, body: MemberEdit, response: { 200: Member, ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId } = account
      const { memberId } = request.params
      const { revision, ...change } = request.body
      const found = await members.byId(cellId, memberId)
      if (!found || found.erasedAtMs !== null) return reply.code(404).send({ refusal: 'no-such-member' })
      if (found.revision !== revision) return reply.code(409).send(await conflict(store, account, found))
      const changes = changesOf(change, found, now())
      if (!isPossible({ ...found, ...changes })) return reply.code(400).send({ refusal: 'bad-request' })
      const refusal = await quotas.moreMembers(cellId, comingBack([{ found, changes }]))
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      const outcome = await members.update(cellId, memberId, changes, editBy(account, revision, now()))
      if (!outcome.ok) {
        if (outcome.refusal === 'not-found') return reply.code(404).send({ refusal: 'no-such-member' })
        return reply.code(409).send(await conflict(store, account, await members.byId(cellId, memberId)))
      }
      await rooms.rosterChanged(cellId)
      return shown(outcome.value)
    },
  )

  app.post(
    '/members/preview',
    { ...needs('change-roster'), schema: { body: RosterPaste, response: { 200: RosterPreview, ...problemResponses } } },
    async (request) => {
      const { text, uses } = request.body
      const { cellId } = accountOf(request)
      const revision = await members.rosterRevision(cellId)
      return { revision, ...rosterPreview(text, uses, await members.named(cellId)) }
    },
  )

  app.post(
    '/members/import',
    {
      ...needs('change-roster', 'roster-imported'),
      schema: { body: RosterImport, response: { 200: Members, ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId } = account
      const { added, changed, revision } = request.body
      const foundById = new Map((await members.named(cellId)).map((member) => [member.id, member]))
      if (changed.some(({ memberId }) => !foundById.has(memberId))) {
        return reply.code(404).send({ refusal: 'no-such-member' })
      }
      const changesById = changed.flatMap(({ memberId, revision, change }) => {
        const found = foundById.get(memberId)
        return found ? [{ memberId, revision, found, changes: changesOf(change, found, now()) }] : []
      })
      const other = changesById.find((one) => one.found.revision !== one.revision)
      if (other) return reply.code(409).send(await conflict(store, account, other.found))
      const newcomers = newMembers(added, account, now())
      const after = [...newcomers, ...changesById.map(({ found, changes }) => ({ ...found, ...changes }))]
      if (after.length === 0 || !after.every(isPossible)) return reply.code(400).send({ refusal: 'bad-request' })
      const refusal = await quotas.moreMembers(cellId, newcomers.length + comingBack(changesById))
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      const list = { added: newcomers, changed: changesById }
      const outcome = await members.takeIn(cellId, list, editBy(account, revision, now()))
      if (!outcome.ok) {
        if (outcome.refusal === 'not-found') return reply.code(404).send({ refusal: 'no-such-member' })
        return reply.code(409).send(await conflict(store, account, lastEdited(await members.named(cellId))))
      }
      await rooms.rosterChanged(cellId)
      return rosterOf(cellId)
    },
  )
}

const MemberParams = z.object({ memberId: z.string().max(80) })

/**
 * S2: whoever leaves the cell is not shown as missing afterwards; a month in which they took part counts all the same.
 * Whoever comes back is a member again without an end.
 */
function withMembershipEnd(change: MemberChanges, found: StoredMember, lastMonth: Month): MemberChanges {
  if (change.active === undefined || change.active === found.active || change.toMonth !== undefined) return change
  if (change.active) return { ...change, toMonth: null }
  return { ...change, toMonth: lastMonth < found.fromMonth ? found.fromMonth : lastMonth }
}

type Changed = { readonly found: StoredMember; readonly changes: MemberChanges }

/** How many more are active after it; who leaves makes room for who comes. */
function comingBack(all: readonly Changed[]): number {
  return all.reduce((sum, { found, changes }) => sum + Number(changes.active ?? found.active) - Number(found.active), 0)
}

function changesOf(change: MemberChange, found: StoredMember, nowMs: WallMillis): MemberChanges {
  const { name, groupName, position, ...others } = change
  const texts = {
    ...(name === undefined ? {} : { name: rosterName(name) }),
    ...(groupName === undefined ? {} : { groupName: rosterText(groupName) }),
    ...(position === undefined ? {} : { position: rosterText(position) }),
  }
  return withMembershipEnd({ ...withoutUndefined(others), ...texts }, found, monthsBefore(monthAt(nowMs), 1))
}

type Possible = { readonly name: string; readonly fromMonth: Month; readonly toMonth?: Month | null | undefined }

function isPossible({ name, fromMonth, toMonth }: Possible): boolean {
  return name !== '' && (typeof toMonth !== 'string' || toMonth >= fromMonth)
}

/** S2: members from this month on, where nothing else is said, so that earlier contests are not shown as missed. */
function newMembers(
  people: readonly NewPerson[],
  { accountId }: Pick<SignedInAccount, 'accountId'>,
  createdAtMs: WallMillis,
): (NewMember & Possible)[] {
  const thisMonth = monthAt(createdAtMs)
  return people.map(({ name, groupName, position, birthday, fromMonth, toMonth }, index) => ({
    id: newId(),
    name: rosterName(name),
    groupName: rosterText(groupName),
    position: rosterText(position),
    birthday,
    ranked: true,
    active: true,
    fromMonth: fromMonth ?? (toMonth !== null && toMonth < thisMonth ? toMonth : thisMonth),
    toMonth,
    // The roster is listed by this, so that names stay in the order in which they were pasted.
    createdAtMs: createdAtMs + index,
    changedBy: accountId,
    changedAtMs: createdAtMs,
  }))
}

/** Whoever was there before, as far as entries tell: not of one that was erased since. */
function lastEdited(roster: readonly StoredMember[]): StoredMember | undefined {
  return roster.reduce<StoredMember | undefined>(
    (last, member) => ((member.changedAtMs ?? 0) > (last?.changedAtMs ?? 0) ? member : last),
    undefined,
  )
}

function shown(member: StoredMember): Member {
  const { id, revision, name, groupName, position, birthday, ranked, timePercent, active, fromMonth, toMonth } = member
  return {
    memberId: id,
    revision,
    name,
    groupName,
    position,
    birthday,
    ranked,
    timePercent,
    active,
    fromMonth,
    toMonth,
  }
}
