import { type AppendFaults, type Database, openDatabase } from '@khac-sau/database'
import { mkdirSync } from 'node:fs'
import { networkInterfaces, uptime } from 'node:os'
import { accountSessions } from './accounts/account-sessions.ts'
import { passwordHashing } from './accounts/passwords.ts'
import { newSetupCode } from './accounts/setup-code.ts'
import { automaticBackups } from './backup/automatic-backups.ts'
import { allowedOrigins, publicUrlOf } from './addresses.ts'
import { contestRooms } from './rooms/contest-rooms.ts'
import { databaseFile, type Environment } from './environment.ts'
import { buildApp } from './http/build-app.ts'
import { type GatewayDependencies, newLobbies, outletsOf } from './socket/gateway.ts'
import { hostGateway } from './socket/host-gateway.ts'
import { memberGateway } from './socket/member-gateway.ts'
import { screenGateway } from './socket/screen-gateway.ts'
import { sleeplessClock } from './sleepless-clock.ts'
import { socketServer } from './socket/socket-server.ts'

export type RunningServer = {
  readonly port: number
  readonly publicUrl: () => string
  /** Printed while there is no account. */
  readonly setupCode: string
  readonly database: Database
  close(): Promise<void>
}

export type ServerOptions = {
  /** For tests: what the disk does. */
  readonly faults?: AppendFaults
}

/** Wires everything once; `main.ts` and the tests start the same server. */
export async function startServer(
  environment: Environment,
  webRoot: string,
  { faults }: ServerOptions = {},
): Promise<RunningServer> {
  mkdirSync(environment.dataDir, { recursive: true })
  const database = await openDatabase(databaseFile(environment), {
    report: (error) => report(error, 'database'),
    faults,
  })
  // Port 0 lets the system choose; what it chose is known after listening, before anybody asks.
  let { port } = environment
  const publicUrl = () => publicUrlOf({ ...environment, port }, networkInterfaces())
  const origins = () => allowedOrigins({ ...environment, port }, networkInterfaces())
  const https = environment.publicUrl?.startsWith('https:') ?? false
  const wallNow = () => Date.now()
  const sessions = accountSessions({ store: database.store, now: wallNow, secure: https })
  const setupCode = newSetupCode()
  const lobbies = newLobbies(publicUrl)

  const report = (error: unknown, about: string) => app.log.error({ err: error, about }, 'unexpected')
  const backups = automaticBackups({
    dataDir: environment.dataDir,
    databaseFile: databaseFile(environment),
    wallNow,
    report,
  })
  const rooms = contestRooms({
    database,
    outletsOf: (contestId) => outletsOf(io.namespaces, lobbies.of(contestId), contestId),
    audienceOf: (contestId) => lobbies.of(contestId).audience,
    now: sleeplessClock(() => performance.now(), uptime),
    wallNow,
    settled: (contestId) => void backups.afterContest(contestId),
    schedule(delay, run) {
      const timer = setTimeout(run, delay)
      return () => clearTimeout(timer)
    },
    report,
  })
  const app = buildApp({
    database,
    sessions,
    passwords: passwordHashing(),
    setupCode,
    rooms,
    now: wallNow,
    publicUrl,
    allowedOrigins: origins,
    https,
    webRoot,
    trustedProxies: environment.trustedProxies,
    logger: { level: environment.logLevel },
  })
  // Sockets from a page of any other origin are turned away; no origin at all is no browser.
  const io = socketServer(app.server, (origin) => origin === undefined || origins().has(origin))
  app.addHook('preClose', async () => {
    rooms.close()
    await io.close()
  })
  const { accountOfCookie } = sessions
  const gateways: GatewayDependencies = {
    namespaces: io.namespaces,
    store: database.store,
    rooms,
    lobbies,
    accountOfCookie,
    wallNow,
    report,
  }
  memberGateway(gateways)
  hostGateway(gateways)
  screenGateway(gateways)

  await app.listen({ host: environment.host, port: environment.port })
  const address = app.server.address()
  if (typeof address === 'object' && address !== null) port = address.port
  return {
    port,
    publicUrl,
    setupCode: setupCode.printed,
    database,
    async close() {
      await app.close()
      await backups.close()
      await database.close()
    },
  }
}
