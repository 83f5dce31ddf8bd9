import { createReadStream, ReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { administrationRepository, contestRepository, type Store } from '@khac-sau/database'
import {
  BackupCopy,
  Backups as BackupList,
  type LastRestore,
  mostBackupBytes,
  type RefusalCode,
  RestoreBegun,
  RestoreOrder,
} from '@khac-sau/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import type { PasswordChecks } from '../accounts/password-checks.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { copyRefusal } from './backup-refusals.ts'
import type { Backups } from './backups.ts'
import type { KeptCopy } from './kept-copies.ts'

export type BackupHouse = {
  readonly backups: Omit<Backups, 'afterContest' | 'close'>
  /** Of the restore that was to be done when this process began. */
  readonly lastRestore: LastRestore | null
  /** Closes the server and starts it anew; nobody may be there who could. */
  readonly restart: (() => void) | undefined
  /** Names this start of the server: a page sees by it that another one has begun. */
  readonly bootId: string
}

export type BackupDeps = Pick<AccountGuard, 'accountOf'> &
  BackupHouse & {
    readonly store: Store
    readonly passwordChecks: PasswordChecks
  }

const BackupParams = z.object({ name: z.string().max(120) })
const sqliteType = 'application/vnd.sqlite3'

export const backupRoutes: FastifyPluginAsyncZod<BackupDeps> = async (app, deps) => {
  const { backups, store, lastRestore, bootId, restart, accountOf, passwordChecks } = deps
  /** A copy of the whole installation is nobody's of a cell where there are several: theirs is of their cell alone. */
  const isShared = () => administrationRepository(store).isShared()
  const backupsFor = async (request: FastifyRequest) =>
    (await isShared()) ? backups.ofCell(accountOf(request).cellId) : backups
  // Streamed to the disk by its route; what is too large is found out there.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))

  app.get(
    '/backups',
    { ...needs('back-up'), schema: { response: { 200: BackupList, ...problemResponses } } },
    async (request) => ({
      copies: (await (await backupsFor(request)).copies()).map(shown),
      making: backups.step(),
      lastRestore,
      shared: await isShared(),
    }),
  )

  app.post(
    '/backups',
    { ...needs('back-up', 'backup-made'), schema: { response: { 201: BackupCopy, ...problemResponses } } },
    async (request, reply) => {
      const outcome = await (await backupsFor(request)).byHand()
      if (outcome.ok) return reply.code(201).send(shown(outcome.value))
      const refusal = copyRefusal(outcome, 'data')
      return reply.code(statusOf(refusal)).send({ refusal })
    },
  )

  app.post(
    '/backups/uploads',
    {
      config: { ...needs('take-and-restore-copies', 'backup-uploaded').config, takesItsTime: true },
      bodyLimit: mostBackupBytes,
      schema: { response: { 201: BackupCopy, ...problemResponses } },
    },
    async (request, reply) => {
      if (await isShared()) return refusedAsShared(reply)
      const { body } = request
      if (!(body instanceof Readable)) return reply.code(400).send({ refusal: 'bad-request' })
      const outcome = await backups.receive(body, mostBackupBytes)
      if (outcome.ok) return reply.code(201).send(shown(outcome.value))
      const refusal = copyRefusal(outcome, 'file')
      return reply.code(statusOf(refusal)).send({ refusal })
    },
  )

  app.get(
    '/backups/:name',
    {
      ...needs('take-and-restore-copies', 'backup-downloaded'),
      schema: { params: BackupParams, response: { 200: z.instanceof(ReadStream), ...problemResponses } },
    },
    async (request, reply) => {
      const copy = await namedCopy(await backupsFor(request), request.params.name)
      if (!copy) return reply.code(404).send({ refusal: 'no-such-backup' })
      return reply
        .type(sqliteType)
        .header('content-disposition', `attachment; filename="${copy.name}"`)
        .header('content-length', copy.bytes)
        .send(createReadStream(copy.file))
    },
  )

  app.post(
    '/backups/:name/restore',
    {
      ...needs('take-and-restore-copies', 'restore-ordered'),
      schema: { params: BackupParams, body: RestoreOrder, response: { 202: RestoreBegun, ...problemResponses } },
    },
    async (request, reply) => {
      if (await isShared()) return refusedAsShared(reply)
      const refusal =
        (await passwordChecks.refusal(accountOf(request), request.body.password)) ??
        (await stagingRefusal(deps, request.params.name))
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      // The page is told before its server goes.
      reply.raw.once('finish', () => restart?.())
      return reply.code(202).send({ bootId })
    },
  )
}

/** A name is looked up in the list and never made into a path. */
async function namedCopy(backups: Pick<Backups, 'copies'>, name: string): Promise<KeptCopy | undefined> {
  return (await backups.copies()).find((copy) => copy.name === name)
}

function refusedAsShared(reply: FastifyReply) {
  return reply.code(statusOf('by-the-administrator')).send({ refusal: 'by-the-administrator' as const })
}

function shown({ name, kind, madeAtMs, bytes }: KeptCopy): BackupCopy {
  return { name, kind, madeAtMs, bytes }
}

/** Nothing is changed until the copy is known to be whole; it is put in place by the next start. */
async function stagingRefusal({ backups, store, restart }: BackupDeps, name: string): Promise<RefusalCode | undefined> {
  if (!restart) return 'cannot-restart'
  const copy = await namedCopy(backups, name)
  if (!copy) return 'no-such-backup'
  const contests = contestRepository(store)
  if (await contests.isAnyOpen()) return 'contest-under-way'
  const staged = await backups.stage(copy)
  if (!staged.ok) return copyRefusal(staged, 'file')
  // Another page may have opened a room meanwhile.
  if (!(await contests.isAnyOpen())) return undefined
  await backups.unstage()
  return 'contest-under-way'
}
