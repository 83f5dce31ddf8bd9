import { parseRoster } from '@khac-sau/formats'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, ownPage, type TestCell, type TestServer } from '../testing/test-server.ts'
import { readRosterFile } from './roster-file/read-roster-file.ts'
import { writeWorkbook } from './write-workbook.ts'

let server: TestServer
let cell: TestCell
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  cell = await server.addCell()
})

const send = (file: Buffer, cookie = cell.cookie) =>
  server.app.inject({
    method: 'POST',
    url: '/api/members/file',
    headers: { ...ownPage, cookie, 'content-type': 'application/octet-stream' },
    payload: file,
  })
const download = (what: string, cookie = cell.cookie) =>
  server.app.inject({ method: 'GET', url: `/api/members/download/${what}`, headers: { cookie } })

describe('a file', () => {
  test('becomes the text that could have been pasted', async () => {
    const answer = await send(await writeWorkbook([['Họ và tên'], ['Lê Hòa']]))

    expect([answer.statusCode, answer.json()]).toEqual([200, { text: 'Họ và tên\nLê Hòa' }])
  })

  test.each<[string, Buffer, number, string]>([
    ['of an old Excel', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 400, 'file-is-xls'],
    ['of nothing that could be a list', Buffer.from('%PDF-1.4'), 400, 'file-is-no-list'],
    ['of more than 2 MB', Buffer.alloc(2 * 1024 * 1024 + 1, 'x'), 413, 'too-large'],
  ])('%s is refused', async (_, file, status, refusal) => {
    const answer = await send(file)

    expect([answer.statusCode, answer.json()]).toEqual([status, { refusal }])
  })

  test('of nobody who is signed in is not looked at', async () => {
    expect((await send(Buffer.from('Lê Hòa'), '')).json()).toEqual({ refusal: 'signed-out' })
  })
})

describe('the roster as a file', () => {
  beforeEach(async () => {
    const fields = { groupName: '=1+1', position: '@SUM(A1)', birthday: '1970-04-05' }
    await cell.addMember({ name: 'Lê Thị "Hoa", Mẫu', ...fields, toMonth: '2026-09', createdAtMs: 1 })
    await cell.addMember({ name: "'=Mẫu", birthday: '1971' })
  })

  test('is CSV that Excel opens with its letters, and that it finds no formula in', async () => {
    const answer = await download('roster.csv')

    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="danh-sach-dang-vien.csv"',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.body).toBe(
      [
        '\ufeff"Họ và tên","Tổ đảng","Chức vụ","Ngày sinh","Từ tháng","Đến tháng"',
        `"Lê Thị ""Hoa"", Mẫu","'=1+1","'@SUM(A1)","05/04/1970","01/2026","09/2026"`,
        `"''=Mẫu","","","1971","01/2026",""`,
        '',
      ].join('\r\n'),
    )
  })

  test.each(['roster.csv', 'roster.xlsx', 'roster.csv?language=en', 'roster.xlsx?language=en'])(
    '%s imports again unchanged',
    async (what) => {
      const { text } = (await send((await download(what)).rawPayload)).json<{ text: string }>()
      const preview = await server.ask('POST', '/api/members/preview', { ...cell, body: { text } })
      const { members } = (await server.ask('GET', '/api/members', cell)).body as { members: object[] }

      expect(preview.body).toMatchObject({
        entries: members.map((member) => ({
          ...Object.fromEntries(
            Object.entries(member).filter(([key]) => !['revision', 'active', 'ranked', 'timePercent'].includes(key)),
          ),
          unsure: false,
        })),
        problems: [],
      })
    },
  )

  test('is of the own cell alone', async () => {
    const other = await server.addCell()

    expect((await download('roster.csv', other.cookie)).body).not.toContain('Mẫu')
    expect((await download('roster.csv', '')).json()).toEqual({ refusal: 'signed-out' })
  })

  test.each(['template.csv', 'template.xlsx'])('%s names the columns and nobody', async (what) => {
    const outcome = await readRosterFile((await download(what)).rawPayload)

    expect(parseRoster(outcome.ok ? outcome.value : '')).toMatchObject({
      columns: [
        { use: 'name' },
        { use: 'group' },
        { use: 'position' },
        { use: 'birthday' },
        { use: 'fromMonth' },
        { use: 'toMonth' },
      ],
      entries: [],
    })
  })

  test.each(['roster.pdf', 'secrets.csv', '..%2Froster.csv'])('%s is nothing', async (what) => {
    expect((await download(what)).statusCode).toBeGreaterThanOrEqual(400)
  })
})

test('whatever a workbook of ours says comes back cell by cell', { timeout: 60_000 }, async () => {
  const cell = fc
    .array(fc.constantFrom('=', "'", '"', '<b>', '&amp;', '\t', '_x000D_', 'Hòa', '1', ' ', '😀', '-'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => `Lê ${parts.join('')}`.replaceAll(/\s+/g, ' ').trim())
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (names) => {
      const file = await writeWorkbook([['Họ và tên', 'Tổ'], ...names.map((name) => [name, '1'])])
      const outcome = await readRosterFile(file)

      expect(parseRoster(outcome.ok ? outcome.value : '').entries.map(({ name }) => name)).toEqual(names)
    }),
    { numRuns: 60 },
  )
})
