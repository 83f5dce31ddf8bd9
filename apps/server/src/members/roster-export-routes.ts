import { memberRepository, type Store } from '@khac-sau/database'
import { rosterSheet, writeCsv } from '@khac-sau/formats'
import { importFields } from '@khac-sau/language'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import { problemResponses } from '../http/refusal.ts'
import { rosterPerson } from './roster-preview.ts'
import { writeWorkbook } from './write-workbook.ts'

export type RosterExportDeps = Pick<AccountGuard, 'accountOf'> & { readonly store: Store }

const Params = z.object({ what: z.enum(['roster', 'template']), kind: z.enum(['csv', 'xlsx']) })
const Query = z.object({ language: z.enum(['vi', 'en']).default('vi') })

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
const fileNames = {
  vi: { roster: 'danh-sach-dang-vien', template: 'mau-danh-sach' },
  en: { roster: 'roster', template: 'roster-template' },
} as const

/** GET /api/members/download/:what.:kind: the roster as a list that can be imported again, or its empty form. */
export const rosterExportRoutes: FastifyPluginAsyncZod<RosterExportDeps> = async (app, { store, accountOf }) => {
  app.get(
    '/members/download/:what.:kind',
    {
      ...needs('see-roster', 'roster-exported'),
      schema: { params: Params, querystring: Query, response: { 200: z.instanceof(Buffer), ...problemResponses } },
    },
    async (request, reply) => {
      const { what, kind } = request.params
      const { language } = request.query
      const { cellId } = accountOf(request)
      const members = what === 'roster' ? await memberRepository(store).named(cellId) : []
      const sheet = rosterSheet(importFields[language], members.map(rosterPerson))
      const file = kind === 'csv' ? Buffer.from(writeCsv(sheet)) : await writeWorkbook(sheet)
      return reply
        .type(contentTypes[kind])
        .header('content-disposition', `attachment; filename="${fileNames[language][what]}.${kind}"`)
        .send(file)
    },
  )
}
