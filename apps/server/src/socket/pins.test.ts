import { cellRepository } from '@khac-sau/database'
import type { MemberView } from '@khac-sau/engine'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  call,
  connect,
  database,
  drafted,
  hostOf,
  openRoom,
  page,
  phoneOf,
  prepared,
  refusalOf,
  request,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

/** A room whose cell asks for PINs, and theirs. */
async function preparedWithPins(names: readonly string[]) {
  const { cookie, contestId, memberIds } = await drafted(names)
  await call('PATCH', '/api/cell', cookie, { revision: 1, memberProof: 'pin' })
  const made = (await call('POST', '/api/members/pins', cookie, { memberIds })) as {
    json: { pins: { memberId: string; pin: string }[] }
  }
  const { roomCode } = await openRoom(contestId, cookie)
  const pins = memberIds.map((memberId) => made.json.pins.find((one) => one.memberId === memberId)?.pin ?? '')
  return { memberIds, roomCode, pins }
}

test('[D1] a name alone is not enough, the PIN is, and takes the name over', async () => {
  const { pins, ...place } = await preparedWithPins(['Trần Thị An', 'Lê Văn Bình'])
  const [an = '', binh = ''] = place.memberIds
  const visitor = connect('/member', { roomCode: place.roomCode })
  const claim = (memberId: string, pin?: string) =>
    request<{ token: string }>(visitor, 'member:claim', { memberId, ...(pin === undefined ? {} : { pin }) })

  expect(await claim(an)).toEqual({ ok: false, refusal: 'pin-needed' })
  expect(await claim(an, pins[1])).toEqual({ ok: false, refusal: 'wrong-pin' })
  expect(await claim(an, '12345')).toEqual({ ok: false, refusal: 'bad-request' })
  const first = await claim(an, pins[0])
  if (!first.ok) throw new Error(first.refusal)
  const phone = page<MemberView>(
    connect('/member', { roomCode: place.roomCode, token: first.value.token }),
    'member:view',
  )
  await phone.until(({ me }) => me.memberId === an)

  const gone = new Promise((resolve) => phone.socket.once('member:displaced', resolve))
  const second = await claim(an, pins[0])
  expect(second.ok).toBe(true)
  await gone
  expect(await refusalOf(connect('/member', { roomCode: place.roomCode, token: first.value.token }))).toBe(
    'unknown-token',
  )
  expect(await claim(binh, pins[0])).toEqual({ ok: false, refusal: 'wrong-pin' })
})

test('[D1] a phone that came in by the name alone shows more once the cell asks for it; one let in by the host does not', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const [an = '', binh = ''] = place.memberIds
  const host = hostOf(place)
  const byName = await phoneOf(place, an)
  await byName.stage('lobby')

  const visitor = connect('/member', { roomCode: place.roomCode })
  const given = new Promise<{ token: string }>((resolve) => visitor.once('member:place', resolve))
  await request(visitor, 'member:ask-for-place', { memberId: binh })
  await host.until((_, { placeRequests }) => placeRequests.length === 1)
  const [asked] = host.seen.extra?.placeRequests ?? []
  await request(host.socket, 'host:answer-place-request', { requestId: asked?.requestId, grant: true })
  const { token } = await given
  byName.socket.disconnect()
  // As if the room were another month's: while one is open, the route refuses this.
  const { json: session } = (await call('GET', '/api/session', place.cookie)) as { json: { cell: { cellId: string } } }
  const edit = { revision: 1, changedBy: 'host', changedAtMs: 1 }
  await cellRepository(database().store).updateSettings(session.cell.cellId, { memberProof: 'pin' }, edit)

  expect(await refusalOf(connect('/member', { roomCode: place.roomCode, token: byName.token }))).toBe('unknown-token')
  const letIn = page<MemberView>(connect('/member', { roomCode: place.roomCode, token }), 'member:view')
  await letIn.stage('lobby')
})

test('[D1] a phone that is forgotten is out at once', async () => {
  const place = await prepared(['Trần Thị An'])
  const [an = ''] = place.memberIds
  const phone = await phoneOf(place, an)
  await phone.stage('lobby')
  const gone = new Promise((resolve) => phone.socket.once('member:displaced', resolve))
  await call('POST', `/api/members/${an}/forget-device`, place.cookie)

  await gone
  expect(await refusalOf(connect('/member', { roomCode: place.roomCode, token: phone.token }))).toBe('unknown-token')
})
