import { cellErasureRepository, cellRepository, contestRepository, type Store } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { CellCopyMade, CellErasure, type RefusalCode } from '@khac-sau/protocol'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AccountSessions } from '../accounts/account-sessions.ts'
import { loginAttempts } from '../accounts/login-attempts.ts'
import type { Passwords } from '../accounts/passwords.ts'
import { copyRefusal } from '../backup/backup-refusals.ts'
import type { Backups } from '../backup/backups.ts'
import type { RoomKeeper } from '../contests/rooms.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { type Erasures, roomMillis } from '../members/erasure/erasures.ts'
import type { Rehearsals } from '../rehearsal/rehearsals.ts'
import { administers, type AdministrationGuard } from './administration-guard.ts'
import type { AdministrationTrail } from './journal.ts'

export type EndDeps = Pick<AdministrationGuard, 'administratorOf'> & {
  readonly store: Store
  readonly trail: AdministrationTrail
  readonly sessions: Pick<AccountSessions, 'cutOff'>
  readonly rehearsals: Pick<Rehearsals, 'end'>
  readonly rooms: Pick<RoomKeeper, 'cellClosed'>
  readonly passwords: Passwords
  readonly backups: Pick<Backups, 'ofCell'>
  readonly erasures: Pick<Erasures, 'eraseCell'>
  readonly now: () => WallMillis
}

const CellParams = z.object({ cellId: z.string().max(80) })
const nothing = { schema: { params: CellParams, response: { 200: z.object({}), ...problemResponses } } }

/** A copy for its owner to take away; then closed, and back; then gone. */
export const endRoutes: FastifyPluginAsyncZod<EndDeps> = async (app, deps) => {
  const { store, trail, sessions, rehearsals, rooms, passwords, backups, erasures, now, administratorOf } = deps
  const cells = cellRepository(store)
  const erasure = cellErasureRepository(store)
  const attempts = loginAttempts(now)
  const refuse = (reply: FastifyReply, refusal: RefusalCode) => reply.code(statusOf(refusal)).send({ refusal })

  app.post(
    '/cells/:cellId/copy',
    {
      ...administers('copy-cells'),
      schema: { params: CellParams, response: { 201: CellCopyMade, ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId } = request.params
      const cell = await cells.byId(cellId)
      if (!cell) return refuse(reply, 'no-such-cell')
      // Nobody could fetch it.
      if (cell.closedAtMs !== null) return refuse(reply, 'cell-closed')
      const outcome = await backups.ofCell(cellId).byHand()
      if (!outcome.ok) return refuse(reply, copyRefusal(outcome, 'data'))
      await trail.tellCell(cellId, 'copy-made')
      await trail.note(request, { action: 'copy-made', cellId })
      const { madeAtMs, bytes } = outcome.value
      return reply.code(201).send({ madeAtMs, bytes })
    },
  )

  app.post('/cells/:cellId/closing', { ...administers('end-cells'), ...nothing }, async (request, reply) => {
    const { cellId } = request.params
    const outcome = await erasure.close(cellId, { closedAtMs: now(), liveSinceMs: now() - roomMillis })
    if (!outcome.ok) return refuse(reply, outcome.refusal === 'not-found' ? 'no-such-cell' : outcome.refusal)
    outcome.value.forEach(sessions.cutOff)
    await rehearsals.end(cellId)
    await rooms.cellClosed(cellId)
    await trail.tellCell(cellId, 'cell-closed')
    await trail.note(request, { action: 'cell-closed', cellId })
    return {}
  })

  app.delete('/cells/:cellId/closing', { ...administers('end-cells'), ...nothing }, async (request, reply) => {
    const { cellId } = request.params
    if (!(await erasure.reopen(cellId))) return refuse(reply, 'no-such-cell')
    await trail.tellCell(cellId, 'cell-reopened')
    await trail.note(request, { action: 'cell-reopened', cellId })
    return {}
  })

  app.delete(
    '/cells/:cellId',
    {
      ...administers('end-cells'),
      schema: { params: CellParams, body: CellErasure, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const { name, password } = request.body
      const { id, passwordHash } = administratorOf(request)
      if (!attempts.begin(id).ok) return refuse(reply, 'too-many-attempts')
      if (!(await passwords.matches(password, passwordHash ?? undefined))) return refuse(reply, 'wrong-password')
      attempts.succeeded(id)
      if (typeof (await cells.byId(request.params.cellId))?.closedAtMs !== 'number')
        return refuse(reply, 'no-such-cell')
      // So many rows at once hold up whoever answers meanwhile, in whatever cell.
      if (await contestRepository(store).isAnyLive(now() - roomMillis)) return refuse(reply, 'rooms-open')
      const outcome = await erasures.eraseCell(request.params.cellId, name, id)
      if (!outcome.ok) return refuse(reply, outcome.refusal === 'not-found' ? 'no-such-cell' : outcome.refusal)
      return {}
    },
  )
}
