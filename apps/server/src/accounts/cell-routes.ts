import { cellRepository, type Store } from '@khac-sau/database'
import { CellChange, SignedIn } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RoomKeeper } from '../contests/rooms.ts'
import { withoutUndefined } from '../http/changes.ts'
import { problemResponses } from '../http/refusal.ts'
import { type AccountGuard, needs } from './account-guard.ts'
import { signedIn } from './signed-in.ts'

export type CellDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly rooms: Pick<RoomKeeper, 'cellChanged'>
  readonly publicUrl: () => string
}

export const cellRoutes: FastifyPluginAsyncZod<CellDeps> = async (app, { store, rooms, accountOf, publicUrl }) => {
  app.patch(
    '/cell',
    { ...needs('change-cell'), schema: { body: CellChange, response: { 200: SignedIn, ...problemResponses } } },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId } = account
      const cell = await cellRepository(store).updateSettings(cellId, withoutUndefined(request.body))
      if (!cell) return reply.code(401).send({ refusal: 'signed-out' })
      await rooms.cellChanged(cellId)
      return signedIn(account, cell, publicUrl())
    },
  )
}
