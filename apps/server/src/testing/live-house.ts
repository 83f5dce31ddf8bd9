import type { ContestSettings, HostView, MemberView, ScreenView } from '@khac-sau/engine'
import { type Ack, type HostExtras, type JoinInfo, PROTOCOL_VERSION } from '@khac-sau/protocol'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import type { Interfaces } from '../addresses.ts'
import { readEnvironment } from '../environment.ts'
import { type RunningServer, startServer } from '../start-server.ts'

type Question = {
  readonly stem: string
  readonly options: readonly string[]
  readonly right: readonly number[]
  readonly explanation: string
  readonly source: string
  readonly seconds: number
}

const question: Question = {
  stem: 'Kết luận 01-KL/TW?',
  options: ['2016', '2021'],
  right: [1],
  explanation: 'Ngày 18/5/2021.',
  source: 'Kết luận 01-KL/TW',
  seconds: 30,
}

/** One real server and the pages of a room, for tests of what travels between them. */
let dataDir: string
let server: RunningServer
let sockets: Socket[]
/** How many pages the database may have; 0 for a disk with space. */
let pageLimit: Int32Array<SharedArrayBuffer>
let interfaces: Interfaces

/** For `beforeEach`. */
export async function startHouse(): Promise<void> {
  dataDir = await mkdtemp(join(tmpdir(), 'khac-sau-live-'))
  sockets = []
  pageLimit = new Int32Array(new SharedArrayBuffer(4))
  interfaces = networkInterfaces()
  server = await start()
}

/** For `afterEach`. */
export async function stopHouse(): Promise<void> {
  for (const socket of sockets) socket.disconnect()
  await server.close()
  await rm(dataDir, { recursive: true, force: true })
}

/** The server dies with every page's connection, and another one starts on the same data. */
export async function restart(): Promise<void> {
  await server.close()
  for (const socket of sockets) socket.disconnect()
  server = await start()
}

export const database = () => server.database

/** From now on the log cannot grow by a page, as on a full disk; or it can again. */
export const diskIsFull = (full: boolean) => void Atomics.store(pageLimit, 0, full ? 1 : 0)

/** The machine has this address in its Wi-Fi now, and no other. */
export function moveTo(address: string): void {
  interfaces = { wlan0: [{ address, internal: false, family: 'IPv4', netmask: '', mac: '', cidr: null }] }
}

/** The copies that the server has made by itself. */
export const backups = () => readdir(join(dataDir, 'backups')).catch(() => [])

/** What rehearsals have on the disk. */
export const rehearsalFolders = () => readdir(join(dataDir, 'rehearsals')).catch(() => [])

function start(): Promise<RunningServer> {
  const environment = readEnvironment({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  if (!environment.ok) throw new Error(environment.problem)
  return startServer(environment.value, join(dataDir, 'no-pages'), {
    faults: { largestPageCount: pageLimit },
    joining: { firstAfterMillis: 0, withinMillis: 500 },
    network: { interfaces: () => interfaces, everyMillis: 20 },
  })
}

export const origin = () => `http://localhost:${server.port}`

export async function call(
  method: string,
  path: string,
  cookie: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ cookie: string; json: unknown }> {
  const response = await fetch(`${origin()}${path}`, {
    method,
    headers: { ...headers, origin: origin(), cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return {
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie,
    json: text ? JSON.parse(text) : undefined,
  }
}

export type Prepared = { cookie: string; contestId: string; roomCode: string; screenKey: string; memberIds: string[] }

/** A cell with members and a contest that is written, as the secretary makes it. */
export async function drafted(
  names: readonly string[],
  questions: readonly Question[] = [question, question],
  changedSettings: Partial<ContestSettings> = {},
): Promise<Pick<Prepared, 'cookie' | 'contestId' | 'memberIds'>> {
  const setup = { setupCode: server.setupCode, cellName: 'Chi bộ Hoa Sen', login: 'bithu', password: 'mat-khau-dai' }
  const { cookie } = await call('POST', '/api/setup', '', setup)
  await call('POST', '/api/members', cookie, { people: names.map((name) => ({ name, groupName: '' })) })
  const { json: members } = (await call('GET', '/api/members', cookie)) as {
    json: { members: { memberId: string; name: string }[] }
  }
  const contestId = await draftedContest(cookie, questions, changedSettings)
  const memberIds = names.map((name) => members.members.find((member) => member.name === name)?.memberId ?? '')
  return { cookie, contestId, memberIds }
}

/** One more of the cell whose secretary has that cookie. */
export async function draftedContest(
  cookie: string,
  questions: readonly Question[] = [question, question],
  changedSettings: Partial<ContestSettings> = {},
): Promise<string> {
  const common = { month: '2027-04', title: 'Kỳ thi tháng 4' }
  const created = (await call('POST', '/api/contests', cookie, common)) as {
    json: { contestId: string; revision: number; settings: object }
  }
  const { contestId, revision, settings } = created.json
  const change = { ...common, revision, settings: { ...settings, ...changedSettings }, questions }
  await call('PUT', `/api/contests/${contestId}`, cookie, change)
  return contestId
}

/** … and whose room is open. */
export async function prepared(
  names: readonly string[],
  questions?: readonly Question[],
  settings?: Partial<ContestSettings>,
): Promise<Prepared> {
  const { cookie, contestId, memberIds } = await drafted(names, questions, settings)
  return { cookie, contestId, memberIds, ...(await openRoom(contestId, cookie)) }
}

/** As its editor opens it, with the revision that is stored. */
export async function openRoom(contestId: string, cookie: string) {
  const url = `/api/contests/${contestId}`
  const { revision } = (await call('GET', url, cookie)).json as { revision: number }
  const opened = (await call('POST', `${url}/open`, cookie, { revision })).json as {
    roomCode: string
    screenUrl: string
  }
  return { roomCode: opened.roomCode, screenKey: opened.screenUrl.split('/').at(-1) ?? '' }
}

export function connect(namespace: string, auth: object, headers: Record<string, string> = {}): Socket {
  const socket = io(`${origin()}${namespace}`, {
    transports: ['websocket'],
    auth: { protocolVersion: PROTOCOL_VERSION, ...auth },
    extraHeaders: { origin: origin(), ...headers },
    forceNew: true,
    ackTimeout: 5_000,
    reconnectionDelay: 50,
  })
  sockets.push(socket)
  return socket
}

/** A page of any role, keeping the newest view it was sent. */
export function page<View extends { stage: { name: string } }, Extra = undefined>(socket: Socket, event: string) {
  const seen: { view: View | undefined; extra: Extra | undefined; all: string[] } = {
    view: undefined,
    extra: undefined,
    all: [],
  }
  const waiting = new Set<() => void>()
  socket.on(event, (view: View, extra: Extra) => {
    seen.view = view
    seen.extra = extra
    seen.all.push(JSON.stringify(view))
    for (const check of waiting) check()
  })
  return {
    seen,
    socket,
    until(done: (view: View, extra: Extra) => boolean): Promise<View> {
      return new Promise((resolve) => {
        const check = () => {
          if (seen.view === undefined || !done(seen.view, seen.extra as Extra)) return
          waiting.delete(check)
          resolve(seen.view)
        }
        waiting.add(check)
        check()
      })
    },
    stage(name: string): Promise<View> {
      return this.until((view) => view.stage.name === name)
    },
  }
}

export const refusalOf = (socket: Socket): Promise<string> =>
  new Promise((resolve) =>
    socket.once('connect_error', (error: Error & { data?: { refusal: string } }) =>
      resolve(error.data?.refusal ?? error.message),
    ),
  )

export async function request<Value>(socket: Socket, name: string, input: unknown): Promise<Ack<Value>> {
  return socket.emitWithAck(name, input)
}

export async function phoneOf({ roomCode }: Prepared, memberId: string) {
  const visitor = connect('/member', { roomCode })
  const claimed = await request<{ token: string }>(visitor, 'member:claim', { memberId })
  visitor.disconnect()
  if (!claimed.ok) throw new Error(claimed.refusal)
  const socket = connect('/member', { roomCode, token: claimed.value.token })
  return { ...page<MemberView>(socket, 'member:view'), token: claimed.value.token }
}

export const hostOf = ({ cookie, contestId }: Prepared) =>
  page<HostView, HostExtras>(connect('/host', { contestId }, { cookie }), 'host:view')
export const screenOf = ({ screenKey }: Prepared) =>
  page<ScreenView, JoinInfo | null>(connect('/screen', { screenKey }), 'screen:view')

export async function openFirstQuestion(host: ReturnType<typeof hostOf>): Promise<string> {
  await request(host.socket, 'host:command', { type: 'next', after: 'lobby' })
  const { stage } = await host.stage('stem')
  if (stage.name !== 'stem') throw new Error('no stem')
  await host.until((view) => view.now >= 0)
  await request(host.socket, 'host:command', { type: 'cut-lead', openingId: stage.openingId })
  await host.stage('open')
  return stage.openingId
}
