import {
  accountRepository,
  administratorRepository,
  cellRepository,
  hashSecret,
  newId,
  newSecret,
} from '@khac-sau/database'
import type { HostExtras, InvitationMade } from '@khac-sau/protocol'
import type { Event, HostView } from '@khac-sau/engine'
import { passwordHashing } from '../accounts/passwords.ts'
import {
  call,
  connect,
  database,
  hostOf,
  openRoom,
  type page,
  phoneOf,
  prepared,
  request,
  screenOf,
} from '../testing/live-house.ts'

/** A room with its people, and a neighbour's: what every abuse is tried on. Nothing in it is ever to change by one. */
export type Scene = {
  readonly cellId: string
  readonly cookie: string
  readonly contestId: string
  readonly roomCode: string
  readonly screenKey: string
  readonly memberIds: readonly string[]
  readonly host: ReturnType<typeof page<HostView, HostExtras>>
  readonly screen: ReturnType<typeof screenOf>
  /** An's and Bình's; Chi has not come. */
  readonly an: Awaited<ReturnType<typeof phoneOf>>
  readonly binh: Awaited<ReturnType<typeof phoneOf>>
  /** Of the same cell, with less to do. */
  readonly cookies: Readonly<Record<'secretary' | 'host' | 'viewer', string>>
  readonly accountIds: Readonly<Record<'owner' | 'secretary' | 'host' | 'viewer', string>>
  /** Once used, and once taken back. */
  readonly usedInvitation: string
  readonly revokedInvitation: string
  readonly neighbour: Neighbour
  /** Of the installation: nobody in a cell. */
  readonly administrator: { readonly cookie: string; readonly password: string }
  /** Of the question on show, once there is one. */
  openingId: string
}

/** Another cell of the installation, which asks for PINs. */
type Neighbour = {
  readonly cookie: string
  readonly accountId: string
  readonly contestId: string
  readonly roomCode: string
  readonly screenKey: string
  readonly memberIds: readonly string[]
  readonly pins: readonly string[]
  readonly token: string
  readonly sessionId: string
  readonly invitationId: string
}

export async function setScene(): Promise<Scene> {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình', 'Phạm Chi'])
  const host = hostOf(place)
  const screen = screenOf(place)
  const [an = '', binh = ''] = place.memberIds
  const phones = { an: await phoneOf(place, an), binh: await phoneOf(place, binh) }
  await Promise.all([host.stage('lobby'), screen.stage('lobby'), phones.an.stage('lobby'), phones.binh.stage('lobby')])
  const used = await invite(place.cookie, 'viewer')
  const cookies = {
    secretary: await accept(await invite(place.cookie, 'secretary'), 'thuky'),
    host: await accept(await invite(place.cookie, 'host'), 'dieuhanh'),
    viewer: await accept(used, 'nguoixem'),
  }
  const revoked = await invite(place.cookie, 'owner')
  await call('DELETE', `/api/access/invitations/${revoked.id}`, place.cookie)
  const { accounts } = (await call('GET', '/api/access', place.cookie)).json as {
    accounts: { accountId: string; role: string }[]
  }
  const idOf = (role: string) => accounts.find((one) => one.role === role)?.accountId ?? ''
  const accountIds = {
    owner: idOf('owner'),
    secretary: idOf('secretary'),
    host: idOf('host'),
    viewer: idOf('viewer'),
  }
  const [cell] = await database().store.read.select().from(database().store.tables.cell)
  return {
    ...place,
    ...phones,
    cellId: cell?.id ?? '',
    host,
    screen,
    cookies,
    accountIds,
    usedInvitation: used.secret,
    revokedInvitation: revoked.secret,
    neighbour: await moveIn(),
    administrator: await administrate(),
    openingId: '',
  }
}

async function invite(cookie: string, role: string): Promise<{ readonly id: string; readonly secret: string }> {
  const { json } = await call('POST', '/api/access/invitations', cookie, { role, validDays: 1 })
  const { invitation, url } = json as InvitationMade
  return { id: invitation.invitationId, secret: new URL(url).hash.slice(1) }
}

async function accept({ secret }: { readonly secret: string }, login: string): Promise<string> {
  const answer = { secret, login, displayName: login, password: 'mat-khau-dai' }
  return (await call('POST', '/api/invitations/accept', '', answer)).cookie
}

async function moveIn(): Promise<Neighbour> {
  const { store } = database()
  const cellId = newId()
  await cellRepository(store).create({ id: cellId, name: 'Chi bộ Hoa Mai', boardKey: newSecret(), createdAtMs: 1 })
  const account = await accountRepository(store).create(cellId, {
    id: newId(),
    login: 'hangxom',
    displayName: 'Hàng xóm',
    role: 'owner',
    passwordHash: await passwordHashing().hash('mat-khau-dai'),
    createdAtMs: 1,
  })
  if (!account.ok) throw new Error(account.refusal)
  const { cookie } = await call('POST', '/api/session', '', { login: 'hangxom', password: 'mat-khau-dai' })
  const people = ['Đỗ Mận', 'Vũ Đào', 'Hồ Lan'].map((name) => ({ name, groupName: '' }))
  await call('POST', '/api/members', cookie, { people })
  const { members } = (await call('GET', '/api/members', cookie)).json as { members: { memberId: string }[] }
  const memberIds = members.map(({ memberId }) => memberId)
  await call('PATCH', '/api/cell', cookie, { revision: 1, memberProof: 'pin' })
  const made = (await call('POST', '/api/members/pins', cookie, { memberIds })).json as {
    pins: { memberId: string; pin: string }[]
  }
  const pins = memberIds.map((memberId) => made.pins.find((one) => one.memberId === memberId)?.pin ?? '')
  const name = { month: '2027-04', title: 'Kỳ thi của hàng xóm' }
  const created = (await call('POST', '/api/contests', cookie, name)).json as {
    contestId: string
    revision: number
    settings: object
  }
  const questions = [{ stem: 'Hỏi?', options: ['Một', 'Hai'], right: [0], explanation: '', source: '', seconds: 30 }]
  const { contestId, revision, settings } = created
  await call('PUT', `/api/contests/${contestId}`, cookie, { ...name, revision, settings, questions })
  const { roomCode, screenKey } = await openRoom(contestId, cookie)
  const { sessions } = (await call('GET', '/api/account/sessions', cookie)).json as {
    sessions: { sessionId: string }[]
  }
  const token = await tokenByPin(roomCode, memberIds[0] ?? '', pins[0] ?? '')
  return {
    cookie,
    accountId: account.value.id,
    contestId,
    roomCode,
    screenKey,
    memberIds,
    pins,
    token,
    sessionId: sessions[0]?.sessionId ?? '',
    invitationId: (await invite(cookie, 'viewer')).id,
  }
}

async function administrate(): Promise<Scene['administrator']> {
  const secret = newSecret()
  const made = { administratorId: newId(), login: 'quantri', secretHash: hashSecret(secret) }
  const expiresAtMs = Date.now() + 60_000
  await administratorRepository(database().store).makeLink({ ...made, createdAtMs: 1, expiresAtMs })
  const password = 'mật khẩu quản trị'
  return { ...(await call('POST', '/api/administration/link', '', { secret, password })), password }
}

async function tokenByPin(roomCode: string, memberId: string, pin: string): Promise<string> {
  const visitor = connect('/member', { roomCode })
  const claimed = await request<{ token: string }>(visitor, 'member:claim', { memberId, pin })
  visitor.disconnect()
  if (!claimed.ok) throw new Error(claimed.refusal)
  return claimed.value.token
}

/** All that can be read of both cells, and both logs; which of them are closed, and what administrators did, too. */
export async function everythingOf(
  scene: Scene,
): Promise<{ readonly cells: readonly CellRead[]; readonly installation: unknown }> {
  return { cells: await readOfCells(scene), installation: await readOfInstallation() }
}

async function readOfInstallation(): Promise<unknown> {
  const { read, tables } = database().store
  return {
    cells: await read.select().from(tables.cell),
    erased: await read.select().from(tables.erasedCell),
    journal: await read.select().from(tables.administrationEntry),
  }
}

async function readOfCells({ cookie, contestId, neighbour }: Scene): Promise<readonly CellRead[]> {
  const cells = [
    { cookie, contestId },
    { cookie: neighbour.cookie, contestId: neighbour.contestId },
  ]
  const paths = ['access', 'members', 'members/proofs', 'contests', 'audit', 'backups', 'session']
  return Promise.all(
    cells.map(async (cell) => ({
      read: await Promise.all(
        [...paths, `contests/${cell.contestId}`].map(async (path) =>
          JSON.stringify((await call('GET', `/api/${path}`, cell.cookie)).json, withoutUse),
        ),
      ),
      log: (await database().contestLog.read(cell.contestId)).events.filter(({ type }) => type !== ownDoing),
    })),
  )
}

type CellRead = { readonly read: readonly string[]; readonly log: readonly Event[] }

/** A server that a busy machine let stand still for seconds takes its room over anew. */
const ownDoing: Event['type'] = 'taken-over'

/** When a session was last used is no state that an abuse could be after. */
function withoutUse(key: string, value: unknown): unknown {
  return key === 'lastUsedAtMs' ? undefined : value
}
