import {
  type Member as StoredMember,
  type MemberChanges,
  memberRepository,
  newId,
  type Store,
} from '@khac-sau/database'
import type { Month, WallMillis } from '@khac-sau/engine'
import { Member, MemberChange, Members, NewMembers, RosterPaste, RosterPreview } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AccountGuard } from '../accounts/account-guard.ts'
import { monthAt, monthsBefore } from '../calendar.ts'
import type { RoomKeeper } from '../contests/rooms.ts'
import { withoutUndefined } from '../http/changes.ts'
import { problemResponses } from '../http/refusal.ts'
import { rosterPreview } from './roster-preview.ts'

export type MemberDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly rooms: Pick<RoomKeeper, 'rosterChanged'>
  readonly now: () => WallMillis
}

/** The roster: who belongs to the cell, and since when. */
export const memberRoutes: FastifyPluginAsyncZod<MemberDeps> = async (app, { store, rooms, now, accountOf }) => {
  const members = memberRepository(store)
  const rosterOf = async (cellId: string) => ({ members: (await members.list(cellId)).map(shown) })

  app.get('/members', { schema: { response: { 200: Members, ...problemResponses } } }, (request) =>
    rosterOf(accountOf(request).cellId),
  )

  app.post(
    '/members',
    { schema: { body: NewMembers, response: { 201: Members, ...problemResponses } } },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      await members.create(cellId, newMembers(request.body, now()))
      await rooms.rosterChanged(cellId)
      return reply.code(201).send(await rosterOf(cellId))
    },
  )

  app.patch(
    '/members/:memberId',
    { schema: { params: MemberParams, body: MemberChange, response: { 200: Member, ...problemResponses } } },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const { memberId } = request.params
      const found = await members.byId(cellId, memberId)
      if (!found) return reply.code(404).send({ refusal: 'no-such-member' })
      const changes = withMembershipEnd(withoutUndefined(request.body), found, monthsBefore(monthAt(now()), 1))
      const { fromMonth, toMonth } = { ...found, ...changes }
      if (toMonth !== null && toMonth < fromMonth) return reply.code(400).send({ refusal: 'bad-request' })
      const changed = (await members.update(cellId, memberId, changes)) ?? found
      await rooms.rosterChanged(cellId)
      return shown(changed)
    },
  )

  app.post(
    '/members/preview',
    { schema: { body: RosterPaste, response: { 200: RosterPreview, ...problemResponses } } },
    async (request) => {
      const roster = await members.list(accountOf(request).cellId)
      const names = roster.map(({ name }) => name)
      return rosterPreview(request.body.text, names)
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

/** S2: members from this month on, so that earlier contests are not shown as missed. */
function newMembers({ people }: NewMembers, createdAtMs: WallMillis) {
  const fromMonth = monthAt(createdAtMs)
  return people.map(({ name, groupName }, index) => ({
    id: newId(),
    name,
    groupName,
    ranked: true,
    active: true,
    fromMonth,
    toMonth: null,
    // The roster is listed by this, so that names stay in the order in which they were pasted.
    createdAtMs: createdAtMs + index,
  }))
}

function shown({ id, name, groupName, ranked, timePercent, active, fromMonth, toMonth }: StoredMember): Member {
  return { memberId: id, name, groupName, ranked, timePercent, active, fromMonth, toMonth }
}
