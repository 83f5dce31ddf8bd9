import type { MemberView, Receipt } from '@khac-sau/engine'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  backups,
  call,
  connect,
  hostOf,
  openFirstQuestion,
  origin,
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

test('two phones, a projector and a host go through a contest to its board', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const [host, screen] = [hostOf(place), screenOf(place)]
  const [an, binh] = [await phoneOf(place, place.memberIds[0] ?? ''), await phoneOf(place, place.memberIds[1] ?? '')]
  await screen.until(({ joinedCount }) => joinedCount === 2)

  const openingId = await openFirstQuestion(host)
  await Promise.all([an.stage('open'), binh.stage('open'), screen.stage('open')])
  const sent = { openingId, answerId: 'a-1', options: [1], automatic: false, claim: null }
  const receipt = await request<Receipt>(an.socket, 'member:answer', sent)
  expect(receipt).toMatchObject({ ok: true, value: { counted: true, options: [1] } })
  expect(await request<Receipt>(an.socket, 'member:answer', sent)).toEqual(receipt)
  await screen.until(({ stage }) => stage.name === 'open' && stage.progress.answered === 1)
  await request(binh.socket, 'member:answer', {
    openingId,
    answerId: 'b-1',
    options: [0],
    automatic: false,
    claim: null,
  })

  expect((await an.stage('reveal')).stage).toMatchObject({ correct: true, own: { options: [1] }, result: { right: 1 } })
  expect((await screen.stage('reveal')).stage).toMatchObject({ right: [1], distribution: { counts: [1, 1] } })
  expect(an.seen.all.join()).not.toContain('Bình')

  await request(host.socket, 'host:command', { type: 'finish' })
  expect((await host.stage('podium')).ranking.map(({ name, rank }) => [name, rank])).toEqual([
    ['Trần Thị An', 1],
    ['Lê Văn Bình', 2],
  ])
  expect(await request(host.socket, 'host:command', { type: 'settle' })).toEqual({ ok: true, value: {} })

  const { json: session } = (await call('GET', '/api/session', place.cookie)) as {
    json: { cell: { boardUrl: string } }
  }
  const boardKey = session.cell.boardUrl.split('/').at(-1) ?? ''
  const { json: board } = await call('GET', `/api/boards/${boardKey}?year=2027`, '')
  expect(board).toMatchObject({
    months: [{ month: '2027-04', places: [{ rank: 1, name: 'Trần Thị An' }, { rank: 2 }] }],
  })
  await vi.waitFor(async () => expect(await backups()).toContainEqual(expect.stringMatching(/[.]sqlite$/)), 15_000)
}, 30_000)

test('[A4, R2] the server dies in an open question, and every page finds the contest where it was', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const host = hostOf(place)
  const [an, binh] = [await phoneOf(place, place.memberIds[0] ?? ''), await phoneOf(place, place.memberIds[1] ?? '')]
  await Promise.all([an.stage('lobby'), binh.stage('lobby')])
  const openingId = await openFirstQuestion(host)
  await an.stage('open')
  await request(an.socket, 'member:answer', { openingId, answerId: 'a-1', options: [1], automatic: false, claim: null })

  await restart()
  const again = page<MemberView>(connect('/member', { roomCode: place.roomCode, token: an.token }), 'member:view')
  expect((await again.stage('open')).stage).toMatchObject({ continued: true, own: { options: [1] } })
  const other = page<MemberView>(connect('/member', { roomCode: place.roomCode, token: binh.token }), 'member:view')
  await other.stage('open')
  await request(other.socket, 'member:answer', {
    openingId,
    answerId: 'b-1',
    options: [1],
    automatic: false,
    claim: null,
  })
  expect((await other.stage('reveal')).stage).toMatchObject({ untimed: true, correct: true })
}, 30_000)

test('[A6] a name that is live elsewhere is refused, and the host hands the place over', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const memberId = place.memberIds[0] ?? ''
  const host = hostOf(place)
  const first = await phoneOf(place, memberId)
  await first.stage('lobby')

  const second = connect('/member', { roomCode: place.roomCode })
  expect(await request(second, 'member:claim', { memberId })).toEqual({ ok: false, refusal: 'name-taken' })
  const displaced = new Promise((resolve) => first.socket.once('member:displaced', () => resolve(true)))
  const handedOver = new Promise<{ token: string }>((resolve) => second.once('member:place', resolve))
  const asked = await request<{ number: number }>(second, 'member:ask-for-place', { memberId })
  await host.until((_, extras) => extras.placeRequests.length === 1)
  const [waiting] = host.seen.extra?.placeRequests ?? []
  expect(waiting).toMatchObject({ name: 'Trần Thị An', number: asked.ok ? asked.value.number : 0 })
  await request(host.socket, 'host:answer-place-request', { requestId: waiting?.requestId, grant: true })

  const { token } = await handedOver
  expect(await displaced).toBe(true)
  const moved = page<MemberView>(connect('/member', { roomCode: place.roomCode, token }), 'member:view')
  expect((await moved.stage('lobby')).me.memberId).toBe(memberId)
  expect(await refusalOf(connect('/member', { roomCode: place.roomCode, token: first.token }))).toBe('unknown-token')
}, 30_000)

test('[A6] who leaves on one page of a device leaves on all of them, and the name is free', async () => {
  const place = await prepared(['Trần Thị An'])
  const memberId = place.memberIds[0] ?? ''
  const first = await phoneOf(place, memberId)
  const second = page<MemberView>(connect('/member', { roomCode: place.roomCode, token: first.token }), 'member:view')
  await Promise.all([first.stage('lobby'), second.stage('lobby')])
  const ended = new Promise((resolve) => second.socket.once('disconnect', resolve))

  expect(await request(first.socket, 'member:leave', {})).toEqual({ ok: true, value: {} })
  expect(await ended).toBe('io server disconnect')
  first.socket.disconnect()
  const other = connect('/member', { roomCode: place.roomCode })
  await vi.waitFor(async () => expect(await request(other, 'member:claim', { memberId })).toMatchObject({ ok: true }))
}, 30_000)

test('doors refuse who has no business there, each with its code', async () => {
  const place = await prepared(['Trần Thị An'])
  const doors = [
    connect('/host', { contestId: place.contestId }),
    connect('/host', { contestId: 'x' }, { cookie: place.cookie }),
    connect('/member', { roomCode: '000000' }),
    connect('/member', { roomCode: place.roomCode, token: 'x'.repeat(22) }),
    connect('/screen', { screenKey: 'x'.repeat(22) }),
    connect('/member', { roomCode: place.roomCode, protocolVersion: 0 }),
  ]
  const [host, ...others] = await Promise.all(doors.map(refusalOf))
  expect([host, ...others]).toEqual([
    'signed-out',
    'no-such-room',
    'no-such-room',
    'unknown-token',
    'no-such-room',
    'outdated-page',
  ])

  const stranger = connect('/member', { roomCode: place.roomCode }, { origin: 'https://elsewhere.example' })
  expect(await refusalOf(stranger)).toBe('websocket error')
}, 30_000)

test('a phone without a place and a malformed message are answered, never dropped', async () => {
  const place = await prepared(['Trần Thị An'])
  const visitor = connect('/member', { roomCode: place.roomCode })
  const answer = { openingId: 'x', answerId: 'a', options: [0], automatic: false, claim: null }
  expect(await request(visitor, 'member:answer', answer)).toEqual({ ok: false, refusal: 'not-joined' })
  expect(await request(visitor, 'member:answer', { options: 'all' })).toEqual({ ok: false, refusal: 'bad-request' })
  expect(await request(visitor, 'member:claim', { memberId: 'nobody' })).toEqual({
    ok: false,
    refusal: 'no-such-member',
  })
  const roster = await request<{ people: unknown[] }>(visitor, 'member:roster', {})
  expect(roster).toMatchObject({
    ok: true,
    value: { cellName: 'Chi bộ Hoa Sen', people: [{ name: 'Trần Thị An', taken: false }] },
  })
})

test('[T7, A2] an answer whose socket gives no ack is posted, counts once, and both ways get one receipt', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const host = hostOf(place)
  const an = await phoneOf(place, place.memberIds[0] ?? '')
  const binh = await phoneOf(place, place.memberIds[1] ?? '')
  await Promise.all([an.stage('lobby'), binh.stage('lobby')])
  const openingId = await openFirstQuestion(host)
  const answer = { openingId, answerId: 'a-1', options: [1], automatic: false, claim: null }
  const post = async (token: string, body: object) => {
    const response = await fetch(`${origin()}/api/rooms/${place.roomCode}/answers`, {
      method: 'POST',
      headers: { origin: origin(), 'content-type': 'application/json', 'x-device-token': token },
      body: JSON.stringify(body),
    })
    return response.json()
  }

  const posted = await post(an.token, answer)
  expect(posted).toMatchObject({ ok: true, value: { answerId: 'a-1', counted: true } })
  expect(await request<Receipt>(an.socket, 'member:answer', answer)).toEqual(posted)
  expect(await post(an.token, { ...answer, answerId: 'a-2', options: [0] })).toMatchObject({
    ok: false,
    refusal: 'already-answered',
    receipt: { answerId: 'a-1' },
  })
  expect(await post('x'.repeat(22), answer)).toEqual({ ok: false, refusal: 'not-joined' })
  expect(await post(an.token, { options: 'all' })).toEqual({ refusal: 'bad-request' })
}, 30_000)

test('a removed member’s page says so, and goes on by itself when readmitted', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const memberId = place.memberIds[0] ?? ''
  const host = hostOf(place)
  const an = await phoneOf(place, memberId)
  await an.stage('lobby')
  await request(host.socket, 'host:command', { type: 'remove', memberId })
  await an.stage('removed')
  await request(host.socket, 'host:command', { type: 'readmit', memberId })
  await an.stage('lobby')
  await host.until(({ people }) =>
    people.some((person) => person.memberId === memberId && person.presence === 'joined'),
  )
}, 30_000)
