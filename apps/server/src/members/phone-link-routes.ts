import {
  cellRepository,
  contestRepository,
  deviceRepository,
  hashSecret,
  type Member,
  type MemberLink,
  memberLinkRepository,
  memberRepository,
  newId,
  newSecret,
  type Store,
} from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import {
  MemberLinkAcceptance,
  MemberLinkAccepted,
  MemberLinkFound,
  MemberLinkLook,
  type RefusalCode,
} from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { keyedAllowance } from '../limits/keyed-allowance.ts'
import { triesOfAnHour } from './pin-check.ts'

export type PhoneLinkDeps = {
  readonly store: Store
  readonly now: () => WallMillis
  /** Its pages are told, wherever they are open. */
  readonly deviceForgotten: (deviceId: string) => void
}

type Found = { readonly link: MemberLink; readonly member: Member }

/** D3: a member's link, on their phone. Needs its secret, and no session. */
export const phoneLinkRoutes: FastifyPluginAsyncZod<PhoneLinkDeps> = async (app, { store, now, deviceForgotten }) => {
  const links = memberLinkRepository(store)
  const devices = deviceRepository(store)
  const mayMiss = keyedAllowance(now, triesOfAnHour)

  /** A right link is never held up by what others guess at the same address; of wrong ones no more are looked at than of PINs. */
  async function found(secret: string, address: string): Promise<Found | RefusalCode> {
    const link = await links.byHash(hashSecret(secret))
    const member = link && (await memberRepository(store).byId(link.cellId, link.memberId))
    if (link && member?.active) {
      const cell = await cellRepository(store).byId(link.cellId)
      return cell?.closedAtMs === null ? { link, member } : 'cell-closed'
    }
    return mayMiss(address) ? 'link-over' : 'too-many-attempts'
  }

  app.post(
    '/member-links/look',
    { schema: { body: MemberLinkLook, response: { 200: MemberLinkFound, ...problemResponses } } },
    async (request, reply) => {
      const { secret, token } = request.body
      const one = await found(secret, request.ip)
      if (typeof one === 'string') return reply.code(statusOf(one)).send({ refusal: one })
      const { link, member } = one
      const device = token === null ? undefined : await devices.byTokenHash(hashSecret(token))
      const isKnown = link.usedAtMs !== null && device?.cellId === link.cellId && device.memberId === link.memberId
      if (link.usedAtMs !== null && !isKnown) return reply.code(statusOf('link-used')).send({ refusal: 'link-used' })
      const cell = await cellRepository(store).byId(link.cellId)
      const state = isKnown ? ('known' as const) : ('ready' as const)
      return { state, cellName: cell?.name ?? '', name: member.name, roomCode: await openRoomOf(store, link.cellId) }
    },
  )

  app.post(
    '/member-links/accept',
    { schema: { body: MemberLinkAcceptance, response: { 200: MemberLinkAccepted, ...problemResponses } } },
    async (request, reply) => {
      const { secret } = request.body
      const one = await found(secret, request.ip)
      if (typeof one === 'string') return reply.code(statusOf(one)).send({ refusal: one })
      const { cellId, memberId } = one.link
      if (!(await links.use(hashSecret(secret), now()))) {
        return reply.code(statusOf('link-used')).send({ refusal: 'link-used' })
      }
      const older = (await devices.list(cellId)).filter((device) => device.memberId === memberId)
      await devices.revokeAllOf(cellId, memberId, now())
      const token = newSecret()
      const device = {
        id: newId(),
        memberId,
        tokenHash: hashSecret(token),
        provedBy: 'link' as const,
        createdAtMs: now(),
      }
      await devices.create(cellId, device)
      // A6: one live device per name.
      for (const { id } of older) deviceForgotten(id)
      return { token, roomCode: await openRoomOf(store, cellId) }
    },
  )
}

async function openRoomOf(store: Store, cellId: string): Promise<string | null> {
  const open = (await contestRepository(store).list(cellId)).find(({ stage }) => stage === 'open')
  return open?.roomCode ?? null
}
