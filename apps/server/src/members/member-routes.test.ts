import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, type TestCell, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let cell: TestCell
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  cell = await server.addCell()
})

const person = { name: ' Lê Thị Mẫu ', groupName: 'Tổ 1' }

test('[S2] new members are ranked, active and members from this month of Vietnam on', async () => {
  server.clock.at = Date.UTC(2026, 10, 30, 18)
  const added = await server.ask('POST', '/api/members', { ...cell, body: { people: [person] } })

  const member = {
    name: 'Lê Thị Mẫu',
    groupName: 'Tổ 1',
    ranked: true,
    active: true,
    fromMonth: '2026-12',
    toMonth: null,
  }
  expect(added).toMatchObject({ status: 201, body: { members: [member] } })
  expect((await server.ask('GET', '/api/members', cell)).body).toEqual(added.body)
})

test('the roster keeps the order in which names were pasted', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `Người ${index}`)
  const body = { people: names.map((name) => ({ name, groupName: '' })) }
  const added = await server.ask('POST', '/api/members', { ...cell, body })

  expect(added.body).toMatchObject({ members: names.map((name) => ({ name })) })
})

test.each([
  ['nobody', []],
  ['a name of spaces', [{ name: '  ', groupName: '' }]],
  ['a name beyond the limit', [{ name: 'x'.repeat(81), groupName: '' }]],
  ['too many at once', Array.from({ length: 301 }, () => person)],
])('%s is refused whole', async (_, people) => {
  expect(await server.ask('POST', '/api/members', { ...cell, body: { people } })).toMatchObject({
    status: 400,
    body: { refusal: 'bad-request' },
  })
  expect((await server.ask('GET', '/api/members', cell)).body).toEqual({ members: [] })
})

describe('changing a member', () => {
  test('changes what was sent and nothing else', async () => {
    const memberId = await cell.addMember({ groupName: 'Tổ 2' })
    const url = `/api/members/${memberId}`
    const changed = await server.ask('PATCH', url, { ...cell, body: { ranked: false, toMonth: '2026-09' } })

    const expected = { memberId, name: 'Lê Thị Mẫu', groupName: 'Tổ 2', ranked: false, active: true }
    expect(changed).toMatchObject({ status: 200, body: { ...expected, fromMonth: '2026-01', toMonth: '2026-09' } })
    expect((await server.ask('PATCH', url, { ...cell, body: { toMonth: null } })).body).toMatchObject({ toMonth: null })
    expect((await server.ask('PATCH', url, { ...cell, body: {} })).body).toMatchObject(expected)
  })

  test.each([{ fromMonth: '2026-13' }, { toMonth: '2025-12' }, { ranked: 'no' }, { name: '' }])(
    '%o is refused',
    async (body) => {
      const url = `/api/members/${await cell.addMember()}`

      expect(await server.ask('PATCH', url, { ...cell, body })).toMatchObject({ status: 400 })
    },
  )

  test('of another cell is finding none', async () => {
    const other = await server.addCell()
    const memberId = await other.addMember()
    const answer = await server.ask('PATCH', `/api/members/${memberId}`, { ...cell, body: { name: 'Chiếm chỗ' } })

    expect(answer).toMatchObject({ status: 404, body: { refusal: 'no-such-member' } })
    expect((await server.ask('GET', '/api/members', cell)).body).toEqual({ members: [] })
    expect((await server.ask('GET', '/api/members', other)).body).toMatchObject({ members: [{ name: 'Lê Thị Mẫu' }] })
  })
})

describe('the preview of a pasted list', () => {
  test('says who is on the roster already, and stores nothing', async () => {
    await cell.addMember({ name: 'Lê Thị Hoa' })
    const text = 'Họ và tên\tTổ\nlê thị hoa\tTổ 1\nLê Thị Hòa\tTổ 2\nLê Thị Hòa\tTổ 2\n'
    const { status, body } = await server.ask('POST', '/api/members/preview', { ...cell, body: { text } })

    expect(status).toBe(200)
    expect(body).toEqual({
      entries: [
        { line: 2, name: 'lê thị hoa', groupName: 'Tổ 1', onRoster: true },
        { line: 3, name: 'Lê Thị Hòa', groupName: 'Tổ 2', onRoster: false },
        { line: 4, name: 'Lê Thị Hòa', groupName: 'Tổ 2', onRoster: false },
      ],
      problems: [{ code: 'duplicate', line: 4, values: { name: 'Lê Thị Hòa', other: '3' } }],
    })
    expect((await server.ask('GET', '/api/members', cell)).body).toMatchObject({ members: [{ name: 'Lê Thị Hoa' }] })
  })

  test('refuses a list of 200 kB', async () => {
    const body = { text: 'Lê Thị Mẫu\n'.repeat(20_000) }

    expect(await server.ask('POST', '/api/members/preview', { ...cell, body })).toMatchObject({
      status: 413,
      body: { refusal: 'too-large' },
    })
  })
})
