import { expect, test } from 'vitest'
import { readApart } from './read-apart.ts'
import { hostileFiles } from './testing/hostile-files.ts'
import { goodRows, workbookParts, zipped } from './testing/sample-workbooks.ts'

test('a file is read by a process of its own, and the next one as well', { timeout: 60_000 }, async () => {
  const files = [zipped(workbookParts(goodRows)), Buffer.from('Lê Hòa'), zipped(workbookParts(''))]

  expect(await Promise.all(files.map((file) => readApart(file)))).toEqual([
    { ok: true, value: 'Họ và tên\tTổ\nLê Hòa\t1' },
    { ok: true, value: 'Lê Hòa' },
    { ok: false, refusal: 'file-is-no-list' },
  ])
})

test('what needs more memory than the process has ends the process alone', { timeout: 60_000 }, async () => {
  // Within every limit of the archive: 18 MB of shared texts.
  const parts = workbookParts(goodRows)
  const relations = String(parts['xl/_rels/workbook.xml.rels']).replace(
    '</Relationships>',
    `${sharedStrings}</Relationships>`,
  )
  const texts = `<sst>${'<si><t>x</t></si>'.repeat(1_100_000)}</sst>`
  const file = zipped({ ...parts, 'xl/_rels/workbook.xml.rels': relations, 'xl/sharedStrings.xml': texts }, 0)
  const started = performance.now()

  expect(await readApart(file, littleMegabytes)).toEqual({ ok: false, refusal: 'file-too-complex' })
  expect(performance.now() - started).toBeLessThan(35_000)
  expect(await readApart(zipped(workbookParts(goodRows)), littleMegabytes)).toMatchObject({ ok: true })
})

/** Enough for a list, and not for the text of a book. */
const littleMegabytes = 30

test('a sample of the hostile files is refused there as well', { timeout: 120_000 }, async () => {
  const files = hostileFiles().filter((_, index) => index % 12 === 0)

  for (const [what, file, refusal] of files) {
    expect([what, await readApart(file)]).toEqual([what, { ok: false, refusal }])
  }
})

const sharedStrings =
  '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
