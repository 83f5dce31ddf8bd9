import { administrationRepository, administratorRepository, type Store } from '@khac-sau/database'
import { AdministrationJournal } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses } from '../http/refusal.ts'
import { administers } from './administration-guard.ts'

const pageLines = 50

/** What administrators did; what was done in a cell is in the cell's own journal, which is not theirs to read. */
export const journalRoutes: FastifyPluginAsyncZod<{ readonly store: Store }> = async (app, { store }) => {
  const administration = administrationRepository(store)

  app.get(
    '/journal',
    {
      ...administers('see-journal'),
      schema: { querystring: JournalQuery, response: { 200: AdministrationJournal, ...problemResponses } },
    },
    async (request) => {
      const entries = await administration.journal(pageLines + 1, request.query.before)
      const shown = entries.slice(0, pageLines)
      const there = (await administratorRepository(store).list()).filter(({ removedAtMs }) => removedAtMs === null)
      const logins = new Map(there.map(({ id, login }) => [id, login]))
      const names = await administration.cellNames(shown.flatMap(({ cellId }) => cellId ?? []))
      return {
        lines: shown.map(({ seq, atMs, action, administratorId, cellId, detail }) => ({
          seq,
          atMs,
          action,
          login: administratorId === null ? null : (logins.get(administratorId) ?? ''),
          cellName: cellId === null ? null : (names.get(cellId) ?? ''),
          detail,
        })),
        older: entries.length > pageLines ? (shown.at(-1)?.seq ?? null) : null,
      }
    },
  )
}

const JournalQuery = z.object({ before: z.coerce.number().int().positive().optional() })
