import {
  cellRepository,
  contestRepository,
  excusalRepository,
  memberRepository,
  resultRepository,
  type Store,
} from '@khac-sau/database'
import type { MemberId, WallMillis } from '@khac-sau/engine'
import { Board } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearAt, yearOf } from '../calendar.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { knownDevice } from '../members/known-device.ts'
import { personsOf } from '../members/merged-people.ts'
import { boardOf } from './board-of.ts'

export type BoardDeps = { readonly store: Store; readonly now: () => WallMillis }

/** GET /api/boards/:boardKey: open to whoever has the address; the device token adds the reader's own lines. */
export const boardRoutes: FastifyPluginAsyncZod<BoardDeps> = async (app, { store, now }) => {
  const cells = cellRepository(store)

  app.get(
    '/boards/:boardKey',
    {
      schema: {
        params: z.object({ boardKey: z.string().max(100) }),
        querystring: z.object({ year: Year.optional() }),
        headers: z.object({ 'x-device-token': z.string().max(200).optional() }),
        response: { 200: Board, ...problemResponses },
      },
    },
    async (request, reply) => {
      const cell = await cells.byBoardKey(request.params.boardKey)
      if (!cell) return reply.code(404).send({ refusal: 'no-such-request' })
      if (cell.closedAtMs !== null) return reply.code(statusOf('cell-closed')).send({ refusal: 'cell-closed' })
      const thisYear = yearAt(now())
      const year = request.query.year ?? thisYear
      const reader = await readerOf(store, cell.id, request.headers['x-device-token'])
      const { contests, excusals, years } = await settledOf(store, cell.id, year)
      return boardOf({
        cellName: cell.name,
        publicPlaces: cell.publicPlaces,
        year,
        years: [...new Set([...years, thisYear])].sort((one, other) => other - one),
        contests,
        members: await memberRepository(store).listWithMerged(cell.id),
        person: await personsOf(store, cell.id),
        excusals,
        reader,
      })
    },
  )
}

const Year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number)

/** A token of another cell's member says nothing here. */
async function readerOf(store: Store, cellId: string, token: string | undefined): Promise<MemberId | undefined> {
  return token ? (await knownDevice(store, cellId, token))?.memberId : undefined
}

/** S1: the contests of a calendar year, who was excused from them, and all years that have any. */
async function settledOf(store: Store, cellId: string, year: number) {
  const contests = await resultRepository(store).seasonRows(cellId, `${year}-01`, `${year}-12`)
  const excusals = await Promise.all(contests.map(({ contestId }) => excusalRepository(store).list(cellId, contestId)))
  const all = await contestRepository(store).list(cellId)
  const counting = all.filter(({ stage, settings }) => stage === 'settled' && settings.countsForSeason)
  return { contests, excusals: excusals.flat(), years: counting.map(({ month }) => yearOf(month)) }
}
