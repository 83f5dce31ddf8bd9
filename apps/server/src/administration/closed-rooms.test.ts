import { administratorRepository, cellErasureRepository, hashSecret, newId, newSecret } from '@khac-sau/database'
import type { Rehearsal } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  call,
  connect,
  database,
  drafted,
  hostOf,
  phoneOf,
  prepared,
  type Prepared,
  refusalOf,
  rehearsalFolders,
  screenOf,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(() => startHouse())
afterEach(() => stopHouse())

test('whoever is in a room of a cell that is closed is sent out and told; reopened, it is where it was', async () => {
  const place = await prepared(['Trần Thị An'])
  const [memberId = ''] = place.memberIds
  const phone = await phoneOf(place, memberId)
  const [host, screen] = [hostOf(place), screenOf(place)]
  await Promise.all([phone.stage('lobby'), host.stage('lobby'), screen.stage('lobby')])
  const cellId = await forgottenRoom()
  const administrator = await administratorCookie()
  const pages = [phone.socket, host.socket, screen.socket]
  const sentOut = Promise.all(pages.map((socket) => new Promise((resolve) => socket.once('disconnect', resolve))))
  await call('POST', `/api/administration/cells/${cellId}/closing`, administrator)

  await sentOut
  const { roomCode, screenKey, contestId, cookie } = place
  expect(await refusalOf(connect('/member', { roomCode, token: phone.token }))).toBe('cell-closed')
  expect(await refusalOf(connect('/member', { roomCode }))).toBe('cell-closed')
  expect(await refusalOf(connect('/screen', { screenKey }))).toBe('cell-closed')
  expect(await refusalOf(connect('/host', { contestId }, { cookie }))).toBe('signed-out')

  await call('DELETE', `/api/administration/cells/${cellId}/closing`, administrator)
  const again = connect('/member', { roomCode, token: phone.token })
  const view = await new Promise((resolve) => again.once('member:view', resolve))
  expect(view).toMatchObject({ stage: { name: 'lobby' } })
}, 30_000)

test('[C9] a rehearsal of a cell that is closed ends, and whoever was in it is told', async () => {
  const { cookie, contestId } = await drafted(['Trần Thị An'])
  const { json } = await call('POST', `/api/contests/${contestId}/rehearsal`, cookie, { questions: 'own' })
  const host = hostOf({ cookie, contestId: (json as Rehearsal).rehearsalId } as Prepared)
  await host.stage('lobby')
  const roomCode = host.seen.extra?.join?.roomCode ?? ''
  const phone = connect('/member', { roomCode })
  await new Promise<void>((resolve) => phone.once('connect', () => resolve()))
  const pages = [phone, host.socket]
  const sentOut = Promise.all(pages.map((socket) => new Promise((resolve) => socket.once('disconnect', resolve))))
  await call('POST', `/api/administration/cells/${await cellOfHouse()}/closing`, await administratorCookie())

  await sentOut
  expect(await rehearsalFolders()).toEqual([])
  expect(await refusalOf(connect('/member', { roomCode }))).toBe('rehearsal-over')
}, 30_000)

test('once it is erased nobody finds it, and its rooms are no rooms', async () => {
  const place = await prepared(['Trần Thị An'])
  const cellId = await forgottenRoom()
  await cellErasureRepository(database().store).close(cellId, { closedAtMs: 1, liveSinceMs: 1 })
  const body = { name: 'Chi bộ Hoa Sen', password: 'mật khẩu quản trị' }
  await call('DELETE', `/api/administration/cells/${cellId}`, await administratorCookie(), body)

  expect(await refusalOf(connect('/member', { roomCode: place.roomCode }))).toBe('no-such-room')
  expect(await refusalOf(connect('/screen', { screenKey: place.screenKey }))).toBe('no-such-room')
  expect((await database().contestLog.read(place.contestId)).events).toEqual([])
}, 30_000)

/** The cell of the house, as if its room had been opened long ago. */
async function forgottenRoom(): Promise<string> {
  const { write, tables } = database().store
  await write((writer) => writer.update(tables.contestContent).set({ frozenAtMs: 1 }).returning())
  return cellOfHouse()
}

async function cellOfHouse(): Promise<string> {
  const { read, tables } = database().store
  const [cell] = await read.select().from(tables.cell)
  return cell?.id ?? ''
}

async function administratorCookie(): Promise<string> {
  const secret = newSecret()
  const made = { administratorId: newId(), login: 'quantri', secretHash: hashSecret(secret) }
  const expiresAtMs = Date.now() + 60_000
  await administratorRepository(database().store).makeLink({ ...made, createdAtMs: 1, expiresAtMs })
  const body = { secret, password: 'mật khẩu quản trị' }
  return (await call('POST', '/api/administration/link', '', body)).cookie
}
