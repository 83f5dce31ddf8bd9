import { type Ack, PROTOCOL_VERSION } from '@khac-sau/protocol'
import { connect as connectTcp } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  call,
  connect,
  drafted,
  draftedContest,
  hostOf,
  openRoom,
  origin,
  phoneOf,
  prepared,
  refusalOf,
  request,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

const connected = (socket: ReturnType<typeof connect>) =>
  new Promise<void>((resolve) => socket.once('connect', () => resolve()))
const gone = (socket: ReturnType<typeof connect>) =>
  new Promise<string>((resolve) => socket.once('disconnect', resolve))

/** As the client's own parser would write it. */
function sendPacket(socket: ReturnType<typeof connect>, packet: object): void {
  ;(socket.io as unknown as { _packet(packet: object): void })._packet(packet)
}

/** Knocks with one code after another, each on a connection of its own, as long as they are told to be wrong. */
async function missesUntilCrowded(): Promise<number> {
  for (let misses = 0; ; misses += 50) {
    const codes = Array.from({ length: 50 }, (_, index) => String(900_000 + misses + index))
    const refusals = await Promise.all(codes.map((roomCode) => refusalOf(connect('/member', { roomCode }))))
    if (refusals.includes('crowded')) return misses + refusals.filter((refusal) => refusal === 'no-such-room').length
  }
}

test('[L3] who guesses codes is told nothing any more; where somebody of a room came in, it comes in all the same', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const other = await phoneOf(place, place.memberIds[0] ?? '')
  await other.stage('lobby')
  other.socket.disconnect()
  const misses = await missesUntilCrowded()

  expect(misses).toBeGreaterThanOrEqual(180)
  expect(misses).toBeLessThan(200)
  expect(await refusalOf(connect('/member', { roomCode: '000000' }))).toBe('crowded')
  await connected(connect('/member', { roomCode: place.roomCode }))
})

test('[L3] where nobody of the room came in yet, only a known phone does; after it the code is enough', async () => {
  const place = await prepared(['Trần Thị An'])
  const known = await phoneOf(place, place.memberIds[0] ?? '')
  await known.stage('lobby')
  known.socket.disconnect()
  const { roomCode } = await openRoom(await draftedContest(place.cookie), place.cookie)
  await missesUntilCrowded()

  expect(await refusalOf(connect('/member', { roomCode }))).toBe('crowded')
  expect(await refusalOf(connect('/member', { roomCode, token: 'x'.repeat(22) }))).toBe('crowded')
  const again = connect('/member', { roomCode, token: known.token })
  // Its first news: it is in.
  await new Promise<void>((resolve) => void again.onAny(() => resolve()))
  await connected(connect('/member', { roomCode }))
})

test('[L3] nor is who guesses by POST', async () => {
  const place = await prepared(['Trần Thị An'])
  await missesUntilCrowded()
  const answer = { openingId: 'o', answerId: 'a', options: [0], automatic: false, claim: null }
  const posted = (roomCode: string) =>
    call('POST', `/api/rooms/${roomCode}/answers`, '', answer, { 'x-device-token': 'x'.repeat(22) })

  for (const roomCode of [place.roomCode, '000000']) {
    await expect(posted(roomCode)).rejects.toThrow('429 {"refusal":"too-many-requests"}')
  }
})

test('[L2] a page that asks too fast is refused, each time with an answer, then cut off; others are not held up', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const phone = await phoneOf(place, place.memberIds[0] ?? '')
  const other = await phoneOf(place, place.memberIds[1] ?? '')
  await Promise.all([phone.stage('lobby'), other.stage('lobby')])
  const cut = gone(phone.socket)
  const clocks = Array.from({ length: 150 }, () => request(phone.socket, 'member:clock', {}))
  const acks = await Promise.all(clocks)
  const refused = acks.filter((ack: Ack<unknown>) => !ack.ok && ack.refusal === 'too-many-requests')

  expect(refused.length).toBeGreaterThanOrEqual(40)
  expect(refused.length).toBeLessThanOrEqual(50)
  for (let more = 0; more < 200; more += 1) phone.socket.emit('member:clock', {})
  await cut
  expect(await request(other.socket, 'member:clock', {})).toMatchObject({ ok: true })
})

test('[L2] what is no message of a door is refused and answered', async () => {
  const place = await prepared(['Trần Thị An'])
  const phone = await phoneOf(place, place.memberIds[0] ?? '')
  await phone.stage('lobby')

  expect(await request(phone.socket, 'host:command', { type: 'finish' })).toEqual({ ok: false, refusal: 'bad-request' })
  expect(await request(phone.socket, '__proto__', {})).toEqual({ ok: false, refusal: 'bad-request' })
})

test('[L4] ten wrong PINs, and the page has to connect anew', async () => {
  const { cookie, contestId, memberIds } = await drafted(['Trần Thị An', 'Lê Văn Bình', 'Phạm Chi'])
  await call('PATCH', '/api/cell', cookie, { revision: 1, memberProof: 'pin' })
  await call('POST', '/api/members/pins', cookie, { memberIds })
  const { roomCode } = await openRoom(contestId, cookie)
  const visitor = connect('/member', { roomCode })
  visitor.io.reconnection(false)
  await connected(visitor)
  const cut = gone(visitor)
  // Wrong with overwhelming odds; at most five are tried on one member before the wait (D2).
  const guesses = memberIds.flatMap((memberId) => Array.from({ length: 4 }, () => memberId))
  const acks: Ack<unknown>[] = []
  for (const memberId of guesses) {
    const ack = await request(visitor, 'member:claim', { memberId, pin: '000000' }).catch(() => null)
    if (ack) acks.push(ack)
  }

  await cut
  const refusals = acks.map((ack) => (ack.ok ? '' : ack.refusal))
  expect(refusals.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'wrong-pin'))
  // What was on its way then is not looked at.
  expect(refusals.slice(10).filter((refusal) => refusal !== 'too-many-attempts')).toEqual([])
})

test('[L4] one address has three pages for each of the room, at least sixty, and none is turned away for it', async () => {
  const place = await prepared(['Trần Thị An'])
  const pages = Array.from({ length: 70 }, () => connect('/member', { roomCode: place.roomCode }))
  let cut = 0
  for (const page of pages) {
    page.io.reconnection(false)
    page.once('disconnect', () => (cut += 1))
  }
  await Promise.all(pages.map(connected))
  await expect.poll(() => cut).toBe(10)
})

test('[L5] a device has its newest eight pages', async () => {
  const place = await prepared(['Trần Thị An'])
  const { token, socket } = await phoneOf(place, place.memberIds[0] ?? '')
  await connected(socket)
  let cut = 0
  socket.io.reconnection(false)
  socket.once('disconnect', () => (cut += 1))
  const more = Array.from({ length: 8 }, () => connect('/member', { roomCode: place.roomCode, token }))
  await Promise.all(more.map(connected))

  await expect.poll(() => cut).toBe(1)
})

test('[L5] acks that nobody waits for, by the hundred, end the connection', async () => {
  const place = await prepared(['Trần Thị An'])
  const host = hostOf(place)
  await host.stage('lobby')
  const cut = gone(host.socket)
  for (let id = 0; id < 500; id += 1) sendPacket(host.socket, { type: 3, nsp: '/host', id, data: [] })

  expect(await cut).toBe('transport close')
})

test('[L6] nobody’s door is closed, and a connection is not refused for ever', async () => {
  const root = connect('/', {})
  expect(await refusalOf(root)).toBe('no-such-room')
  const place = await prepared(['Trần Thị An'])
  expect(place.roomCode).toMatch(/^\d{6}$/)
  const host = hostOf(place)
  await host.stage('lobby')
  const cut = gone(host.socket)
  const data = { protocolVersion: PROTOCOL_VERSION, roomCode: '000000' }
  for (let knock = 0; knock < 9; knock += 1) sendPacket(host.socket, { type: 0, nsp: '/member', data })
  expect(await request(host.socket, 'host:clock', {})).toMatchObject({ ok: true })
  sendPacket(host.socket, { type: 0, nsp: '/member', data })
  await cut
})

test('[L6] who connects and says nothing is closed', { timeout: 30_000 }, async () => {
  const { port } = new URL(origin())
  const quiet = connectTcp(Number(port), '127.0.0.1')
  const startedAt = performance.now()
  await new Promise<void>((resolve) => quiet.once('close', () => resolve()).resume())

  expect(performance.now() - startedAt).toBeLessThan(15_000)
})
