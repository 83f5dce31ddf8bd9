import type { MemberView } from '@khac-sau/engine'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  connect,
  database,
  hostOf,
  openFirstQuestion,
  page,
  phoneOf,
  prepared,
  refusalOf,
  request,
  restart,
  screenOf,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

/** Holds whatever waits for it until it is let go. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

test('[A6] of two phones that claim one name at the same moment one gets it', async () => {
  const place = await prepared(['Trần Thị An'])
  const memberId = place.memberIds[0] ?? ''
  const [first, second] = [
    connect('/member', { roomCode: place.roomCode }),
    connect('/member', { roomCode: place.roomCode }),
  ]
  const revoking = gate()
  const { write } = database().store
  const writing = vi.spyOn(database().store, 'write').mockImplementationOnce(async (statement) => {
    await revoking.opened
    return write(statement)
  })
  const claimed = request<{ token: string }>(first, 'member:claim', { memberId })
  await vi.waitFor(() => expect(writing).toHaveBeenCalled())
  expect(await request(second, 'member:claim', { memberId })).toEqual({ ok: false, refusal: 'name-taken' })
  revoking.open()
  const claim = await claimed
  const token = claim.ok ? claim.value.token : ''
  const phone = page<MemberView>(connect('/member', { roomCode: place.roomCode, token }), 'member:view')
  expect((await phone.stage('lobby')).me.memberId).toBe(memberId)
}, 30_000)

test('[A6] a phone that comes in with a token while another phone claims the name does not stay', async () => {
  const place = await prepared(['Trần Thị An'])
  const memberId = place.memberIds[0] ?? ''
  const [first, second] = [
    connect('/member', { roomCode: place.roomCode }),
    connect('/member', { roomCode: place.roomCode }),
  ]
  const claimed = await request<{ token: string }>(first, 'member:claim', { memberId })
  if (!claimed.ok) throw new Error(claimed.refusal)

  const revoking = gate()
  const { write } = database().store
  vi.spyOn(database().store, 'write').mockImplementationOnce(async (statement) => {
    await revoking.opened
    return write(statement)
  })
  const taking = request<{ token: string }>(second, 'member:claim', { memberId })
  const socket = connect('/member', { roomCode: place.roomCode, token: claimed.value.token })
  const displaced = new Promise((resolve) => socket.once('member:displaced', () => resolve(true)))
  await page<MemberView>(socket, 'member:view').stage('lobby')
  revoking.open()
  expect(await taking).toMatchObject({ ok: true })
  expect(await displaced).toBe(true)
}, 30_000)

test('[A8] a phone whose joining could not be stored comes in by itself as soon as it can', async () => {
  const place = await prepared(['Trần Thị An'])
  const host = hostOf(place)
  await host.stage('lobby')
  vi.spyOn(database().contestLog, 'append').mockResolvedValueOnce({
    outcome: 'failed',
    reason: 'disk-full',
    message: '',
  })
  const phone = await phoneOf(place, place.memberIds[0] ?? '')
  await phone.stage('lobby')
  await host.until(({ people }) => people.some(({ presence, connected }) => presence === 'joined' && connected))
}, 30_000)

test('a page that comes while its contest cannot be read gets its view as soon as it can', async () => {
  const place = await prepared(['Trần Thị An'])
  const { token } = await phoneOf(place, place.memberIds[0] ?? '')
  await restart()
  const reading = gate()
  vi.spyOn(database().contestLog, 'read').mockImplementationOnce(async () => {
    await reading.opened
    throw new Error('the database is away')
  })
  const phone = page<MemberView>(connect('/member', { roomCode: place.roomCode, token }), 'member:view')
  const [host, screen] = [hostOf(place), screenOf(place)]
  const pages = [phone, host, screen]
  await Promise.all(pages.map(({ socket }) => new Promise((resolve) => socket.once('connect', () => resolve(true)))))
  reading.open()
  await Promise.all(pages.map((each) => each.stage('lobby')))
}, 30_000)

test('[A6] of two pages of one member one may go: the member is still here', async () => {
  const place = await prepared(['Trần Thị An'])
  const host = hostOf(place)
  const first = await phoneOf(place, place.memberIds[0] ?? '')
  await first.stage('lobby')
  const second = page<MemberView>(connect('/member', { roomCode: place.roomCode, token: first.token }), 'member:view')
  await second.stage('lobby')
  first.socket.disconnect()
  const visitor = connect('/member', { roomCode: place.roomCode })
  const claim = () => request(visitor, 'member:claim', { memberId: place.memberIds[0] })
  expect(await claim()).toEqual({ ok: false, refusal: 'name-taken' })
  second.socket.disconnect()
  await host.until(({ people }) => people.every(({ connected }) => !connected))
  expect(await claim()).toMatchObject({ ok: true })
}, 30_000)

test('a phone that goes while it asks for a place leaves no request behind', async () => {
  const place = await prepared(['Trần Thị An'])
  await restart()
  const reading = gate()
  const { read } = database().contestLog
  vi.spyOn(database().contestLog, 'read').mockImplementationOnce(async (contestId) => {
    await reading.opened
    return read(contestId)
  })
  const visitor = connect('/member', { roomCode: place.roomCode })
  const asked = new Promise((resolve) => visitor.once('connect', () => resolve(true)))
  await asked
  visitor.emit('member:ask-for-place', { memberId: place.memberIds[0] })
  const loading = vi.mocked(database().contestLog.read)
  await vi.waitFor(() => expect(loading).toHaveBeenCalled())
  visitor.disconnect()
  const other = connect('/member', { roomCode: '000000' })
  await refusalOf(other)
  reading.open()
  const host = hostOf(place)
  await host.stage('lobby')
  expect(host.seen.extra?.placeRequests).toEqual([])
}, 30_000)

test('whatever a page sends, the server lives, answers what asks for an answer, and serves the others', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const host = hostOf(place)
  const phone = await phoneOf(place, place.memberIds[0] ?? '')
  await phone.stage('lobby')
  const rough = connect('/member', { roomCode: place.roomCode })
  rough.emit('error', 'x')
  rough.emit('member:roster')
  rough.emit('no-such-message', { a: 1 })
  expect(await rough.emitWithAck('member:roster')).toEqual({ ok: false, refusal: 'bad-request' })
  const nasty = [null, 7, 'x', [], { __proto__: null }, JSON.parse('{"__proto__":{"memberId":"x"},"constructor":{}}')]
  const replies = await Promise.all(
    // Fewer than would be refused for their number (L2).
    Array.from({ length: 30 }, (_, index) => request(rough, 'member:answer', nasty[index % nasty.length])),
  )
  expect(new Set(replies.map((reply) => !reply.ok && reply.refusal))).toEqual(new Set(['bad-request']))
  expect(Object.prototype).not.toHaveProperty('memberId')
  const throwing = { length: { toString: 1, valueOf: 1 } }
  expect(await request(rough, 'member:claim', { memberId: throwing })).toEqual({ ok: false, refusal: 'bad-request' })
  expect(await refusalOf(connect('/member', { roomCode: throwing }))).toBe('no-such-room')

  const oversized = connect('/member', { roomCode: place.roomCode })
  await new Promise((resolve) => oversized.once('connect', () => resolve(true)))
  const cut = new Promise((resolve) => oversized.once('disconnect', resolve))
  oversized.emit('member:answer', { openingId: 'x'.repeat(20_000) })
  await cut

  const openingId = await openFirstQuestion(host)
  expect(
    await request(phone.socket, 'member:answer', {
      openingId,
      answerId: 'a',
      options: [1],
      automatic: false,
      claim: null,
    }),
  ).toMatchObject({ ok: true })
}, 30_000)
