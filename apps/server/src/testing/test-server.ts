import {
  accountRepository,
  cellRepository,
  contestRepository,
  memberRepository,
  newId,
  newSecret,
  type NewMember,
  type NewContest,
} from '@khac-sau/database'
import { type AdministrationTask, defaultSettings, type Permission, type Question, type Role } from '@khac-sau/engine'
import { administrationTaskOf } from '../administration/administration-guard.ts'
import { permissionOf } from '../accounts/account-guard.ts'
import { type AccountSessions, accountSessions } from '../accounts/account-sessions.ts'
import { passwordHashing } from '../accounts/passwords.ts'
import { openBackups } from '../backup/backups.ts'
import { clientAddress } from '../limits/client-address.ts'
import { codeGuesses } from '../limits/code-guesses.ts'
import { connectionChecks } from '../connection/connection-checks.ts'
import { newSetupCode } from '../accounts/setup-code.ts'
import { freezeWithNewCodes } from '../contests/room-code.ts'
import type { RoomKeeper } from '../contests/rooms.ts'
import { type AppDeps, buildApp } from '../http/build-app.ts'
import { databaseFile, erasuresFile } from '../environment.ts'
import { readErasures } from '../members/erasure/erasure-list.ts'
import { openErasures } from '../members/erasure/erasures.ts'
import type { Remotes } from '../remotes/remotes.ts'
import { remoteCookie } from '../remotes/remote-cookie.ts'
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts'

export const publicUrl = 'http://192.168.1.7:3000'

/** What a page of this server sends along with every write. */
export const ownPage = { origin: publicUrl, 'sec-fetch-site': 'same-origin' } as const

export type TestServer = Awaited<ReturnType<typeof openTestServer>>
type Asking = { readonly cookie?: string; readonly body?: object; readonly userAgent?: string }
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export const startMillis = Date.UTC(2026, 10, 22, 5)

/** The whole HTTP side on a real SQLite file; only the clock is ours. A database of another one is not closed with it. */
export async function openTestServer(
  changes: Partial<AppDeps> = {},
  shared?: TemporaryDatabase,
  ended: (sessionHash: string) => void = () => {},
  endAllOf: Remotes['endAllOf'] = async () => {},
) {
  const temporary = shared ?? (await openTemporaryDatabase())
  const { database } = temporary
  const clock = { at: startMillis }
  const changed: string[] = []
  const problems: unknown[] = []
  const sessions = accountSessions({
    store: database.store,
    now: () => clock.at,
    secure: changes.https ?? false,
    ended,
    accountChanged: (accountId) => changed.push(accountId),
  })
  const setupCode = newSetupCode()
  const routes: {
    readonly method: string
    readonly url: string
    readonly permission: Permission | undefined
    readonly administration: AdministrationTask | undefined
    readonly config: unknown
  }[] = []
  const backups = backupsOf(temporary, clock)
  const erasures = openErasures({
    store: database.store,
    file: erasuresFile(temporary),
    now: () => clock.at,
    eraseInCopies: backups.eraseInCopies,
    report: (error) => problems.push(error),
  })
  const app = buildApp({
    database,
    erasures,
    sessions,
    passwords: passwordHashing(),
    deviceForgotten: () => {},
    setupCode,
    rooms: freezingRooms(temporary),
    rehearsals: noRehearsals,
    remotes: { cookie: remoteCookie(changes.https ?? false), pair: async () => undefined, endAllOf },
    backupHouse: { backups, lastRestore: null, restart: undefined, bootId: 'boot' },
    version: '0.0.0',
    now: () => clock.at,
    address: { url: () => publicUrl, reach: () => 'network' },
    checks: connectionChecks(() => clock.at),
    codeGuesses: codeGuesses(() => clock.at),
    addressOf: clientAddress([]),
    allowedOrigins: () => new Set([publicUrl]),
    https: false,
    webRoot: '/nowhere',
    trustedProxies: [],
    logger: false,
    onRoute: ({ method, url, config }) =>
      routes.push(
        ...[method].flat().map((one) => ({
          method: one,
          url,
          config,
          permission: permissionOf(config),
          administration: administrationTaskOf(config),
        })),
      ),
    ...changes,
  })
  await app.ready()

  /** As a page of this server asks, with or without a session. */
  async function ask(method: Method, url: string, { cookie, body, userAgent }: Asking = {}) {
    const headers = {
      ...(method === 'GET' ? {} : ownPage),
      ...(cookie === undefined ? {} : { cookie }),
      ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
    }
    const response = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) })
    return { status: response.statusCode, body: response.json<unknown>(), headers: response.headers }
  }

  /** As its editor opens it, with the revision that is stored. */
  async function openRoom(contestId: string, cell: { readonly cookie: string }) {
    const url = `/api/contests/${contestId}`
    const { revision } = (await ask('GET', url, cell)).body as { revision: number }
    return ask('POST', `${url}/open`, { ...cell, body: { revision } })
  }

  return {
    app,
    ask,
    openRoom,
    backups,
    clock,
    database,
    erasures,
    /** What went wrong behind a request. */
    problems,
    routes,
    sessions,
    setupCode,
    temporary,
    /** Accounts whose pages were to be cut off. */
    changed,
    addCell: (name?: string) => addCell(temporary, sessions, name),
    async close() {
      await app.close()
      await erasures.idle()
      if (!shared) await temporary.discard()
    },
  }
}

export type TestCell = Awaited<ReturnType<typeof addCell>>

/** A cell of its own with an account that is signed in: tests of one file do not see one another's. */
async function addCell({ database: { store } }: TemporaryDatabase, sessions: AccountSessions, name = 'Chi bộ Mẫu') {
  const cell = { id: newId(), name, boardKey: newSecret(), createdAtMs: 1 }
  await cellRepository(store).create(cell)
  const addAccount = async (role: Role, displayName = 'Bí thư') => {
    const newAccount = {
      id: newId(),
      login: newId(),
      displayName,
      role,
      passwordHash: 'none',
      createdAtMs: 1,
    }
    const account = await accountRepository(store).create(cell.id, newAccount)
    if (!account.ok) throw new Error(account.refusal)
    const cookie = `${sessions.cookie.name}=${await sessions.start(account.value, 'a test')}`
    return { accountId: account.value.id, cookie }
  }
  return {
    ...cell,
    ...(await addAccount('owner')),
    /** Another one, of that role, signed in as well. */
    addAccount,
    async addMember(changes: Partial<NewMember> = {}): Promise<string> {
      const id = newId()
      await memberRepository(store).create(cell.id, [
        { id, name: 'Lê Thị Mẫu', ranked: true, active: true, fromMonth: '2026-01', createdAtMs: 2, ...changes },
      ])
      return id
    },
    async addContest(changes: Partial<NewContest> = {}): Promise<string> {
      const id = newId()
      await contestRepository(store).create(cell.id, {
        id,
        month: '2026-11',
        title: 'Kỳ thi tháng 11',
        settings: defaultSettings,
        draft: [sampleQuestion],
        createdAtMs: 3,
        ...changes,
      })
      return id
    },
  }
}

export const sampleQuestion: Question = {
  stem: 'Sinh hoạt chi bộ thường lệ được tổ chức mấy tháng một lần?',
  options: ['Mỗi tháng', 'Mỗi quý'],
  right: [0],
  explanation: 'Mỗi tháng một lần.',
  source: '',
  seconds: null,
}

/** Rooms that nobody is in have nobody to tell. */
export const silentRooms = {
  rosterChanged: () => Promise.resolve(),
  cellChanged: () => Promise.resolve(),
  cellClosed: () => Promise.resolve(),
  answer: () => Promise.resolve({ ok: false, refusal: 'room-not-open' } as const),
} satisfies Partial<RoomKeeper>

/** Nobody rehearses where there are no sockets. */
const noRehearsals = {
  begin: () => Promise.resolve({ ok: false, refusal: 'too-many-rehearsals' } as const),
  of: () => undefined,
  end: () => Promise.resolve(),
  houses: () => [],
} satisfies AppDeps['rehearsals']

export function backupsOf({ dataDir }: TemporaryDatabase, clock: { readonly at: number }) {
  const report = (error: unknown) => {
    throw error
  }
  return openBackups({
    dataDir,
    databaseFile: databaseFile({ dataDir }),
    wallNow: () => clock.at,
    report,
    erased: erasedOf(dataDir),
  })
}

const erasedOf = (dataDir: string) => () => readErasures(erasuresFile({ dataDir }))

/** As much of a room as the HTTP side can see: it freezes the contest. */
export function freezingRooms({ database }: TemporaryDatabase): RoomKeeper {
  return {
    async open(cellId, contestId, content, revision) {
      const freezing = { content, frozenAtMs: startMillis, revision }
      const frozen = await freezeWithNewCodes(database.store, cellId, contestId, freezing)
      if (frozen.ok) return { ok: true }
      return { ok: false, refusal: frozen.refusal === 'conflict' ? 'conflict' : 'room-already-open' }
    },
    ...silentRooms,
  }
}
