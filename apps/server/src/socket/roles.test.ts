import { accountRepository } from '@khac-sau/database'
import type { HostView, RemoteView, Role } from '@khac-sau/engine'
import type { HostExtras, RemoteExtras } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  call,
  connect,
  database,
  hostOf,
  page,
  prepared,
  type Prepared,
  refusalOf,
  request,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

test('who may only look is not let in where a contest is run, by no door', async () => {
  const place = await prepared(['Trần Thị An'])
  const viewer = await join(place, 'viewer', 'nguoixem')

  expect(await refusalOf(connect('/host', { contestId: place.contestId }, viewer))).toBe('not-permitted')
  expect(await refusalOf(connect('/remote', { screenKey: place.screenKey }, viewer))).toBe('not-permitted')
})

test('who runs contests runs this one', async () => {
  const place = await prepared(['Trần Thị An'])
  const { cookie } = await join(place, 'host', 'dieuhanh')
  const host = hostOf({ ...place, cookie })
  await host.stage('lobby')

  expect(await request(host.socket, 'host:command', { type: 'next', after: 'lobby' })).toMatchObject({
    refusal: 'nobody-joined',
  })
  const [memberId] = place.memberIds
  await request(host.socket, 'host:command', { type: 'give-time', memberId, timePercent: 150 })
  const { json } = await call('GET', '/api/audit', place.cookie)
  expect(json).toMatchObject({
    lines: [
      { action: 'time-given', actorName: 'Lê Văn Bình', memberName: 'Trần Thị An', contestTitle: 'Kỳ thi tháng 4' },
      { action: 'invitation-accepted', accountName: 'Lê Văn Bình', detail: 'host' },
      { action: 'invitation-made', actorName: 'bithu' },
      { action: 'room-opened' },
      { action: 'contest-changed' },
      { action: 'contest-created' },
      { action: 'members-added' },
    ],
  })
})

test('whose role is changed is cut off, with the phone they paired, and neither is let in again', async () => {
  const place = await prepared(['Trần Thị An'])
  const { cookie } = await join(place, 'host', 'dieuhanh')
  const host = page<HostView, HostExtras>(connect('/host', { contestId: place.contestId }, { cookie }), 'host:view')
  await host.stage('lobby')
  const code = await request<{ url: string }>(host.socket, 'host:pair-remote', {})
  if (!code.ok) throw new Error(code.refusal)
  const paired = await call('POST', '/api/remote', '', { pairingSecret: code.value.url.split('#')[1] })
  const phone = page<RemoteView, RemoteExtras>(connect('/remote', {}, { cookie: paired.cookie }), 'remote:view')
  await phone.stage('lobby')

  const cut = [host, phone].map(({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve)))
  const account = await accountRepository(database().store).byLogin('dieuhanh')
  await call('PATCH', `/api/access/accounts/${account?.id}`, place.cookie, { role: 'viewer' })
  await Promise.all(cut)
  expect(await refusalOf(connect('/host', { contestId: place.contestId }, { cookie }))).toBe('not-permitted')
  expect(await refusalOf(connect('/remote', {}, { cookie: paired.cookie }))).toBe('remote-over')
})

/** Invited by the owner, and signed in. */
async function join(place: Prepared, role: Role, login: string): Promise<{ cookie: string }> {
  const { json } = await call('POST', '/api/access/invitations', place.cookie, { role, validDays: 7 })
  const [, secret] = (json as { url: string }).url.split('#')
  const answer = { secret, displayName: 'Lê Văn Bình', login, password: 'mat-khau-dai' }
  const { cookie } = await call('POST', '/api/invitations/accept', '', answer)
  return { cookie }
}
