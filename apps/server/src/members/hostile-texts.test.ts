import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, ownPage, type TestCell, type TestServer } from '../testing/test-server.ts'

/** Script, markup, formulas and what else breaks out of a text somewhere. */
const texts = readFileSync(new URL('../../../../e2e/fixtures/hostile-texts.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')

let server: TestServer
let cell: TestCell
beforeAll(async () => {
  server = await openTestServer()
  cell = await server.addCell()
  const added = texts.map((text, index) => ({ name: `${text} L${index}`, groupName: text, position: text }))
  await server.ask('POST', '/api/members/import', { ...cell, body: { revision: 0, added, changed: [] } })
})
afterAll(() => server.close())

const download = (what: string) =>
  server.app.inject({ method: 'GET', url: `/api/members/download/${what}`, headers: { cookie: cell.cookie } })

test('no field of the CSV export begins as a formula does', async () => {
  const { body } = await download('roster.csv')
  const fields = [...body.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field = '']) => field)

  expect(texts.length).toBeGreaterThanOrEqual(200)
  expect(fields.length).toBe((texts.length + 1) * 6)
  expect(fields.filter((field) => /^[=+\-@\t\r]/.test(field))).toEqual([])
})

test('every cell of the workbook is a text, and its XML is whole', async () => {
  const parts = unzipSync((await download('roster.xlsx')).rawPayload)
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  const cells = [...sheet.matchAll(/<c\b([^>]*)>/g)].map(([, attributes = '']) => attributes)

  expect(sheet).not.toMatch(/<f\b/)
  expect(cells.filter((attributes) => !/ t="(?:s|inlineStr)"/.test(attributes) && !attributes.endsWith('/'))).toEqual(
    [],
  )
  expect(Object.keys(parts).filter((name) => /external|vba|macro|hyperlink/i.test(name))).toEqual([])
})

test.each(['csv', 'xlsx'])('they come back from the %s export as they were given in', async (kind) => {
  const file = await server.app.inject({
    method: 'POST',
    url: '/api/members/file',
    headers: { ...ownPage, cookie: cell.cookie, 'content-type': 'application/octet-stream' },
    payload: (await download(`roster.${kind}`)).rawPayload,
  })
  const { text } = file.json<{ text: string }>()
  const preview = await server.ask('POST', '/api/members/preview', { ...cell, body: { text } })
  const { members } = (await server.ask('GET', '/api/members', cell)).body as {
    members: { memberId: string; name: string; groupName: string; position: string }[]
  }

  expect(members).toHaveLength(texts.length)
  expect(preview.body).toMatchObject({
    entries: members.map(({ memberId, name, groupName, position }) => ({ memberId, name, groupName, position })),
    problems: [],
  })
})
