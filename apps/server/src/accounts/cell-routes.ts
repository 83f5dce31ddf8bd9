import { cellRepository, contestRepository, type Store } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { CellChange, SignedIn } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { RoomKeeper } from '../contests/rooms.ts'
import { withoutUndefined } from '../http/changes.ts'
import { conflict, editBy } from '../http/conflict.ts'
import { problemResponses } from '../http/refusal.ts'
import { movedAwayAtMs } from '../moving/moved-away.ts'
import { type AccountGuard, needs } from './account-guard.ts'
import { signedIn } from './signed-in.ts'

export type CellDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly now: () => WallMillis
  readonly rooms: Pick<RoomKeeper, 'cellChanged'>
  readonly publicUrl: () => string
}

export const cellRoutes: FastifyPluginAsyncZod<CellDeps> = async (app, { store, rooms, now, accountOf, publicUrl }) => {
  app.patch(
    '/cell',
    {
      ...needs('change-cell', 'cell-changed'),
      schema: { body: CellChange, response: { 200: SignedIn, ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { cellId } = account
      if (await changesProofInARoom(store, cellId, request.body)) {
        return reply.code(409).send({ refusal: 'room-is-open' })
      }
      const { revision, ...settings } = request.body
      const cells = cellRepository(store)
      const edit = editBy(account, revision, now())
      const outcome = await cells.updateSettings(cellId, withoutUndefined(settings), edit)
      if (!outcome.ok) {
        if (outcome.refusal === 'not-found') return reply.code(401).send({ refusal: 'signed-out' })
        return reply.code(409).send(await conflict(store, account, await cells.byId(cellId)))
      }
      await rooms.cellChanged(cellId)
      return signedIn(account, outcome.value, publicUrl(), await movedAwayAtMs(store, cellId))
    },
  )
}

/** D1: whoever is in a room stays in it by what they came in with. */
async function changesProofInARoom(store: Store, cellId: string, { memberProof }: CellChange): Promise<boolean> {
  if (memberProof === undefined || memberProof === (await cellRepository(store).byId(cellId))?.memberProof) return false
  return (await contestRepository(store).list(cellId)).some(({ stage }) => stage === 'open')
}
