import {
  type ContestLog,
  contestRepository,
  type Device,
  deviceRepository,
  memberRepository,
  type Store,
} from '@khac-sau/database'
import type { MemberId } from '@khac-sau/engine'
import { rosterName } from '@khac-sau/formats'
import { ErasedMember, MemberErasure } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../../accounts/account-guard.ts'
import { replayed } from '../../contests/replayed.ts'
import type { RoomKeeper } from '../../contests/rooms.ts'
import { problemResponses, statusOf } from '../../http/refusal.ts'
import { entriesOf } from '../merged-people.ts'
import type { Erasures } from './erasures.ts'

export type ErasureDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly contestLog: ContestLog
  readonly erasures: Pick<Erasures, 'erase'>
  readonly rooms: Pick<RoomKeeper, 'rosterChanged'>
  /** Its pages are told, wherever they are open. */
  readonly deviceForgotten: (deviceId: string) => void
}

const MemberParams = z.object({ memberId: z.string().max(80) })

/** POST /api/members/:memberId/erase: the name and all that describes a member is gone for good; results stay (P2). */
export const erasureRoutes: FastifyPluginAsyncZod<ErasureDeps> = async (app, dependencies) => {
  const { store, contestLog, erasures, rooms, accountOf, deviceForgotten } = dependencies

  app.post(
    '/members/:memberId/erase',
    {
      ...needs('erase-members', 'member-erased'),
      schema: { params: MemberParams, body: MemberErasure, response: { 200: ErasedMember, ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const { memberId } = request.params
      const refuse = (refusal: 'no-such-member' | 'name-differs' | 'member-in-live-contest') =>
        reply.code(statusOf(refusal)).send({ refusal })
      const member = await memberRepository(store).byId(cellId, memberId)
      if (!member || member.erasedAtMs !== null) return refuse('no-such-member')
      if (rosterName(request.body.name) !== member.name) return refuse('name-differs')
      // S4: each of their entries has a name of its own, may be on a contest's list, and may have a phone.
      const entries = await entriesOf(store, cellId, memberId)
      if (await isInLiveContest(store, contestLog, cellId, entries)) return refuse('member-in-live-contest')
      const devices = await devicesOf(store, cellId, entries)
      for (const id of entries.slice(1)) await erasures.erase(cellId, id)
      const pseudonym = await erasures.erase(cellId, memberId)
      if (pseudonym === undefined) return refuse('no-such-member')
      for (const { id } of devices) deviceForgotten(id)
      await rooms.rosterChanged(cellId)
      return { pseudonym }
    },
  )
}

/** Read from the logs: a room is not loaded, and so taken over, because somebody asks this. */
async function isInLiveContest(
  store: Store,
  contestLog: ContestLog,
  cellId: string,
  entries: readonly MemberId[],
): Promise<boolean> {
  for (const { id, stage } of await contestRepository(store).list(cellId)) {
    if (stage !== 'open') continue
    const { contest } = await replayed(store, contestLog, cellId, id)
    if (entries.some((memberId) => contest.people.has(memberId))) return true
  }
  return false
}

async function devicesOf(store: Store, cellId: string, entries: readonly MemberId[]): Promise<readonly Device[]> {
  const devices = deviceRepository(store)
  return (await Promise.all(entries.map((memberId) => devices.ofMember(cellId, memberId)))).flat()
}
