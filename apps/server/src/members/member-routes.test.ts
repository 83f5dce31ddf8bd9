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
  expect((await server.ask('GET', '/api/members', cell)).body).toEqual({ members: [], revision: 0 })
})

describe('changing a member', () => {
  test('changes what was sent and nothing else', async () => {
    const memberId = await cell.addMember({ groupName: 'Tổ 2' })
    const url = `/api/members/${memberId}`
    const changed = await server.ask('PATCH', url, {
      ...cell,
      body: { revision: 1, ranked: false, toMonth: '2026-09' },
    })

    const expected = { memberId, name: 'Lê Thị Mẫu', groupName: 'Tổ 2', ranked: false, active: true }
    expect(changed).toMatchObject({ status: 200, body: { ...expected, fromMonth: '2026-01', toMonth: '2026-09' } })
    const reopened = await server.ask('PATCH', url, { ...cell, body: { revision: 2, toMonth: null } })
    expect(reopened.body).toMatchObject({ toMonth: null })
    expect((await server.ask('PATCH', url, { ...cell, body: { revision: 3 } })).body).toMatchObject(expected)
  })

  test.each([{ fromMonth: '2026-13' }, { toMonth: '2025-12' }, { ranked: 'no' }, { name: '' }])(
    '%o is refused',
    async (body) => {
      const url = `/api/members/${await cell.addMember()}`

      expect(await server.ask('PATCH', url, { ...cell, body: { revision: 1, ...body } })).toMatchObject({ status: 400 })
    },
  )

  test('of another cell is finding none', async () => {
    const other = await server.addCell()
    const memberId = await other.addMember()
    const answer = await server.ask('PATCH', `/api/members/${memberId}`, {
      ...cell,
      body: { revision: 1, name: 'Chiếm chỗ' },
    })

    expect(answer).toMatchObject({ status: 404, body: { refusal: 'no-such-member' } })
    expect((await server.ask('GET', '/api/members', cell)).body).toEqual({ members: [], revision: 0 })
    expect((await server.ask('GET', '/api/members', other)).body).toMatchObject({ members: [{ name: 'Lê Thị Mẫu' }] })
  })
})

describe('the preview of a list', () => {
  test('says whom of the roster each row means, and stores nothing', async () => {
    const memberId = await cell.addMember({ name: 'Lê Thị Hoa' })
    const text = 'Họ và tên\tTổ\tNăm sinh\nlê thị hoa\tTổ 1\t1970\nLê Thị Hòa\tTổ 2\t?\nLê Thị Hòa\tTổ 2\t\n'
    const { status, body } = await server.ask('POST', '/api/members/preview', { ...cell, body: { text } })

    const silent = { position: '', birthday: null, fromMonth: null, toMonth: null, memberId: null, unsure: false }
    expect(status).toBe(200)
    expect(body).toEqual({
      revision: 1,
      columns: [
        { label: 'Họ và tên', use: 'name' },
        { label: 'Tổ', use: 'group' },
        { label: 'Năm sinh', use: 'birthday' },
      ],
      entries: [
        { ...silent, line: 2, name: 'lê thị hoa', groupName: 'Tổ 1', birthday: '1970', memberId },
        { ...silent, line: 3, name: 'Lê Thị Hòa', groupName: 'Tổ 2' },
        { ...silent, line: 4, name: 'Lê Thị Hòa', groupName: 'Tổ 2' },
      ],
      problems: [
        { code: 'birthday-not-understood', line: 3, field: 'birthday', values: { name: 'Lê Thị Hòa', value: '?' } },
        { code: 'duplicate', line: 4, field: null, values: { name: 'Lê Thị Hòa', other: '3' } },
      ],
    })
    expect((await server.ask('GET', '/api/members', cell)).body).toMatchObject({ members: [{ name: 'Lê Thị Hoa' }] })
  })

  test('reads the columns as it is told', async () => {
    const body = { text: 'Lê Thị Hoa\tTổ 1\tBí thư', uses: ['name', 'position', 'group'] }

    expect((await server.ask('POST', '/api/members/preview', { ...cell, body })).body).toMatchObject({
      entries: [{ name: 'Lê Thị Hoa', groupName: 'Bí thư', position: 'Tổ 1' }],
    })
  })

  test('knows nobody of another cell', async () => {
    await (await server.addCell()).addMember({ name: 'Lê Thị Hoa' })
    const answer = await server.ask('POST', '/api/members/preview', { ...cell, body: { text: 'Lê Thị Hoa' } })

    expect(answer.body).toMatchObject({ entries: [{ memberId: null, unsure: false }] })
  })

  test('refuses a list of 200 kB', async () => {
    const body = { text: 'Lê Thị Mẫu\n'.repeat(20_000) }

    expect(await server.ask('POST', '/api/members/preview', { ...cell, body })).toMatchObject({
      status: 413,
      body: { refusal: 'too-large' },
    })
  })
})

describe('taking in a list', () => {
  const takeIn = (body: object) => server.ask('POST', '/api/members/import', { ...cell, body })

  test('adds and changes at once, and answers with the roster', async () => {
    const memberId = await cell.addMember({ name: 'Lê Thị Hoa' })
    const added = [{ ...person, position: 'Bí thư', birthday: '1970-04-05', fromMonth: '2025-03' }]
    const changed = [{ memberId, revision: 1, change: { groupName: 'Tổ 2', birthday: '1971' } }]
    const taken = await takeIn({ revision: 1, added, changed })

    expect(taken).toMatchObject({
      status: 200,
      body: {
        members: [
          { memberId, name: 'Lê Thị Hoa', groupName: 'Tổ 2', birthday: '1971' },
          { name: 'Lê Thị Mẫu', position: 'Bí thư', birthday: '1970-04-05', fromMonth: '2025-03', toMonth: null },
        ],
      },
    })
    expect((await server.ask('GET', '/api/members', cell)).body).toEqual(taken.body)
  })

  test('[S2] somebody who has left already was a member in their last month only', async () => {
    const added = [{ ...person, toMonth: '2025-03' }]

    expect((await takeIn({ revision: 0, added, changed: [] })).body).toMatchObject({
      members: [{ fromMonth: '2025-03', toMonth: '2025-03' }],
    })
  })

  test.each<[string, object]>([
    ['no revision', { revision: undefined, added: [person], changed: [] }],
    ['nothing', { added: [], changed: [] }],
    ['too many', { added: Array.from({ length: 301 }, () => person), changed: [] }],
    ['an impossible birthday', { added: [{ ...person, birthday: '1970-02-30' }], changed: [] }],
    ['months the wrong way round', { added: [{ ...person, fromMonth: '2026-02', toMonth: '2026-01' }], changed: [] }],
    ['a name that is only an address', { added: [{ ...person, name: 'Đ/c' }], changed: [] }],
  ])('%s is refused whole', async (_, body) => {
    expect(await takeIn({ revision: 0, ...body })).toMatchObject({ status: 400, body: { refusal: 'bad-request' } })
    expect((await server.ask('GET', '/api/members', cell)).body).toEqual({ members: [], revision: 0 })
  })

  test('with a member of another cell is refused whole', async () => {
    const other = await server.addCell()
    const foreign = await other.addMember()
    const changed = [{ memberId: foreign, revision: 1, change: { name: 'Chiếm chỗ' } }]

    expect(await takeIn({ revision: 0, added: [person], changed })).toMatchObject({
      status: 404,
      body: { refusal: 'no-such-member' },
    })
    expect((await server.ask('GET', '/api/members', cell)).body).toEqual({ members: [], revision: 0 })
    expect((await server.ask('GET', '/api/members', other)).body).toMatchObject({ members: [{ name: 'Lê Thị Mẫu' }] })
  })
})
