import {
  accountRepository,
  administrationRepository,
  cellRepository,
  hashSecret,
  newId,
  newSecret,
  recoveryRepository,
  type Store,
} from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { LinkMade, OwnerInvitation } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { administers } from './administration-guard.ts'
import type { AdministrationTrail } from './journal.ts'
import { dayMillis, ownerLink } from './new-cell-routes.ts'

export type CellAccessDeps = {
  readonly store: Store
  readonly trail: AdministrationTrail
  readonly now: () => WallMillis
  readonly publicUrl: () => string
}

/** It has to be handed over; a link made on the machine is used by whoever made it. */
export const resetValidMillis = dayMillis

/** The way into a cell for its owner, and into nothing for whoever makes it without the cell reading of it. */
export const cellAccessRoutes: FastifyPluginAsyncZod<CellAccessDeps> = async (app, deps) => {
  const { store, trail, now, publicUrl } = deps
  const administration = administrationRepository(store)
  const isClosed = async (cellId: string) => typeof (await cellRepository(store).byId(cellId))?.closedAtMs === 'number'

  app.post(
    '/cells/:cellId/invitation',
    {
      ...administers('open-doors'),
      schema: { params: CellParams, body: OwnerInvitation, response: { 201: LinkMade, ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId } = request.params
      const { inviteeName, validDays } = request.body
      if (await isClosed(cellId)) return reply.code(statusOf('cell-closed')).send({ refusal: 'cell-closed' })
      const secret = newSecret()
      const at = now()
      const times = { createdAtMs: at, expiresAtMs: at + validDays * dayMillis }
      const invited = { id: newId(), secretHash: hashSecret(secret), inviteeName: inviteeName || null, ...times }
      const outcome = await administration.inviteOwner(cellId, invited)
      if (!outcome.ok) {
        const refusal = outcome.refusal === 'not-found' ? 'no-such-cell' : 'cell-has-owner'
        return reply.code(statusOf(refusal)).send({ refusal })
      }
      await trail.tellCell(cellId, 'first-owner-invited')
      await trail.note(request, { action: 'owner-invited', cellId })
      return reply.code(201).send({ url: ownerLink(publicUrl(), secret), expiresAtMs: times.expiresAtMs })
    },
  )

  app.post(
    '/cells/:cellId/owners/:accountId/reset',
    {
      ...administers('open-doors'),
      schema: { params: OwnerParams, response: { 201: LinkMade, ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId, accountId } = request.params
      const account = await accountRepository(store).byId(cellId, accountId)
      if (account?.role !== 'owner') return reply.code(404).send({ refusal: 'no-such-account' })
      if (await isClosed(cellId)) return reply.code(statusOf('cell-closed')).send({ refusal: 'cell-closed' })
      const secret = newSecret()
      const at = now()
      const expiresAtMs = at + resetValidMillis
      const recovery = { secretHash: hashSecret(secret), accountId, createdAtMs: at, expiresAtMs }
      await recoveryRepository(store).create(cellId, recovery)
      await trail.tellCell(cellId, 'access-reset', accountId)
      await trail.note(request, { action: 'access-reset', cellId })
      return reply.code(201).send({ url: `${publicUrl()}/host/recover#${secret}`, expiresAtMs })
    },
  )
}

const CellParams = z.object({ cellId: z.string().max(80) })
const OwnerParams = CellParams.extend({ accountId: z.string().max(80) })
