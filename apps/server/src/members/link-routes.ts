import {
  auditRepository,
  hashSecret,
  memberLinkRepository,
  memberRepository,
  newSecret,
  type Store,
} from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { MemberLinks, NewMemberLinks } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import type { AuditTrail } from '../audit/audit-trail.ts'
import { conflict } from '../http/conflict.ts'
import { problemResponses } from '../http/refusal.ts'

export type LinkDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly audit: Pick<AuditTrail, 'note'>
  readonly now: () => WallMillis
  readonly publicUrl: () => string
}

/** D3: links by which members show whose a phone is; made and taken back by the committee. */
export const linkRoutes: FastifyPluginAsyncZod<LinkDeps> = async (app, { store, audit, now, publicUrl, accountOf }) => {
  const links = memberLinkRepository(store)
  const members = memberRepository(store)

  app.post(
    '/members/links',
    {
      ...needs('change-roster', 'links-made'),
      schema: { body: NewMemberLinks, response: { 200: MemberLinks, ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId } = account
      const { replacing } = request.body
      const memberIds = [...new Set(request.body.memberIds)]
      const known = new Set((await members.list(cellId)).map(({ id }) => id))
      if (!memberIds.every((memberId) => known.has(memberId)))
        return reply.code(404).send({ refusal: 'no-such-member' })
      const made = memberIds.map((memberId) => ({ memberId, secret: newSecret() }))
      const hashes = new Map(made.map(({ memberId, secret }) => [memberId, hashSecret(secret)]))
      const outcome = await links.make(cellId, hashes, { madeAtMs: now(), replacing })
      if (!outcome.ok) {
        if (outcome.refusal === 'not-found') return reply.code(404).send({ refusal: 'no-such-member' })
        const before = await auditRepository(store).newestOf(cellId, ['links-made'])
        const last = before && { changedBy: before.actorId, changedAtMs: before.atMs }
        return reply.code(409).send(await conflict(store, account, last))
      }
      audit.note(request, { detail: String(made.length) })
      // In the fragment: no server, no log and no Referer ever sees it.
      return { links: made.map(({ memberId, secret }) => ({ memberId, url: `${publicUrl()}/link#${secret}` })) }
    },
  )

  app.post(
    '/members/:memberId/revoke-link',
    {
      ...needs('change-roster', 'link-revoked'),
      schema: { params: MemberParams, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const { memberId } = request.params
      if (!(await members.byId(cellId, memberId))) return reply.code(404).send({ refusal: 'no-such-member' })
      await links.revoke(cellId, memberId)
      return {}
    },
  )
}

const MemberParams = z.object({ memberId: z.string().max(80) })
