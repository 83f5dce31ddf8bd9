import { type Zippable, zipSync } from 'fflate'
import { type Abuse, ask } from './abuse.ts'
import { octets } from './forged-values.ts'

const pathAbuse = (name: string, path: string, told: string): Abuse => ({
  name: `a path: ${name}`,
  told,
  attempt: ({ cookie }) => ask('GET', path, { cookie }),
})

export const pathAbuses: readonly Abuse[] = [
  pathAbuse('dots', '/../../../../etc/passwd', '404 no-such-request'),
  pathAbuse('dots, encoded', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd', '404 no-such-request'),
  pathAbuse('dots below assets', '/assets/..%2f..%2fpackage.json', '404 no-such-request'),
  pathAbuse('dots, encoded twice', '/assets/%252e%252e%252fpackage.json', '404 no-such-request'),
  pathAbuse('back-slashes', '/assets/..%5c..%5cpackage.json', '404 no-such-request'),
  pathAbuse('not UTF-8', '/%c0%ae%c0%ae/', '400 bad-request'),
  pathAbuse('a copy beside the copies', '/api/backups/..%2fkhac-sau.sqlite', '404 no-such-backup'),
  pathAbuse('a copy by an absolute name', '/api/backups/%2fetc%2fpasswd', '404 no-such-backup'),
  pathAbuse('a copy with a NUL', '/api/backups/x.sqlite%00.txt', '404 no-such-backup'),
  pathAbuse('a copy whose name is a header', '/api/backups/x%0d%0aset-cookie:%20a=b', '404 no-such-backup'),
  pathAbuse('a list outside the lists', '/api/members/download/..%2froster.csv', '400 bad-request'),
  {
    name: 'a copy from far outside the copies',
    told: '404 no-such-backup',
    attempt: ({ cookie }) => ask('GET', '/api/backups/..%2f..%2f..%2fetc%2fpasswd', { cookie }),
  },
  {
    // Two cells share this server: none of them puts anything in place.
    name: 'an upload that is no database',
    told: '403 by-the-administrator',
    attempt: ({ cookie }) =>
      ask('POST', '/api/backups/uploads', { cookie, headers: octets, body: Buffer.from('#!/bin/sh\nrm -rf /\n') }),
  },
]

const body = (name: string, told: string, given: string | Buffer, type = 'application/json'): Abuse => ({
  name: `a body: ${name}`,
  told,
  attempt: ({ cookie, memberIds }) =>
    ask('PATCH', `/api/members/${memberIds[2]}`, { cookie, headers: { 'content-type': type }, body: given }),
})

export const bodyAbuses: readonly Abuse[] = [
  body('__proto__', '400 bad-request', '{"__proto__":{"role":"owner"},"revision":1,"name":"Tên khác"}'),
  body('a length that is no number', '400 bad-request', '{"revision":1,"name":{"length":{"toString":1,"valueOf":1}}}'),
  body('constructor.prototype', '400 bad-request', '{"constructor":{"prototype":{"role":"owner"}}}'),
  body('100,000 brackets deep', '400 bad-request', '['.repeat(100_000)),
  body('more than 200 kB', '413 too-large', JSON.stringify({ name: 'x'.repeat(210_000) })),
  body('a number where a text belongs', '400 bad-request', '{"name":1e999}'),
  body('a name of 81 letters', '400 bad-request', JSON.stringify({ name: 'x'.repeat(81) })),
  body('cut short', '400 bad-request', '{"name":"Tên'),
  body(
    'XML with an entity',
    '400 bad-request',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    'application/xml',
  ),
  body('a form', '400 bad-request', 'name=T%C3%AAn+kh%C3%A1c', 'application/x-www-form-urlencoded'),
  body(
    'of a type that begins as ours does',
    '400 bad-request',
    '{"revision":1,"name":"Tên khác"}',
    'application/jsonp',
  ),
  {
    name: 'a body: compressed, to be unpacked here',
    told: '400 bad-request',
    attempt: ({ cookie, memberIds }) =>
      ask('PATCH', `/api/members/${memberIds[2]}`, {
        cookie,
        headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
        body: Buffer.from('1f8b0800000000000003ab562a4b2d2a4a0c0ab5520200', 'hex'),
      }),
  },
  {
    name: 'a key that there is not in a change: whose cell it is',
    told: '404 no-such-member',
    attempt: ({ cookie, neighbour }) =>
      ask('PATCH', `/api/members/${neighbour.memberIds[0]}`, {
        cookie,
        body: { revision: 1, name: 'Tên khác', cellId: 'x', id: neighbour.memberIds[0] },
      }),
  },
  ...fileAbuses(),
]

function fileAbuses(): readonly Abuse[] {
  const file = (name: string, told: string, made: () => Buffer): Abuse => ({
    name: `a list from a file: ${name}`,
    told,
    attempt: ({ cookie }) => ask('POST', '/api/members/file', { cookie, headers: octets, body: made() }),
  })
  const workbook = (sheet: string, more: Zippable = {}) => {
    const text = (xml: string) => new TextEncoder().encode(xml)
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    return Buffer.from(
      zipSync({
        '[Content_Types].xml': text('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        'xl/workbook.xml': text(
          `<workbook xmlns:r="${rel}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        ),
        'xl/_rels/workbook.xml.rels': text(
          `<Relationships><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        ),
        'xl/worksheets/sheet1.xml': text(sheet),
        ...more,
      }),
    )
  }
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')
  return [
    file('30 MB out of 30 kB', '400 file-unpacks-too-large', () =>
      workbook('<worksheet/>', { 'xl/media/a.bin': new Uint8Array(30 * 1024 * 1024) }),
    ),
    file('a thousand parts', '400 file-unpacks-too-large', () =>
      workbook(
        '<worksheet/>',
        Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`xl/${n}.xml`, new Uint8Array(1)])),
      ),
    ),
    file('a billion laughs', '400 file-damaged', () =>
      workbook(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><worksheet><sheetData>&l9;</sheetData></worksheet>`),
    ),
    file('a range of a million rows', '400 file-range-too-large', () =>
      workbook('<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'),
    ),
    file('a page that is a workbook by its first bytes only', '400 file-damaged', () =>
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('<script>alert(1)</script>')]),
    ),
    file('a program', '400 file-is-no-list', () => Buffer.from('7f454c4602010100', 'hex')),
  ]
}
