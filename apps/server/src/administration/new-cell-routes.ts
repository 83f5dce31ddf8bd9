import { administrationRepository, hashSecret, newId, newSecret, type Store } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { cellNameKey, parseCells, writeCsv } from '@khac-sau/formats'
import { CellList, CellListPreview, CellsMade, mostRosterFileBytes, NewCells, RosterFile } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { readApart } from '../members/roster-file/read-apart.ts'
import { administers } from './administration-guard.ts'
import type { AdministrationTrail } from './journal.ts'

export type NewCellDeps = {
  readonly store: Store
  readonly trail: AdministrationTrail
  readonly now: () => WallMillis
  readonly publicUrl: () => string
}

export const dayMillis = 24 * 60 * 60_000

/** Cells from a list, each with a link by which its secretary comes in as its owner. */
export const newCellRoutes: FastifyPluginAsyncZod<NewCellDeps> = async (app, { store, trail, now, publicUrl }) => {
  const administration = administrationRepository(store)
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )

  app.post(
    '/cells/file',
    {
      ...administers('make-cells'),
      bodyLimit: mostRosterFileBytes,
      schema: { response: { 200: RosterFile, ...problemResponses } },
    },
    async (request, reply) => {
      const { body } = request
      if (!Buffer.isBuffer(body)) return reply.code(400).send({ refusal: 'bad-request' })
      const outcome = await readApart(body)
      if (!outcome.ok) return reply.code(statusOf(outcome.refusal)).send({ refusal: outcome.refusal })
      return { text: outcome.value }
    },
  )

  app.post(
    '/cells/preview',
    {
      ...administers('make-cells'),
      schema: { body: CellList, response: { 200: CellListPreview, ...problemResponses } },
    },
    async (request) => {
      const { rows, problems } = parseCells(request.body.text)
      const known = new Set((await administration.cells()).map(({ cell }) => cellNameKey(cell.name)))
      const exists = (name: string) => (known.has(cellNameKey(name)) ? ('exists' as const) : null)
      return {
        rows: rows.map((row) => ({ ...row, problem: row.problem ?? exists(row.name) })),
        problems: [...problems],
      }
    },
  )

  app.post(
    '/cells',
    { ...administers('make-cells'), schema: { body: NewCells, response: { 201: CellsMade, ...problemResponses } } },
    async (request, reply) => {
      const { cells, validDays } = request.body
      const at = now()
      const expiresAtMs = at + validDays * dayMillis
      const made = cells.map(({ name, secretaryName }, index) => {
        const secret = newSecret()
        const times = { createdAtMs: at, expiresAtMs }
        return {
          // They are listed by this, so that they stay in the order in which they were pasted.
          cell: { id: newId(), name, boardKey: newSecret(), createdAtMs: at + index },
          invitation: { id: newId(), secretHash: hashSecret(secret), inviteeName: secretaryName || null, ...times },
          url: ownerLink(publicUrl(), secret),
        }
      })
      const outcome = await administration.makeCells(made, (await administration.quotas()).mostCells)
      if (!outcome.ok) return reply.code(statusOf('too-many-cells')).send({ refusal: 'too-many-cells' })
      for (const { cell } of made) await trail.tellCell(cell.id, 'cell-made')
      await trail.note(request, { action: 'cells-made', detail: String(made.length) })
      const shown = made.map(({ cell, url }, index) => ({
        cellId: cell.id,
        name: cell.name,
        secretaryName: cells[index]?.secretaryName ?? '',
        url,
      }))
      const sheet = [headings, ...shown.map(({ name, secretaryName, url }) => [name, secretaryName, url])]
      return reply.code(201).send({ cells: shown, expiresAtMs, csv: writeCsv(sheet) })
    },
  )
}

/** In both languages, and read again by the list's own reader. */
const headings = ['Chi bộ', 'Bí thư', 'Liên kết mời / invitation link']

/** In the fragment: no server, no log and no Referer ever sees the secret. */
export function ownerLink(publicUrl: string, secret: string): string {
  return `${publicUrl}/host/invitation#${secret}`
}
