import type { RemoteView } from '@khac-sau/engine'
import type { HostExtras, RemoteExtras } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
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

type Host = ReturnType<typeof hostOf>

/** The code that the host's page shows, as the phone reads it from the address. */
async function codeOf(host: Host): Promise<string> {
  const offered = await request<{ url: string; validMillis: number }>(host.socket, 'host:pair-remote', {})
  if (!offered.ok) throw new Error(offered.refusal)
  expect(offered.value).toMatchObject({ validMillis: 120_000 })
  const { pathname, hash } = new URL(offered.value.url)
  expect(pathname).toBe('/remote')
  return hash.slice(1)
}

const exchange = async (pairingSecret: string) => {
  const response = await fetch(`${origin()}/api/remote`, {
    method: 'POST',
    headers: { origin: origin(), 'content-type': 'application/json' },
    body: JSON.stringify({ pairingSecret }),
  })
  const [cookie = ''] = response.headers.get('set-cookie')?.split(';') ?? []
  return {
    status: response.status,
    body: await response.json(),
    cookie,
    whole: response.headers.get('set-cookie') ?? '',
  }
}

const remoteOf = (cookie: string, auth: object = {}) =>
  page<RemoteView, RemoteExtras>(connect('/remote', auth, { cookie }), 'remote:view')

const remoteStateOf = (host: Host, state: HostExtras['remote']) => host.until((_, { remote }) => remote === state)

test('a phone is paired once, moves the contest along, and learns neither a name nor an option nor the key', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const [host, screen] = [hostOf(place), screenOf(place)]
  const [an] = await Promise.all(place.memberIds.map((memberId) => phoneOf(place, memberId)))
  if (!an) throw new Error('no phone')
  await remoteStateOf(host, 'none')
  const code = await codeOf(host)
  const paired = await exchange(code)
  expect(paired).toMatchObject({ status: 200, body: {} })
  expect(paired.whole).toMatch(/HttpOnly.*SameSite=Strict/)
  await remoteStateOf(host, 'away')
  const remote = remoteOf(paired.cookie)
  await remoteStateOf(host, 'connected')
  expect(await remote.until(({ joinedCount }) => joinedCount === 2)).toMatchObject({
    step: 'lobby',
    next: 'question',
    stage: { name: 'lobby', present: 2, missing: 0 },
  })

  const next = { question: 0, stem: 'Kết luận 01-KL/TW?' }
  expect(await request(host.socket, 'host:peek', {})).toEqual({ ok: true, value: { next, notes: '' } })
  expect(await request(remote.socket, 'remote:command', { type: 'next', after: 'lobby' })).toMatchObject({ ok: true })
  const { stage: stem } = await remote.stage('stem')
  if (stem.name !== 'stem') throw new Error('no stem')
  const { openingId } = stem
  expect(await request(host.socket, 'host:peek', {})).toEqual({ ok: true, value: { next: null, notes: '' } })
  await request(remote.socket, 'remote:command', { type: 'cut-lead', openingId })
  await an.stage('open')
  const answer = { openingId, answerId: 'a-1', options: [1], automatic: false, claim: null }
  const progress = new Promise((resolve) => remote.socket.once('remote:progress', resolve))
  await request(an.socket, 'member:answer', answer)
  expect(await progress).toEqual({ openingId, answered: 1, expected: 2 })
  await request(remote.socket, 'remote:command', { type: 'end-question', openingId })
  await remote.stage('reveal')
  await screen.stage('reveal')
  expect(await request(remote.socket, 'remote:command', { type: 'show-standings' })).toMatchObject({ ok: true })
  expect(await remote.stage('standings')).toMatchObject({ step: 'standings-0', next: 'question' })

  const seen = remote.seen.all.join()
  expect(seen).not.toMatch(/Trần|Bình|2016|2021|"right"|"people"|"options"|"ranking"/)
}, 30_000)

test('a pairing code that was used, that is not the newest, or that was taken back is refused', async () => {
  const place = await prepared(['Trần Thị An'])
  const host = hostOf(place)
  const refused = { status: 409, body: { refusal: 'pairing-over' }, whole: '' }
  const used = await codeOf(host)
  expect(await exchange(used)).toMatchObject({ status: 200 })
  expect(await exchange(used)).toMatchObject(refused)

  const [older, newest] = [await codeOf(host), await codeOf(host)]
  expect(await exchange(older)).toMatchObject(refused)
  await request(host.socket, 'host:end-remote', {})
  expect(await exchange(newest)).toMatchObject(refused)
  expect(await exchange('x'.repeat(22))).toMatchObject(refused)
  expect(await exchange('x')).toMatchObject({ status: 400 })
}, 30_000)

test('what a remote keeps opens nothing but the course of its contest', async () => {
  const place = await prepared(['Trần Thị An'])
  const host = hostOf(place)
  await phoneOf(place, place.memberIds[0] ?? '')
  const { cookie } = await exchange(await codeOf(host))
  const token = cookie.split('=')[1] ?? ''

  // As a session, by its own name or by the other one's, on every door and on plain requests.
  for (const tried of [cookie, `khac-sau-session=${token}`]) {
    expect(await refusalOf(connect('/host', { contestId: place.contestId }, { cookie: tried }))).toBe('signed-out')
    expect(await refusalOf(connect('/remote', { screenKey: place.screenKey }, { cookie: tried }))).toBe('signed-out')
    for (const path of ['/api/members', '/api/contests', `/api/contests/${place.contestId}`, '/api/backups']) {
      await expect(call('GET', path, tried)).rejects.toThrow('signed-out')
    }
  }
  expect(await refusalOf(connect('/member', { roomCode: place.roomCode, token }))).toBe('unknown-token')
  expect(await refusalOf(connect('/remote', {}, { cookie: `khac-sau-remote=${place.cookie.split('=')[1]}` }))).toBe(
    'remote-over',
  )

  const remote = remoteOf(cookie)
  const openingId = await openFirstQuestion(host)
  const memberId = place.memberIds[0] ?? ''
  for (const other of [
    { type: 'finish' },
    { type: 'unsettle' },
    { type: 'remove', memberId },
    { type: 'give-time', memberId, timePercent: 150 },
    { type: 'void', question: 0, reason: 'unclear' },
    { type: 'correct', question: 0, reason: 'wrong-key', right: [0] },
  ]) {
    expect(await request(remote.socket, 'remote:command', other)).toEqual({ ok: false, refusal: 'bad-request' })
  }
  await request(remote.socket, 'remote:command', { type: 'end-question', openingId })
  await remote.stage('reveal')
  await request(host.socket, 'host:command', { type: 'finish' })
  expect(await remote.stage('podium')).toMatchObject({ step: null, next: null })
  expect(await request(remote.socket, 'remote:command', { type: 'settle' })).toEqual({
    ok: false,
    refusal: 'not-by-remote',
  })
  // Host requests are not listened to here.
  remote.socket.emit('host:command', { type: 'settle' })
  remote.socket.emit('host:pair-remote', {})
  expect((await request(remote.socket, 'remote:clock', {})).ok).toBe(true)
  expect(host.seen.view?.settled).toBe(false)

  // It ended with the contest.
  expect(await refusalOf(connect('/remote', {}, { cookie }))).toBe('remote-over')
}, 30_000)

test('a remote outlives the server, and ends when the host says so or pairs another phone', async () => {
  const place = await prepared(['Trần Thị An'])
  const first = await exchange(await codeOf(hostOf(place)))
  await restart()
  const host = hostOf(place)
  const remote = remoteOf(first.cookie)
  await remote.stage('lobby')
  await remoteStateOf(host, 'connected')

  const gone = new Promise((resolve) => remote.socket.once('disconnect', resolve))
  const second = await exchange(await codeOf(host))
  expect(await gone).toBe('io server disconnect')
  expect(await refusalOf(connect('/remote', {}, { cookie: first.cookie }))).toBe('remote-over')

  const other = remoteOf(second.cookie)
  await other.stage('lobby')
  const ended = new Promise((resolve) => other.socket.once('disconnect', resolve))
  expect(await request(host.socket, 'host:end-remote', {})).toEqual({ ok: true, value: {} })
  expect(await ended).toBe('io server disconnect')
  await remoteStateOf(host, 'none')
  expect(await refusalOf(connect('/remote', {}, { cookie: second.cookie }))).toBe('remote-over')
}, 30_000)

test.each<[string, readonly [string, string, object?]]>([
  ['a new password', ['PUT', '/api/account/password', { current: 'mat-khau-dai', next: 'mat-khau-moi' }]],
  ['signing out all other devices', ['DELETE', '/api/account/sessions']],
])(
  '%s ends the remotes of that account, and what could still pair one',
  async (_, [method, path, body]) => {
    const place = await prepared(['Trần Thị An'])
    const host = hostOf(place)
    const paired = await exchange(await codeOf(host))
    const remote = remoteOf(paired.cookie)
    await remote.stage('lobby')
    const code = await codeOf(host)
    const gone = new Promise((resolve) => remote.socket.once('disconnect', resolve))
    await call(method, path, place.cookie, body)

    expect(await gone).toBe('io server disconnect')
    expect(await refusalOf(connect('/remote', {}, { cookie: paired.cookie }))).toBe('remote-over')
    expect(await exchange(code)).toMatchObject({ status: 409, body: { refusal: 'pairing-over' } })
    // Whoever changed it goes on hosting, and pairs a phone anew.
    await remoteStateOf(host, 'none')
    expect(await exchange(await codeOf(host))).toMatchObject({ status: 200 })
  },
  30_000,
)

test('a code on show pairs no phone any more once the password is another', async () => {
  const place = await prepared(['Trần Thị An'])
  const code = await codeOf(hostOf(place))
  const change = { current: 'mat-khau-dai', next: 'mat-khau-moi' }
  await call('PUT', '/api/account/password', place.cookie, change)

  expect(await exchange(code)).toMatchObject({ status: 409, body: { refusal: 'pairing-over' } })
}, 30_000)

test('one screen: the projector of who is signed in moves its contest along, and settles it', async () => {
  const place = await prepared(['Trần Thị An'])
  const host = hostOf(place)
  expect(await refusalOf(connect('/remote', { screenKey: place.screenKey }))).toBe('signed-out')
  expect(await refusalOf(connect('/remote', { screenKey: 'x'.repeat(22) }, { cookie: place.cookie }))).toBe(
    'no-such-room',
  )
  await phoneOf(place, place.memberIds[0] ?? '')
  const driver = remoteOf(place.cookie, { screenKey: place.screenKey })
  await driver.until(({ joinedCount }) => joinedCount === 1)
  // It is no phone that is paired.
  expect(host.seen.extra?.remote).toBe('none')

  await request(driver.socket, 'remote:command', { type: 'next', after: 'lobby' })
  const { stage } = await driver.stage('stem')
  if (stage.name !== 'stem') throw new Error('no stem')
  await request(driver.socket, 'remote:command', { type: 'cut-lead', openingId: stage.openingId })
  await driver.stage('open')
  await request(driver.socket, 'remote:command', { type: 'end-question', openingId: stage.openingId })
  await driver.stage('reveal')
  await request(host.socket, 'host:command', { type: 'finish' })
  await driver.stage('podium')
  expect(await request(driver.socket, 'remote:command', { type: 'settle' })).toEqual({ ok: true, value: {} })
  await vi.waitFor(() => expect(driver.seen.view?.settled).toBe(true))
}, 30_000)
