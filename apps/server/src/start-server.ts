import { accountRepository, type AppendFaults, type Database, newId, openDatabase } from '@khac-sau/database'
import { may } from '@khac-sau/engine'
import { openPageLinks, type Schedule } from '@khac-sau/room'
import { mkdirSync, readFileSync } from 'node:fs'
import { networkInterfaces, uptime } from 'node:os'
import { z } from 'zod'
import { accountSessions } from './accounts/account-sessions.ts'
import { passwordHashing } from './accounts/passwords.ts'
import { newSetupCode } from './accounts/setup-code.ts'
import { openBackups } from './backup/backups.ts'
import { restoreStaged } from './backup/staged-restore.ts'
import { allowedOrigins, type Interfaces, ownAddress } from './addresses.ts'
import { connectionChecks } from './connection/connection-checks.ts'
import { joinAddress } from './connection/join-address.ts'
import { clientAddress } from './limits/client-address.ts'
import { codeGuesses } from './limits/code-guesses.ts'
import { readErasures } from './members/erasure/erasure-list.ts'
import { openErasures, reapplyErasures } from './members/erasure/erasures.ts'
import { pinCheck } from './members/pin-check.ts'
import { openRemotes } from './remotes/remotes.ts'
import type { Joining } from './rehearsal/simulated-people.ts'
import { openRehearsals, wipeLeftRehearsals } from './rehearsal/rehearsals.ts'
import { startRetention } from './retention/retention-job.ts'
import { contestRooms, type ContestRoomsDependencies } from './rooms/contest-rooms.ts'
import type { Houses } from './rooms/houses.ts'
import { databaseFile, type Environment, erasuresFile, rehearsalFolder } from './environment.ts'
import { buildApp } from './http/build-app.ts'
import { type GatewayDependencies, newLobbies, outletsOf } from './socket/gateway.ts'
import { checkGateway } from './socket/check-gateway.ts'
import { hostGateway } from './socket/host-gateway.ts'
import { kernelRoundTrips, nothingFromTheKernel } from './socket/kernel-round-trips.ts'
import { memberGateway } from './socket/member-gateway.ts'
import { remoteGateway } from './socket/remote-gateway.ts'
import { requestLimits } from './socket/request-limits.ts'
import { screenGateway } from './socket/screen-gateway.ts'
import { sleeplessClock } from './sleepless-clock.ts'
import {
  closeAccount,
  closeDevice,
  closePages,
  closeRemotes,
  closeSession,
  socketServer,
} from './socket/socket-server.ts'

export type RunningServer = {
  readonly port: number
  readonly publicUrl: () => string
  /** Printed while there is no account. */
  readonly setupCode: string
  readonly database: Database
  close(): Promise<void>
}

export type ServerOptions = {
  /** Closes this server and starts another on the same data. Without it nothing is restored by a button. */
  readonly restart?: () => void
  /** Members are to come by another address than the one that they were told. */
  readonly moved?: (publicUrl: string) => void
  /** For tests: what the disk does. */
  readonly faults?: AppendFaults
  /** For tests, which have less time: how a rehearsal's members come. */
  readonly joining?: Joining
  /** For tests: what networks this machine is in, and how often that is looked up. */
  readonly network?: { readonly interfaces: () => Interfaces; readonly everyMillis: number }
}

/** Wires everything once; `main.ts` and the tests start the same server. */
export async function startServer(
  environment: Environment,
  webRoot: string,
  { restart, moved, faults, joining, network }: ServerOptions = {},
): Promise<RunningServer> {
  mkdirSync(environment.dataDir, { recursive: true })
  const wallNow = () => Date.now()
  const dataFile = databaseFile(environment)
  const early = earlyReports()
  const lastRestore = await restoreStaged(dataFile, { wallNow, report: early.report })
  const database = await openDatabase(dataFile, { report: (error) => report(error, 'database'), faults })
  const erasedList = erasuresFile(environment)
  await reapplyErasures(database.store, erasedList, wallNow())
  // Port 0 lets the system choose; what it chose is known after listening, before anybody asks.
  let { port } = environment
  const place = () => ({ ...environment, port })
  const interfaces = network?.interfaces ?? networkInterfaces
  const origins = () => allowedOrigins(place(), interfaces())
  const https = environment.publicUrl?.startsWith('https:') ?? false
  const sessions = accountSessions({
    store: database.store,
    now: wallNow,
    secure: https,
    ended: (sessionHash) => closeSession(io.namespaces, sessionHash),
    accountChanged: (accountId) => closeAccount(io.namespaces, accountId),
  })
  const setupCode = newSetupCode()
  const passwords = passwordHashing()
  const processNow = sleeplessClock(() => performance.now(), uptime)
  const schedule: Schedule = (delay, run) => {
    const timer = setTimeout(run, delay)
    return () => clearTimeout(timer)
  }
  const address = joinAddress({ place, interfaces, schedule, everyMillis: network?.everyMillis })
  const checks = connectionChecks(processNow)
  const guesses = codeGuesses(processNow)
  const addressOf = clientAddress(environment.trustedProxies)
  const lobbies = newLobbies(address.url, () => openPageLinks(processNow, schedule))

  const report = (error: unknown, about: string) => app.log.error({ err: error, about }, 'unexpected')
  const backups = openBackups({
    dataDir: environment.dataDir,
    databaseFile: dataFile,
    wallNow,
    report,
    erased: () => readErasures(erasedList),
  })
  const { eraseInCopies } = backups
  const erasures = openErasures({ store: database.store, file: erasedList, now: wallNow, eraseInCopies, report })
  const surroundings: Omit<ContestRoomsDependencies, 'database' | 'rehearsal' | 'settled'> = {
    outletsOf: (contestId) => outletsOf(io.namespaces, lobbies.of(contestId), contestId),
    audienceOf: (contestId) => lobbies.of(contestId).audience,
    linksOf: (contestId) => lobbies.of(contestId).links,
    now: processNow,
    wallNow,
    schedule,
    report,
  }
  const rooms = contestRooms({
    ...surroundings,
    database,
    rehearsal: false,
    settled: (contestId) => void backups.afterContest(contestId),
    closed(contestId) {
      lobbies.forget(contestId)
      remotes.forget(contestId)
      closePages(io.namespaces, contestId)
    },
  })
  const folder = rehearsalFolder(environment)
  await wipeLeftRehearsals(folder)
  const rehearsals = openRehearsals({
    store: database.store,
    folder,
    openRooms: (own, roomCode) =>
      contestRooms({
        ...surroundings,
        database: own,
        rehearsal: true,
        drawRoomCode: () => roomCode,
        settled: () => {},
      }),
    door: () => ({ address: ownAddress(app.server.address()), origin: `http://localhost:${port}` }),
    closePages(contestId) {
      closePages(io.namespaces, contestId)
      lobbies.forget(contestId)
      remotes.forget(contestId)
    },
    joining,
    wallNow,
    schedule,
    report,
  })
  const houses: Houses = {
    all: () => [{ store: database.store, rooms }, ...rehearsals.houses()],
    isOver: rehearsals.isOver,
  }
  const remotes = openRemotes({
    houses,
    now: processNow,
    wallNow,
    secure: https,
    async mayRun(cellId, accountId) {
      const account = await accountRepository(database.store).byId(cellId, accountId)
      return account !== undefined && may(account.role, 'run-contest')
    },
    async changed({ house, cellId, contestId }, isPaired) {
      lobbies.of(contestId).remote.isPaired = isPaired
      closeRemotes(io.namespaces, contestId)
      const live = await house.rooms.of(cellId, contestId)
      live?.room.presenceChanged()
    },
  })
  const app = buildApp({
    database,
    sessions,
    remotes,
    passwords,
    deviceForgotten: (deviceId) => closeDevice(io.namespaces, deviceId),
    setupCode,
    erasures,
    version: programVersion(),
    rooms,
    rehearsals,
    backupHouse: { backups, lastRestore, restart, bootId: newId() },
    now: wallNow,
    address,
    checks,
    codeGuesses: guesses,
    addressOf,
    allowedOrigins: origins,
    https,
    webRoot,
    trustedProxies: environment.trustedProxies,
    logger: { level: environment.logLevel },
  })
  early.passOnTo(report)
  const stopForgetting = await startRetention({
    store: database.store,
    wallNow,
    schedule,
    report,
    clean: () => erasures.clean({ evenIfOpen: true }),
  })
  // Sockets from a page of any other origin are turned away; no origin at all is no browser.
  const io = socketServer(app.server, (origin) => origin === undefined || origins().has(origin), processNow)
  let stopWatching = () => {}
  app.addHook('preClose', async () => {
    stopWatching()
    stopForgetting()
    await rehearsals.close()
    void rooms.close()
    lobbies.close()
    await io.close()
  })
  const { accountOfCookie } = sessions
  const gateways: GatewayDependencies = {
    namespaces: io.namespaces,
    kernel:
      environment.trustedProxies.length === 0
        ? kernelRoundTrips({ localPort: () => port, now: () => performance.now() })
        : nothingFromTheKernel,
    houses,
    lobbies,
    remotes,
    pins: pinCheck(passwords, wallNow),
    limits: { guesses, addressOf, requests: requestLimits(processNow), now: processNow },
    accountOfCookie,
    wallNow,
    report,
  }
  memberGateway(gateways)
  hostGateway(gateways)
  screenGateway(gateways)
  remoteGateway(gateways)
  checkGateway({ phones: io.phones, checks, now: processNow, report, limits: gateways.limits })

  await app.listen({ host: environment.host, port: environment.port })
  const bound = app.server.address()
  if (typeof bound === 'object' && bound !== null) port = bound.port
  stopWatching = address.watch((url) => {
    checks.renew()
    Promise.all(houses.all().map((house) => house.rooms.wayInChanged())).catch((error: unknown) =>
      report(error, 'telling of another address'),
    )
    moved?.(url)
  })
  return {
    port,
    publicUrl: address.url,
    setupCode: setupCode.printed,
    database,
    async close() {
      const impatience = setTimeout(() => app.server.closeAllConnections(), closingPatienceMillis)
      await app.close()
      clearTimeout(impatience)
      await Promise.all([backups.close(), erasures.idle()])
      await database.close()
    },
  }
}

/** From the sources as from the bundle, the repository's root is three folders up. */
function programVersion(): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')))
  return version
}

/** A download over a slow line must not keep a server from going. */
const closingPatienceMillis = 5_000

/** What happens before there is a log is told to it as soon as there is. */
function earlyReports() {
  const kept: [error: unknown, about: string][] = []
  return {
    report: (error: unknown, about: string) => void kept.push([error, about]),
    passOnTo: (report: (error: unknown, about: string) => void) => kept.forEach((one) => report(...one)),
  }
}
