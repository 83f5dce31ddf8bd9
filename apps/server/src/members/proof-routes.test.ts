import { deviceRepository, memberRepository, newId } from '@khac-sau/database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestServer, type TestCell, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let cell: TestCell
const forgotten: string[] = []
beforeAll(async () => {
  server = await openTestServer({ deviceForgotten: (deviceId) => forgotten.push(deviceId) })
})
afterAll(() => server.close())
beforeEach(async () => {
  cell = await server.addCell()
})

test('[D2] PINs are told once, and only their hashes are kept', async () => {
  const [an, binh] = [await cell.addMember(), await cell.addMember()]
  const made = await server.ask('POST', '/api/members/pins', { ...cell, body: { memberIds: [an, an] } })

  expect(made).toMatchObject({ status: 200, body: { pins: [{ memberId: an, pin: expect.stringMatching(/^\d{6}$/) }] } })
  const { pins } = made.body as { pins: { pin: string }[] }
  const stored = await memberRepository(server.database.store).byId(cell.id, an)
  expect(stored?.pinHash).toMatch(/^\$argon2id\$/)
  expect(stored?.pinHash).not.toContain(pins[0]?.pin)
  const { members } = (await server.ask('GET', '/api/members/proofs', cell)).body as { members: object[] }
  expect(members).toHaveLength(2)
  expect(members).toContainEqual({ memberId: an, hasPin: true, link: 'none', device: null })
  expect(members).toContainEqual({ memberId: binh, hasPin: false, link: 'none', device: null })
  expect(JSON.stringify((await server.ask('GET', '/api/members', cell)).body)).not.toContain('argon2')
})

test('[D1] the phone that is known is listed, and forgotten', async () => {
  const memberId = await cell.addMember()
  const device = { id: newId(), memberId, tokenHash: newId(), provedBy: 'pin' as const, createdAtMs: 77 }
  await deviceRepository(server.database.store).create(cell.id, device)
  expect((await server.ask('GET', '/api/members/proofs', cell)).body).toEqual({
    members: [{ memberId, hasPin: false, link: 'none', device: { sinceMs: 77, provedBy: 'pin' } }],
  })

  const other = await server.addCell()
  const address = `/api/members/${memberId}/forget-device`
  expect(await server.ask('POST', address, other)).toMatchObject({ status: 404, body: { refusal: 'no-such-member' } })
  expect(forgotten).toEqual([])
  expect(await server.ask('POST', address, cell)).toMatchObject({ status: 200 })
  expect(forgotten).toEqual([device.id])
  expect(await deviceRepository(server.database.store).byTokenHash(device.tokenHash)).toBeUndefined()
})

test('another cell gives nobody a PIN, nor does a list with one stranger in it', async () => {
  const memberId = await cell.addMember()
  const other = await server.addCell()
  const own = await other.addMember()
  const answer = await server.ask('POST', '/api/members/pins', { ...other, body: { memberIds: [own, memberId] } })

  expect(answer).toMatchObject({ status: 404, body: { refusal: 'no-such-member' } })
  expect((await memberRepository(server.database.store).byId(cell.id, memberId))?.pinHash).toBeNull()
  expect((await memberRepository(server.database.store).byId(other.id, own))?.pinHash).toBeNull()
  expect((await server.ask('GET', '/api/members/proofs', other)).body).toMatchObject({ members: [{ memberId: own }] })
})

test('[D1] how members join is not changed while a room is open', async () => {
  const change = { ...cell, body: { revision: 1, memberProof: 'pin' } }
  expect(await server.ask('PATCH', '/api/cell', change)).toMatchObject({ body: { cell: { memberProof: 'pin' } } })
  await cell.addMember()
  const contestId = await cell.addContest()
  expect(await server.openRoom(contestId, cell)).toMatchObject({ status: 200 })

  const back = { ...cell, body: { revision: 2, memberProof: 'name' } }
  expect(await server.ask('PATCH', '/api/cell', back)).toMatchObject({ status: 409, body: { refusal: 'room-is-open' } })
  const same = { ...cell, body: { revision: 2, memberProof: 'pin' } }
  expect(await server.ask('PATCH', '/api/cell', same)).toMatchObject({ status: 200 })
})
