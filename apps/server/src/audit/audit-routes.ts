import { accountRepository, auditRepository, contestRepository, memberRepository, type Store } from '@khac-sau/database'
import { AuditPage } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import { problemResponses } from '../http/refusal.ts'

export type AuditDeps = Pick<AccountGuard, 'accountOf'> & { readonly store: Store }

const pageLines = 50

/** GET /api/audit: who did what, for the owner. */
export const auditRoutes: FastifyPluginAsyncZod<AuditDeps> = async (app, { store, accountOf }) => {
  app.get(
    '/audit',
    { ...needs('read-audit'), schema: { querystring: AuditQuery, response: { 200: AuditPage, ...problemResponses } } },
    async (request) => {
      const { cellId } = accountOf(request)
      const entries = await auditRepository(store).page(cellId, pageLines + 1, request.query.before)
      const nameOf = await namesOf(store, cellId)
      const shown = entries.slice(0, pageLines)
      return {
        lines: shown.map(({ seq, atMs, action, actorId, contestId, memberId, accountId, question, detail }) => ({
          seq,
          atMs,
          action,
          actorName: nameOf.account(actorId),
          contestTitle: nameOf.contest(contestId),
          memberName: nameOf.member(memberId),
          accountName: nameOf.account(accountId),
          question,
          detail,
        })),
        older: entries.length > pageLines ? (shown.at(-1)?.seq ?? null) : null,
      }
    },
  )
}

const AuditQuery = z.object({ before: z.coerce.number().int().positive().optional() })

/** The log knows ids; what is erased since has no name any more. */
async function namesOf(store: Store, cellId: string) {
  const accounts = new Map((await accountRepository(store).list(cellId)).map((one) => [one.id, one.displayName]))
  const contests = new Map((await contestRepository(store).list(cellId)).map(({ id, title }) => [id, title]))
  const members = new Map((await memberRepository(store).listWithMerged(cellId)).map(({ id, name }) => [id, name]))
  const nameIn = (names: ReadonlyMap<string, string>) => (id: string | null) =>
    id === null ? null : (names.get(id) ?? null)
  return { account: nameIn(accounts), contest: nameIn(contests), member: nameIn(members) }
}
