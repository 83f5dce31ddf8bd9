import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../../accounts/account-guard.ts'
import { problemResponses } from '../../http/refusal.ts'
import { type MemberDataDeps, memberDataOf } from './member-data.ts'
import { memberDataPage } from './member-data-page.ts'

export type MemberDataRouteDeps = MemberDataDeps & Pick<AccountGuard, 'accountOf'>

const Params = z.object({ memberId: z.string().max(80), kind: z.enum(['html', 'json']) })
const Query = z.object({ language: z.enum(['vi', 'en']).default('vi') })

const contentTypes = { html: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8' } as const
/** Without the name: the file is handed on. */
const fileNames = { vi: 'du-lieu-ca-nhan', en: 'personal-data' } as const

/** GET /api/members/:memberId/data.:kind: what is kept about one member, to be handed to them (P2). */
export const memberDataRoutes: FastifyPluginAsyncZod<MemberDataRouteDeps> = async (app, { accountOf, ...deps }) => {
  app.get(
    '/members/:memberId/data.:kind',
    {
      ...needs('see-roster', 'member-exported'),
      schema: { params: Params, querystring: Query, response: { 200: z.instanceof(Buffer), ...problemResponses } },
    },
    async (request, reply) => {
      const { memberId, kind } = request.params
      const { language } = request.query
      const data = await memberDataOf(deps, accountOf(request).cellId, memberId, 'committee')
      if (!data) return reply.code(404).send({ refusal: 'no-such-member' })
      const text = kind === 'html' ? memberDataPage(data, language) : `${JSON.stringify(data, null, 2)}\n`
      return reply
        .type(contentTypes[kind])
        .header('content-disposition', `attachment; filename="${fileNames[language]}.${kind}"`)
        .send(Buffer.from(text))
    },
  )
}
