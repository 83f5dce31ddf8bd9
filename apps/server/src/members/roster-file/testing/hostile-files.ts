import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FileRefusal } from '../file-refusal.ts'
import { goodRows, type Parts, textCell, workbookParts, worksheet, zipped } from './sample-workbooks.ts'

export type HostileFile = readonly [what: string, file: Buffer, refusal: FileRefusal]

const sheetPath = 'xl/worksheets/sheet1.xml'
const good = zipped(workbookParts(goodRows))
const withParts = (parts: Parts) => zipped({ ...workbookParts(goodRows), ...parts })
const withRows = (rows: string, level: 0 | 9 = 9) => zipped(workbookParts(rows), level)
const withSheet = (xml: string | Uint8Array) => withParts({ [sheetPath]: xml })
const mebibyte = 1024 * 1024

/** Everything somebody may send in place of a list, with what it is refused for. */
export function hostileFiles(): readonly HostileFile[] {
  return [...bombs(), ...ranges(), ...polyglots(), ...broken(), ...xml(), ...wrongKinds()]
}

function bombs(): readonly HostileFile[] {
  const spaces = (bytes: number) => ' '.repeat(bytes)
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`xl/media/${index}.png`, 'x']))
  const inner = zipped({ a: spaces(mebibyte) })
  return [
    ['a bomb of 100 MB', withParts({ 'xl/styles.xml': spaces(100 * mebibyte) }), 'file-unpacks-too-large'],
    [
      'a bomb of 21 MB that compresses badly',
      withParts({ 'xl/a.bin': randomBytes(21 * mebibyte) }),
      'file-unpacks-too-large',
    ],
    [
      'a bomb of 5 MB by its ratio alone',
      withParts({ 'xl/styles.xml': spaces(5 * mebibyte) }),
      'file-unpacks-too-large',
    ],
    ['a bomb in a picture', withParts({ 'xl/media/a.png': spaces(30 * mebibyte) }), 'file-unpacks-too-large'],
    ['250 entries', withParts(many), 'file-unpacks-too-large'],
    [
      '20 sheets of 2 MB',
      zipped(workbookParts(...Array.from({ length: 20 }, () => spaces(2 * mebibyte)))),
      'file-unpacks-too-large',
    ],
    ['a bomb within a bomb, and no workbook', zipped({ 'a.zip': inner, 'b.zip': inner }), 'file-is-no-list'],
    [
      'a bomb that says it is small',
      lyingAbout(withParts({ 'xl/styles.xml': spaces(mebibyte) }), mebibyte, 10_000),
      'file-unpacks-too-large',
    ],
    [
      'a part that says it is larger',
      lyingAbout(withParts({ 'xl/styles.xml': 'x'.repeat(777) }), 777, 900),
      'file-damaged',
    ],
  ]
}

function ranges(): readonly HostileFile[] {
  const cells = Array.from({ length: 10_001 }, () => '<c><v>1</v></c>').join('')
  const row = (number: number) => `<row r="${number}">${textCell(`A${number}`, 'x')}</row>`
  return [
    [
      'a cell in the last column and row',
      withRows(`${goodRows}<row r="1048576">${textCell('XFD1048576', 'x')}</row>`),
      'file-range-too-large',
    ],
    ['a cell in the last row', withRows(goodRows + row(1_048_576)), 'file-range-too-large'],
    [
      'a cell in the last column',
      withRows(`<row r="1">${textCell('A1', 'x')}</row><row r="2">${textCell('XFD2', 'x')}</row>`),
      'file-range-too-large',
    ],
    ['a row beyond Excel', withRows(goodRows + row(999_999_999)), 'file-range-too-large'],
    ['a column beyond Excel', withRows(`<row r="1">${textCell('ZZZZZZZ1', 'x')}</row>`), 'file-range-too-large'],
    [
      '10,001 cells',
      withRows(Array.from({ length: 10_001 }, (_, index) => row(index + 1)).join('')),
      'file-range-too-large',
    ],
    ['10,001 cells that do not say where they stand', withRows(`<row>${cells}</row>`, 0), 'file-range-too-large'],
    [
      'a huge range in the second sheet, behind an empty one',
      zipped(workbookParts('', row(20_000))),
      'file-range-too-large',
    ],
  ]
}

function polyglots(): readonly HostileFile[] {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')
  return [
    [
      'a picture with a workbook behind it',
      Buffer.concat([Buffer.from('474946383961', 'hex'), good]),
      'file-is-no-list',
    ],
    ['a PDF with a workbook behind it', Buffer.concat([Buffer.from('%PDF-1.7\n'), good]), 'file-is-no-list'],
    ['a page with a workbook behind it', Buffer.concat([page, good]), 'file-is-no-list'],
    [
      'a program with a workbook behind it',
      Buffer.concat([Buffer.from('4d5a900003000000', 'hex'), good]),
      'file-is-no-list',
    ],
    ['a workbook with a page behind it', Buffer.concat([good, page]), 'file-damaged'],
    ['a workbook in front of another', Buffer.concat([good, withRows('')]), 'file-damaged'],
    ['something between the parts and their directory', padded(good), 'file-damaged'],
    ['a part with two names', renamed(good), 'file-damaged'],
    ['a directory that points twice at one part', doubled(good), 'file-damaged'],
    ['a part behind a password', flagged(good), 'file-damaged'],
    ['a part packed in a way nobody knows', withMethod(good, 99), 'file-damaged'],
  ]
}

function broken(): readonly HostileFile[] {
  const cut = (part: number) => good.subarray(0, Math.floor(good.length * part))
  const flipped = Buffer.from(good)
  for (let index = 60; index < 120; index += 1) flipped[index] = (flipped[index] ?? 0) ^ 0xff
  return [
    ['a tenth of a workbook', cut(0.1), 'file-damaged'],
    ['half a workbook', cut(0.5), 'file-damaged'],
    ['a workbook without its last byte', good.subarray(0, -1), 'file-damaged'],
    ['the magic of a workbook alone', Buffer.from('504b0304', 'hex'), 'file-damaged'],
    ['bytes that were turned', flipped, 'file-damaged'],
    ['the magic and noise', Buffer.concat([Buffer.from('504b0304', 'hex'), randomBytes(5_000)]), 'file-damaged'],
    ['an archive of nothing', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'), 'file-is-no-list'],
    ['a sheet that is not there', zipped(without(workbookParts(goodRows), sheetPath)), 'file-damaged'],
    ['a sheet that nobody lists', withParts({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' }), 'file-damaged'],
    [
      'a sheet outside the workbook',
      withParts({
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Target="../../../../etc/passwd"/></Relationships>',
      }),
      'file-damaged',
    ],
    ['no sheets at all', zipped(workbookParts()), 'file-is-no-list'],
    ['an empty sheet', withRows(''), 'file-is-no-list'],
    ['formatted and empty cells alone', withRows('<row r="1"><c r="A1" s="1"/></row>'), 'file-is-no-list'],
    ['cells that do not say where they stand', withRows('<row><c><v>1</v></c></row>'), 'file-damaged'],
  ]
}

function xml(): readonly HostileFile[] {
  const lol = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')
  const cells = goodRows
  return [
    ['a billion laughs', withSheet(`<!DOCTYPE x [<!ENTITY l0 "lol">${lol}]>${worksheet(cells)}`), 'file-damaged'],
    [
      'an entity that reads a file',
      withSheet(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${worksheet(cells)}`),
      'file-damaged',
    ],
    [
      'an entity in the styles',
      withParts({ 'xl/styles.xml': '<!DOCTYPE x SYSTEM "http://10.0.0.1/x.dtd"><styleSheet/>' }),
      'file-damaged',
    ],
    ['an entity in UTF-16', withSheet(Buffer.from(`<!DOCTYPE x>${worksheet(cells)}`, 'utf16le')), 'file-damaged'],
    ['elements 300,000 deep', withRows(textCell('A1', 'x') + nested(300_000), 0), 'file-damaged'],
    ['elements that are not closed', withSheet('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>'), 'file-damaged'],
    [
      'noise where a sheet should be',
      withSheet(`<c r="A1">${randomBytes(2_000).toString('hex')}<<<>>`),
      'file-damaged',
    ],
    ['a part with a zero byte', withSheet(`${worksheet(cells)}\u0000`), 'file-damaged'],
  ]
}

function wrongKinds(): readonly HostileFile[] {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  const locked = Buffer.concat([compound, Buffer.alloc(2_000), Buffer.from('EncryptedPackage', 'utf16le')])
  return [
    ['Excel of before 2007', Buffer.concat([compound, Buffer.alloc(4_000)]), 'file-is-xls'],
    ['a workbook with a password', locked, 'file-is-locked'],
    ['a Word document', zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'file-is-no-list'],
    [
      'an OpenDocument sheet',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'file-is-no-list',
    ],
    ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj'), 'file-is-no-list'],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'file-is-no-list'],
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'file-is-no-list'],
    ['gzip', gzipSync('Lê Hòa'), 'file-is-no-list'],
    [
      'a page that calls itself a sheet',
      Buffer.from('<html><table><tr><td>Lê Hòa</td></tr></table></html>'),
      'file-is-no-list',
    ],
    ['rich text', Buffer.from('{\\rtf1\\ansi L\\u234? Hoa}'), 'file-is-no-list'],
    ['a text with control characters', Buffer.from('Lê Hòa\u0000\u0001\u0002'), 'file-is-no-list'],
    ['noise', Buffer.concat([Buffer.from([7, 0, 1]), randomBytes(3_000)]), 'file-is-no-list'],
  ]
}

function nested(depth: number): string {
  return '<a>'.repeat(depth)
}

function without(parts: Parts, name: string): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name))
}

function directoryStart(file: Buffer): number {
  return file.readUInt32LE(file.length - 6)
}

/** In the directory and at the part itself. */
function lyingAbout(file: Buffer, bytes: number, said: number): Buffer {
  const changed = Buffer.from(file)
  for (let position = 0; position + 4 <= changed.length; position += 1) {
    if (changed.readUInt32LE(position) === bytes) changed.writeUInt32LE(said, position)
  }
  return changed
}

function padded(file: Buffer): Buffer {
  const start = directoryStart(file)
  return Buffer.concat([file.subarray(0, start), Buffer.from('<script>'), file.subarray(start)])
}

function renamed(file: Buffer): Buffer {
  const changed = Buffer.from(file)
  changed.write('x', 30)
  return changed
}

/** The second entry of the directory is sent to the part of the first. */
function doubled(file: Buffer): Buffer {
  const changed = Buffer.from(file)
  const first = directoryStart(changed)
  const second = first + 46 + changed.readUInt16LE(first + 28)
  changed.writeUInt32LE(changed.readUInt32LE(first + 42), second + 42)
  return changed
}

function flagged(file: Buffer): Buffer {
  const changed = Buffer.from(file)
  const first = directoryStart(changed)
  changed.writeUInt16LE(changed.readUInt16LE(first + 8) | 1, first + 8)
  return changed
}

function withMethod(file: Buffer, method: number): Buffer {
  const changed = Buffer.from(file)
  changed.writeUInt16LE(method, 8)
  changed.writeUInt16LE(method, directoryStart(changed) + 10)
  return changed
}
