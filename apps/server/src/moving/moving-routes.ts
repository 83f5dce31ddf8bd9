import { auditRepository, contestRepository, memberRepository, type Store } from '@khac-sau/database'
import { Moving } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { movedAwayAtMs } from './moved-away.ts'

export type MovingDeps = Pick<AccountGuard, 'accountOf'> & { readonly store: Store }

/** From one computer to another, so that at the end nobody hosts on both. */
export const movingRoutes: FastifyPluginAsyncZod<MovingDeps> = async (app, { store, accountOf }) => {
  const nothing = { schema: { response: { 200: z.object({}), ...problemResponses } } }
  const contests = contestRepository(store)

  app.get(
    '/moving',
    { ...needs('take-and-restore-copies'), schema: { response: { 200: Moving, ...problemResponses } } },
    (request) => movingOf(store, accountOf(request).cellId),
  )
  // What they do is what is written down of them.
  app.post('/moving', { ...needs('take-and-restore-copies', 'move-begun'), ...nothing }, async () => ({}))
  app.delete('/moving', { ...needs('take-and-restore-copies', 'move-dropped'), ...nothing }, async () => ({}))
  app.delete('/moving/done', { ...needs('take-and-restore-copies', 'moved-back'), ...nothing }, async () => ({}))

  app.post(
    '/moving/done',
    { ...needs('take-and-restore-copies', 'moved-away'), ...nothing },
    async (request, reply) => {
      const { cellId } = accountOf(request)
      const isOpen = (await contests.list(cellId)).some(({ stage }) => stage === 'open')
      if (!isOpen) return {}
      return reply.code(statusOf('contest-under-way')).send({ refusal: 'contest-under-way' })
    },
  )
}

async function movingOf(store: Store, cellId: string): Promise<Moving> {
  const audit = auditRepository(store)
  const last = await audit.newestOf(cellId, ['move-begun', 'move-dropped', 'moved-away', 'moved-back'])
  const since = last?.action === 'move-begun' ? { after: last.seq } : undefined
  const copy = since && (await audit.newestOf(cellId, ['backup-made'], since))
  const fetched = since && (await audit.newestOf(cellId, ['backup-downloaded'], since))
  const contests = await contestRepository(store).list(cellId)
  const settled = contests.find(({ stage }) => stage === 'settled')
  return {
    begunAtMs: since && last ? last.atMs : null,
    copyAtMs: copy?.atMs ?? null,
    fetchedAtMs: fetched?.atMs ?? null,
    movedAtMs: await movedAwayAtMs(store, cellId),
    members: (await memberRepository(store).list(cellId)).filter(({ active }) => active).length,
    contests: contests.length,
    lastSettled: settled ? { title: settled.title, month: settled.month } : null,
  }
}
