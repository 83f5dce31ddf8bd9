import {
  auditRepository,
  deviceRepository,
  type MemberLink,
  memberLinkRepository,
  memberRepository,
  type Store,
} from '@khac-sau/database'
import type { MemberId, WallMillis } from '@khac-sau/engine'
import { MemberProofs, NewPins, Pins } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import type { AuditTrail } from '../audit/audit-trail.ts'
import type { Passwords } from '../accounts/passwords.ts'
import type { RoomKeeper } from '../contests/rooms.ts'
import { conflict } from '../http/conflict.ts'
import { problemResponses } from '../http/refusal.ts'
import { newPin } from './pin-check.ts'

export type ProofDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly audit: Pick<AuditTrail, 'note'>
  readonly passwords: Passwords
  readonly rooms: Pick<RoomKeeper, 'rosterChanged'>
  readonly now: () => WallMillis
  /** Its pages are told, wherever they are open. */
  readonly deviceForgotten: (deviceId: string) => void
}

/** D1: how each member shows whose a phone is, and by which phone each is known. */
export const proofRoutes: FastifyPluginAsyncZod<ProofDeps> = async (app, dependencies) => {
  const { store, audit, passwords, rooms, now, accountOf, deviceForgotten } = dependencies
  const members = memberRepository(store)
  const devices = deviceRepository(store)

  app.get(
    '/members/proofs',
    { ...needs('see-roster'), schema: { response: { 200: MemberProofs, ...problemResponses } } },
    async (request) => {
      const { cellId } = accountOf(request)
      const deviceByMember = new Map((await devices.list(cellId)).map((device) => [device.memberId, device]))
      const linkByMember = new Map(
        (await memberLinkRepository(store).list(cellId)).map((link) => [link.memberId, link]),
      )
      return {
        members: (await members.named(cellId)).map(({ id, pinHash }) => {
          const device = deviceByMember.get(id)
          const known = device ? { sinceMs: device.createdAtMs, provedBy: device.provedBy } : null
          const link = linkByMember.get(id)
          return { memberId: id, hasPin: pinHash !== null, link: linkStateOf(link), device: known }
        }),
      }
    },
  )

  /** D2: told this once; what is kept of a PIN says nothing of it. */
  app.post(
    '/members/pins',
    { ...needs('change-roster', 'pins-made'), schema: { body: NewPins, response: { 200: Pins, ...problemResponses } } },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId } = account
      const { memberIds, replacing } = request.body
      const pins = [...new Set(memberIds)].map((memberId) => ({ memberId, pin: newPin() }))
      const outcome = await members.setPinHashes(cellId, await hashed(pins, passwords), replacing)
      if (!outcome.ok) {
        if (outcome.refusal === 'not-found') return reply.code(404).send({ refusal: 'no-such-member' })
        const made = await auditRepository(store).newestOf(cellId, ['pins-made'])
        const last = made && { changedBy: made.actorId, changedAtMs: made.atMs }
        return reply.code(409).send(await conflict(store, account, last))
      }
      await rooms.rosterChanged(cellId)
      audit.note(request, { detail: String(pins.length) })
      return { pins }
    },
  )

  app.post(
    '/members/:memberId/forget-device',
    {
      ...needs('change-roster', 'device-forgotten'),
      schema: { params: MemberParams, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const { memberId } = request.params
      if (!(await members.byId(cellId, memberId))) return reply.code(404).send({ refusal: 'no-such-member' })
      const known = (await devices.list(cellId)).filter((device) => device.memberId === memberId)
      await devices.revokeAllOf(cellId, memberId, now())
      for (const { id } of known) deviceForgotten(id)
      return {}
    },
  )
}

function linkStateOf(link: MemberLink | undefined): 'none' | 'open' | 'used' {
  if (!link) return 'none'
  return link.usedAtMs === null ? 'open' : 'used'
}

const MemberParams = z.object({ memberId: z.string().max(80) })

type NewPin = { readonly memberId: MemberId; readonly pin: string }

/** One after the other, so that whoever signs in meanwhile does not stand behind a whole cell. */
async function hashed(pins: readonly NewPin[], { hash }: Passwords): Promise<ReadonlyMap<MemberId, string>> {
  const hashes = new Map<MemberId, string>()
  for (const { memberId, pin } of pins) hashes.set(memberId, await hash(pin))
  return hashes
}
