import { deviceRepository, hashSecret, memberLinkRepository, newId } from '@khac-sau/database'
import type { MemberLinkAccepted, MemberLinks } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestServer, publicUrl, type TestCell, type TestServer } from '../testing/test-server.ts'
import { knownDevice } from './known-device.ts'

let server: TestServer
let cell: TestCell
let an: string
let binh: string
const forgotten: string[] = []
beforeEach(async () => {
  forgotten.length = 0
  server = await openTestServer({ deviceForgotten: (deviceId) => forgotten.push(deviceId) })
  cell = await server.addCell()
  an = await cell.addMember({ name: 'Trần Thị An' })
  binh = await cell.addMember({ name: 'Lê Văn Bình' })
})
afterEach(() => server.close())

const links = () => memberLinkRepository(server.database.store)
const make = (memberIds: readonly string[], replacing = false) =>
  server.ask('POST', '/api/members/links', { ...cell, body: { memberIds, replacing } })
async function linkOf(memberId: string, replacing = false): Promise<string> {
  const { body } = await make([memberId], replacing)
  return (body as MemberLinks).links[0]?.url.split('#')[1] ?? ''
}
const look = (secret: string, token: string | null = null) =>
  server.ask('POST', '/api/member-links/look', { body: { secret, token } })
const accept = (secret: string) => server.ask('POST', '/api/member-links/accept', { body: { secret } })
const stateOf = async (memberId: string) => {
  const { body } = await server.ask('GET', '/api/members/proofs', cell)
  return (body as { members: { memberId: string; link: string }[] }).members.find((one) => one.memberId === memberId)
    ?.link
}

test('[D3] a link has 128 bits in its fragment, is told once, and only its hash is kept', async () => {
  const made = await make([an, an])
  expect(made.status).toBe(200)
  const [link] = (made.body as MemberLinks).links
  expect((made.body as MemberLinks).links).toHaveLength(1)
  const [address, secret = ''] = link?.url.split('#') ?? []
  expect([address, Buffer.from(secret, 'base64url').length]).toEqual([`${publicUrl}/link`, 16])
  const stored = await links().list(cell.id)
  expect(stored).toMatchObject([{ memberId: an, secretHash: hashSecret(secret), usedAtMs: null }])
  expect(JSON.stringify(stored)).not.toContain(secret)
  expect([await stateOf(an), await stateOf(binh)]).toEqual(['open', 'none'])
})

test('[D3] it says whose it is, and is exchanged once for a token that is known from then on', async () => {
  const secret = await linkOf(an)
  const found = { state: 'ready', cellName: 'Chi bộ Mẫu', name: 'Trần Thị An', roomCode: null }
  expect((await look(secret)).body).toEqual(found)
  const accepted = await accept(secret)
  expect(accepted).toMatchObject({ status: 200, body: { roomCode: null } })
  const { token } = accepted.body as MemberLinkAccepted

  const device = await knownDevice(server.database.store, cell.id, token)
  expect(device).toMatchObject({ memberId: an, provedBy: 'link' })
  expect(await stateOf(an)).toBe('used')
  expect(await accept(secret)).toMatchObject({ status: 403, body: { refusal: 'link-used' } })
  expect(await look(secret)).toMatchObject({ status: 403, body: { refusal: 'link-used' } })
  // Opened again on that very phone, in a later month, say.
  expect((await look(secret, token)).body).toEqual({ ...found, state: 'known' })
})

test('[D3] of several phones that exchange one link at once, one gets in', async () => {
  const secret = await linkOf(an)
  const answers = await Promise.all(Array.from({ length: 5 }, () => accept(secret)))

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403])
  expect(await deviceRepository(server.database.store).list(cell.id)).toHaveLength(1)
})

test('[D3] it leads into the room that is open', async () => {
  const contestId = await cell.addContest()
  const opened = await server.openRoom(contestId, cell)
  const { roomCode } = opened.body as { roomCode: string }
  const secret = await linkOf(an)

  expect((await look(secret)).body).toMatchObject({ roomCode })
  expect((await accept(secret)).body).toMatchObject({ roomCode })
})

test('[D3] [A6] the phone that was known before ends, and its pages are told', async () => {
  const token = newId()
  const older = { id: newId(), memberId: an, tokenHash: hashSecret(token), provedBy: 'pin' as const, createdAtMs: 1 }
  await deviceRepository(server.database.store).create(cell.id, older)
  await accept(await linkOf(an))

  expect(forgotten).toEqual([older.id])
  expect(await knownDevice(server.database.store, cell.id, token)).toBeUndefined()
})

test('[D3] a new link ends the old one, one that is taken back is none, and a member who left has none', async () => {
  const old = await linkOf(an)
  const fresh = await linkOf(an, true)
  expect(await look(old)).toMatchObject({ status: 403, body: { refusal: 'link-over' } })
  expect(await look(fresh)).toMatchObject({ status: 200 })
  await server.ask('POST', `/api/members/${an}/revoke-link`, cell)
  expect(await accept(fresh)).toMatchObject({ status: 403, body: { refusal: 'link-over' } })
  expect(await stateOf(an)).toBe('none')

  const gone = await linkOf(binh)
  await server.ask('PATCH', `/api/members/${binh}`, { ...cell, body: { revision: 1, active: false } })
  expect(await accept(gone)).toMatchObject({ status: 403, body: { refusal: 'link-over' } })
})

test('links that somebody else has given meanwhile do not end unseen', async () => {
  await make([an])
  const lastChange = { byName: 'Bí thư', isYou: true, atMs: server.clock.at }
  expect(await make([an, binh])).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange } })
  expect(await stateOf(binh)).toBe('none')
})

test('[D2] [D3] of links that are guessed no more are looked at than of PINs, and a right one is not held up by them', async () => {
  const secret = await linkOf(an)
  const refusals: string[] = []
  for (let guess = 0; guess < 2_000; guess += 1) {
    const { body } = await look(`guess-${guess}`)
    refusals.push((body as { refusal: string }).refusal)
    server.clock.at += 1_800
  }

  // An hour's worth.
  expect(refusals.filter((refusal) => refusal === 'link-over').length).toBeLessThanOrEqual(60)
  expect(new Set(refusals)).toEqual(new Set(['link-over', 'too-many-attempts']))
  expect(await look(secret)).toMatchObject({ status: 200 })
})

test('another cell gives nobody a link, and takes none back', async () => {
  const secret = await linkOf(an)
  const other = await server.addCell()
  const body = { memberIds: [await other.addMember(), binh] }
  expect(await server.ask('POST', '/api/members/links', { ...other, body })).toMatchObject({ status: 404 })
  expect(await server.ask('POST', `/api/members/${an}/revoke-link`, other)).toMatchObject({ status: 404 })
  expect(await look(secret)).toMatchObject({ status: 200 })
  expect(await links().list(other.id)).toEqual([])
})
