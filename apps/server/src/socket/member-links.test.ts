import type { MemberView } from '@khac-sau/engine'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  call,
  connect,
  drafted,
  hostOf,
  openRoom,
  page,
  refusalOf,
  request,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

/** A room whose cell asks for links, and theirs. */
async function preparedWithLinks(names: readonly string[]) {
  const { cookie, contestId, memberIds } = await drafted(names)
  await call('PATCH', '/api/cell', cookie, { revision: 1, memberProof: 'link' })
  const made = (await call('POST', '/api/members/links', cookie, { memberIds })) as {
    json: { links: { memberId: string; url: string }[] }
  }
  const { roomCode } = await openRoom(contestId, cookie)
  const secrets = memberIds.map(
    (memberId) => made.json.links.find((one) => one.memberId === memberId)?.url.split('#')[1] ?? '',
  )
  return { cookie, contestId, memberIds, screenKey: '', roomCode, secrets }
}

test('[D3] a name alone is not enough, nor is a PIN; the link is, and takes the name over', async () => {
  const { secrets, ...place } = await preparedWithLinks(['Trần Thị An', 'Lê Văn Bình'])
  const [an = '', binh = ''] = place.memberIds
  const visitor = connect('/member', { roomCode: place.roomCode })
  expect(await request(visitor, 'member:claim', { memberId: an })).toEqual({ ok: false, refusal: 'link-needed' })
  const withPin = await request(visitor, 'member:claim', { memberId: an, pin: '482913' })
  expect(withPin).toEqual({ ok: false, refusal: 'link-needed' })

  const host = hostOf(place)
  const given = new Promise<{ token: string }>((resolve) => visitor.once('member:place', resolve))
  expect(await request(visitor, 'member:ask-for-place', { memberId: an })).toMatchObject({ ok: true })
  await host.until((_, { placeRequests }) => placeRequests.length === 1)
  const [asked] = host.seen.extra?.placeRequests ?? []
  await request(host.socket, 'host:answer-place-request', { requestId: asked?.requestId, grant: true })
  const { token } = await given
  const letIn = page<MemberView>(connect('/member', { roomCode: place.roomCode, token }), 'member:view')
  await letIn.until(({ me }) => me.memberId === an)

  const displaced = new Promise((resolve) => letIn.socket.once('member:displaced', resolve))
  const accepted = (await call('POST', '/api/member-links/accept', '', { secret: secrets[0] })) as {
    json: { token: string; roomCode: string }
  }
  await displaced
  expect(accepted.json.roomCode).toBe(place.roomCode)
  const phone = page<MemberView>(
    connect('/member', { roomCode: place.roomCode, token: accepted.json.token }),
    'member:view',
  )
  await phone.until(({ me }) => me.memberId === an)
  expect(await refusalOf(connect('/member', { roomCode: place.roomCode, token }))).toBe('unknown-token')
  expect(await request(visitor, 'member:claim', { memberId: binh })).toEqual({ ok: false, refusal: 'link-needed' })
})
