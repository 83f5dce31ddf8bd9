import { fastifyCookie } from '@fastify/cookie'
import helmet from '@fastify/helmet'
import type { Database } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import Fastify, { LogController, type FastifyInstance, type FastifyServerOptions, type RouteOptions } from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { accessRoutes } from '../accounts/access-routes.ts'
import { accountGuard, permissionOf } from '../accounts/account-guard.ts'
import type { AccountSessions } from '../accounts/account-sessions.ts'
import { cellRoutes } from '../accounts/cell-routes.ts'
import { invitationRoutes } from '../accounts/invitation-routes.ts'
import { ownAccountRoutes } from '../accounts/own-account-routes.ts'
import { passwordChecks as passwordChecksOf } from '../accounts/password-checks.ts'
import type { Passwords } from '../accounts/passwords.ts'
import { recoveryRoutes } from '../accounts/recovery-routes.ts'
import type { SetupCode } from '../accounts/setup-code.ts'
import { signInRoutes } from '../accounts/sign-in-routes.ts'
import { administrationRoutes } from '../administration/administration-routes.ts'
import { quotaChecks } from '../administration/quotas.ts'
import { auditRoutes } from '../audit/audit-routes.ts'
import { auditTrail } from '../audit/audit-trail.ts'
import { type BackupHouse, backupRoutes } from '../backup/backup-routes.ts'
import { boardRoutes } from '../boards/board-routes.ts'
import type { ConnectionChecks } from '../connection/connection-checks.ts'
import { connectionRoutes, phoneRoutes } from '../connection/connection-routes.ts'
import type { JoinAddress } from '../connection/join-address.ts'
import type { ClientAddress } from '../limits/client-address.ts'
import type { CodeGuesses } from '../limits/code-guesses.ts'
import { answerRoutes } from '../contests/answer-routes.ts'
import { contestRoutes } from '../contests/contest-routes.ts'
import { openRoutes } from '../contests/open-routes.ts'
import { resultRoutes } from '../contests/result-routes.ts'
import { timingRoutes } from '../contests/timing-routes.ts'
import type { RoomKeeper } from '../contests/rooms.ts'
import { handoverRoutes } from '../handover/handover-routes.ts'
import { movingRoutes } from '../moving/moving-routes.ts'
import type { Remotes } from '../remotes/remotes.ts'
import { type RemoteDeps, remoteRoutes } from '../remotes/remote-routes.ts'
import { rehearsalRoutes } from '../rehearsal/rehearsal-routes.ts'
import type { Rehearsals } from '../rehearsal/rehearsals.ts'
import { erasureRoutes } from '../members/erasure/erasure-routes.ts'
import type { Erasures } from '../members/erasure/erasures.ts'
import { linkRoutes } from '../members/link-routes.ts'
import { memberDataRoutes } from '../members/member-data/member-data-routes.ts'
import { ownDataRoutes } from '../members/member-data/own-data-routes.ts'
import { phoneLinkRoutes } from '../members/phone-link-routes.ts'
import { mergeRoutes } from '../members/merge-routes.ts'
import { memberRoutes } from '../members/member-routes.ts'
import { proofRoutes } from '../members/proof-routes.ts'
import { rosterExportRoutes } from '../members/roster-export-routes.ts'
import { rosterFileRoutes } from '../members/roster-file-routes.ts'
import { refuseCrossSite } from './cross-site.ts'
import { answerError, answerUnreadable } from './errors.ts'
import { healthRoutes } from './health-routes.ts'
import { inputValidator } from './input-validator.ts'
import { securityHeaders } from './security-headers.ts'
import { limitSlowBodies, slowRequests } from './slow-requests.ts'
import { serveStaticFiles } from './static-files.ts'

export type AppDeps = {
  readonly database: Pick<Database, 'store' | 'contestLog'>
  readonly sessions: AccountSessions
  readonly passwords: Passwords
  readonly setupCode: SetupCode
  readonly deviceForgotten: (deviceId: string) => void
  readonly erasures: Pick<Erasures, 'erase' | 'eraseCell' | 'isCleaning'>
  readonly rooms: RoomKeeper
  readonly rehearsals: Pick<Rehearsals, 'begin' | 'of' | 'end' | 'houses'>
  readonly remotes: RemoteDeps['remotes'] & Pick<Remotes, 'endAllOf'>
  readonly backupHouse: BackupHouse
  /** Of this program, as package.json has it. */
  readonly version: string
  readonly now: () => WallMillis
  readonly address: Pick<JoinAddress, 'url' | 'reach'>
  readonly checks: ConnectionChecks
  readonly codeGuesses: CodeGuesses
  readonly addressOf: ClientAddress
  readonly allowedOrigins: () => ReadonlySet<string>
  /** Reached over https only. */
  readonly https: boolean
  /** The folder of the built pages; may not exist. */
  readonly webRoot: string
  readonly trustedProxies: readonly string[]
  readonly logger: NonNullable<FastifyServerOptions['logger']>
  /** Hears of every route as it is registered. */
  readonly onRoute?: (route: RouteOptions) => void
}

/** Enough for a pasted roster or question set; longer ones are refused with `too-large`. */
const bodyBytes = 200 * 1024

export function buildApp(deps: AppDeps): FastifyInstance {
  const { allowedOrigins, https, webRoot, trustedProxies, logger, onRoute } = deps
  const app = Fastify({
    logger,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: bodyBytes,
    http: slowRequests.server,
    requestTimeout: slowRequests.wholeMillis,
    // Addresses hold keys of boards and projectors, and the terminal shows the room's QR code.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerError,
    clientErrorHandler: answerUnreadable,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(inputValidator)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  if (onRoute) app.addHook('onRoute', onRoute)
  limitSlowBodies(app, slowRequests.bodyMillis)
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store')
  })
  void app.register(helmet, securityHeaders(https))
  void app.register(fastifyCookie)
  app.addHook('onRequest', refuseCrossSite(allowedOrigins))
  void app.register(healthRoutes, { store: deps.database.store, bootId: deps.backupHouse.bootId })
  registerApi(app, deps)
  serveStaticFiles(app, webRoot)
  return app
}

function registerApi(app: FastifyInstance, deps: AppDeps): void {
  const { database, sessions, passwords, setupCode, rooms, rehearsals, remotes, backupHouse, now, address, checks } =
    deps
  const { deviceForgotten, erasures, version, https, codeGuesses, addressOf } = deps
  const publicUrl = address.url
  const { store, contestLog } = database
  const { requireAccount, accountOf } = accountGuard(sessions)
  const passwordChecks = passwordChecksOf({ store, passwords, now })
  const audit = auditTrail({ store, now, accountOf })
  const quotas = quotaChecks(store)
  const prefix = '/api'
  void app.register(signInRoutes, { prefix, store, sessions, passwords, setupCode, now, publicUrl })
  void app.register(recoveryRoutes, { prefix, store, audit, sessions, remotes, passwords, now, publicUrl })
  void app.register(invitationRoutes, { prefix, store, audit, sessions, passwords, now, publicUrl })
  void app.register(boardRoutes, { prefix, store, now })
  void app.register(ownDataRoutes, { prefix, store, contestLog, now })
  void app.register(answerRoutes, {
    prefix,
    codeGuesses,
    addressOf,
    houses: () => [{ store, rooms }, ...rehearsals.houses()],
  })
  void app.register(phoneRoutes, { prefix, checks })
  void app.register(phoneLinkRoutes, { prefix, store, now, deviceForgotten })
  void app.register(remoteRoutes, { prefix, remotes })
  const ending = { sessions, rehearsals, rooms, backups: backupHouse.backups, erasures }
  const administration = { store, audit, passwords, now, publicUrl, secure: https, version, ...ending }
  void app.register(administrationRoutes, { prefix: `${prefix}/administration`, ...administration })
  void app.register(async (host) => {
    host.addHook('onRequest', requireAccount)
    host.addHook('onSend', audit.afterRequest)
    host.addHook('onRoute', ({ method, url, config }) => {
      if (!permissionOf(config)) throw new Error(`${String(method)} ${url} declares no permission`)
    })
    void host.register(accessRoutes, { prefix, store, sessions, audit, now, accountOf, publicUrl })
    void host.register(auditRoutes, { prefix, store, accountOf })
    void host.register(ownAccountRoutes, { prefix, store, sessions, remotes, passwords, passwordChecks, accountOf })
    void host.register(cellRoutes, { prefix, store, rooms, now, accountOf, publicUrl })
    void host.register(memberRoutes, { prefix, store, rooms, quotas, now, accountOf })
    void host.register(linkRoutes, { prefix, store, audit, now, publicUrl, accountOf })
    void host.register(mergeRoutes, { prefix, store, contestLog, audit, rooms, now, accountOf })
    void host.register(rosterFileRoutes, { prefix })
    void host.register(rosterExportRoutes, { prefix, store, accountOf })
    void host.register(erasureRoutes, { prefix, store, contestLog, erasures, rooms, accountOf, deviceForgotten })
    void host.register(memberDataRoutes, { prefix, store, contestLog, now, accountOf })
    void host.register(proofRoutes, { prefix, store, audit, passwords, rooms, now, accountOf, deviceForgotten })
    void host.register(contestRoutes, { prefix, store, audit, quotas, now, publicUrl, accountOf })
    void host.register(openRoutes, { prefix, store, rooms, rehearsals, publicUrl, accountOf })
    void host.register(rehearsalRoutes, { prefix, store, rehearsals, accountOf })
    void host.register(resultRoutes, { prefix, store, audit, contestLog, now, accountOf })
    void host.register(backupRoutes, { prefix, store, passwordChecks, accountOf, ...backupHouse })
    void host.register(handoverRoutes, { prefix, store, sessions, remotes, audit, passwordChecks, now, accountOf })
    void host.register(movingRoutes, { prefix, store, accountOf })
    void host.register(timingRoutes, { prefix, store, contestLog, accountOf })
    void host.register(connectionRoutes, { prefix, checks, address, accountOf })
  })
}
