import { defaultSettings } from '@khac-sau/engine'
import { type Zippable, zipSync } from 'fflate'
import { call, origin } from '../testing/live-house.ts'
import { type Abuse, ask } from './abuse.ts'
import type { Scene } from './scene.ts'

const octets = { 'content-type': 'application/octet-stream' }
const wrongPassword = { login: 'bithu', password: 'khong-phai' }
const made = 'A'.repeat(22)

/** A write that would be carried out if the page it comes from were ours. */
const fromElsewhere = (name: string, headers: Readonly<Record<string, string | undefined>>): Abuse => ({
  name: `a write ${name}`,
  told: '403 cross-site',
  attempt: ({ cookie, memberIds }) =>
    ask('PATCH', `/api/members/${memberIds[2]}`, { cookie, headers, body: { revision: 1, name: 'Tên khác' } }),
})

export const crossSiteAbuses: readonly Abuse[] = [
  fromElsewhere('of no origin', { origin: undefined }),
  fromElsewhere('of another origin', { origin: 'https://evil.example' }),
  fromElsewhere('of a sandboxed page', { origin: 'null' }),
  fromElsewhere('that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }),
  fromElsewhere('that the browser calls same-site only', { 'sec-fetch-site': 'same-site' }),
  fromElsewhere('that the browser says nobody’s page made', { 'sec-fetch-site': 'none' }),
  fromElsewhere('of a host that names itself', { host: 'evil.example', origin: 'http://evil.example' }),
  fromElsewhere('of a host that a proxy is said to have seen', {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    origin: 'https://evil.example',
  }),
  {
    name: 'an origin that begins as ours does',
    told: '403 cross-site',
    attempt: ({ cookie }) => ask('DELETE', '/api/session', { cookie, headers: { origin: `${origin()}.evil.example` } }),
  },
  {
    name: 'a form of another site, sent as text so that the browser asks nobody',
    told: '403 cross-site',
    attempt: ({ cookie }) =>
      ask('POST', '/api/access/invitations', {
        cookie,
        headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
        body: '{"role":"owner","validDays":30}',
      }),
  },
  {
    name: 'a reading that asks to be taken for a write',
    told: '404 no-such-request',
    attempt: ({ cookie, contestId }) =>
      ask('POST', `/api/contests/${contestId}?_method=DELETE`, {
        cookie,
        headers: { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' },
      }),
  },
]

/** With an owner's session of one cell, on what belongs to another. */
const onNeighbour = (
  method: string,
  path: (scene: Scene['neighbour']) => string,
  told: string,
  body?: object,
): Abuse => ({
  name: `another cell’s id: ${method} ${path({ ...placeholders })}`,
  told,
  attempt: ({ cookie, neighbour }) => ask(method, path(neighbour), { cookie, ...(body ? { body } : {}) }),
})
const placeholders = {
  cookie: '',
  accountId: ':account',
  contestId: ':contest',
  roomCode: '',
  screenKey: '',
  memberIds: [':member'],
  pins: [],
  token: '',
  sessionId: ':session',
  invitationId: ':invitation',
}
const change = { revision: 1, month: '2027-04', title: 'Tên khác', settings: defaultSettings, questions: [] }

export const crossCellAbuses: readonly Abuse[] = [
  onNeighbour('GET', ({ contestId }) => `/api/contests/${contestId}`, '404 no-such-contest'),
  onNeighbour('PUT', ({ contestId }) => `/api/contests/${contestId}`, '404 no-such-contest', change),
  onNeighbour('DELETE', ({ contestId }) => `/api/contests/${contestId}`, '404 no-such-contest', { revision: 1 }),
  onNeighbour('POST', ({ contestId }) => `/api/contests/${contestId}/open`, '404 no-such-contest'),
  onNeighbour('GET', ({ contestId }) => `/api/contests/${contestId}/result`, '404 no-such-contest'),
  onNeighbour('GET', ({ contestId }) => `/api/contests/${contestId}/timing`, '404 no-such-contest'),
  onNeighbour('PATCH', ({ memberIds }) => `/api/members/${memberIds[0]}`, '404 no-such-member', {
    revision: 1,
    name: 'Tên khác',
  }),
  onNeighbour('POST', ({ memberIds }) => `/api/members/${memberIds[0]}/forget-device`, '404 no-such-member'),
  onNeighbour('PATCH', ({ accountId }) => `/api/access/accounts/${accountId}`, '404 no-such-account', {
    role: 'viewer',
  }),
  onNeighbour('DELETE', ({ accountId }) => `/api/access/accounts/${accountId}`, '404 no-such-account'),
  onNeighbour('DELETE', ({ sessionId }) => `/api/account/sessions/${sessionId}`, '404 no-such-session'),
  onNeighbour('DELETE', ({ invitationId }) => `/api/access/invitations/${invitationId}`, '403 invitation-over'),
  {
    name: 'another cell’s member, given a new PIN',
    told: '404 no-such-member',
    attempt: ({ cookie, neighbour }) =>
      ask('POST', '/api/members/pins', { cookie, body: { memberIds: [neighbour.memberIds[1]] } }),
  },
  {
    name: 'an answer in one cell’s room with the device of another’s',
    told: '200 not-joined',
    attempt: ({ roomCode, neighbour }) =>
      ask('POST', `/api/rooms/${roomCode}/answers`, { headers: { 'x-device-token': neighbour.token }, body: answer }),
  },
]
const answer = { openingId: 'o', answerId: 'forged', options: [0], automatic: false, claim: null }

export const sessionAbuses: readonly Abuse[] = [
  { name: 'no session', told: '401 signed-out', attempt: () => ask('GET', '/api/members') },
  {
    name: 'a session that was made up',
    told: '401 signed-out',
    attempt: () => ask('GET', '/api/members', { cookie: `khac-sau-session=${made}` }),
  },
  {
    name: 'a session with one letter changed',
    told: '401 signed-out',
    attempt: ({ cookie }) => {
      const last = cookie.at(-2) === 'A' ? 'B' : 'A'
      return ask('GET', '/api/members', { cookie: `${cookie.slice(0, -2)}${last}${cookie.at(-1)}` })
    },
  },
  {
    name: 'a session that the browser was told to have before it signed in (fixation)',
    told: '401 signed-out',
    attempt: async () => {
      const planted = `khac-sau-session=${made}`
      const { cookie } = await call('POST', '/api/session', planted, { login: 'nguoixem', password: 'mat-khau-dai' })
      if (cookie === planted) return 'the planted session holds'
      await call('DELETE', '/api/session', cookie)
      return ask('GET', '/api/session', { cookie: planted })
    },
  },
  {
    name: 'a session that was ended',
    told: '401 signed-out',
    attempt: async () => {
      const { cookie } = await call('POST', '/api/session', '', { login: 'nguoixem', password: 'mat-khau-dai' })
      await call('DELETE', '/api/session', cookie)
      return ask('GET', '/api/contests', { cookie })
    },
  },
  {
    name: 'the token of a phone as a session',
    told: '401 signed-out',
    attempt: ({ an }) => ask('GET', '/api/members', { cookie: `khac-sau-session=${an.token}` }),
  },
  {
    name: 'a login that is SQL',
    told: '401 wrong-credentials',
    attempt: () => ask('POST', '/api/session', { body: { login: "' OR 1=1 --", password: "' OR '1'='1" } }),
  },
  {
    name: 'a login twice in one body, the good one first',
    told: '401 wrong-credentials',
    attempt: () => ask('POST', '/api/session', { body: '{"login":"bithu","login":"khac","password":"mat-khau-dai"}' }),
  },
  {
    name: 'passwords, one after the other',
    told: '429 too-many-attempts',
    attempt: async () => {
      for (let guess = 0; guess < 5; guess += 1) await ask('POST', '/api/session', { body: wrongPassword })
      return ask('POST', '/api/session', { body: wrongPassword })
    },
  },
  {
    name: 'a password change by who sits at a screen that was left signed in',
    told: '403 wrong-password',
    attempt: ({ cookie }) =>
      ask('PUT', '/api/account/password', {
        cookie,
        body: { current: 'khong-phai', next: 'mat-khau-khac' },
      }),
  },
  {
    name: 'the first set-up, a second time',
    told: '409 already-set-up',
    attempt: () =>
      ask('POST', '/api/setup', {
        body: { setupCode: 'ABCD-EFGH', cellName: 'Của tôi', login: 'ketrom', password: 'mat-khau-dai' },
      }),
  },
  {
    name: 'a recovery link that was made up',
    told: '403 recovery-over',
    attempt: () => ask('POST', '/api/recovery', { body: { secret: made, password: 'mat-khau-khac' } }),
  },
]

const as = (
  role: 'secretary' | 'host' | 'viewer',
  name: string,
  [method, path, body]: readonly [string, (scene: Scene) => string, object?],
): Abuse => ({
  name: `${role}: ${name}`,
  told: '403 not-permitted',
  attempt: (scene) => ask(method, path(scene), { cookie: scene.cookies[role], ...(body ? { body } : {}) }),
})

export const roleAbuses: readonly Abuse[] = [
  as('viewer', 'makes itself owner', [
    'PATCH',
    ({ accountIds }) => `/api/access/accounts/${accountIds.viewer}`,
    { role: 'owner' },
  ]),
  as('secretary', 'makes itself owner', [
    'PATCH',
    ({ accountIds }) => `/api/access/accounts/${accountIds.secretary}`,
    { role: 'owner' },
  ]),
  as('secretary', 'invites an owner', ['POST', () => '/api/access/invitations', { role: 'owner', validDays: 30 }]),
  as('secretary', 'removes the owner', ['DELETE', ({ accountIds }) => `/api/access/accounts/${accountIds.owner}`]),
  as('viewer', 'changes a name', [
    'PATCH',
    ({ memberIds }) => `/api/members/${memberIds[0]}`,
    { revision: 1, name: 'Tên khác' },
  ]),
  as('viewer', 'opens a room', ['POST', ({ contestId }) => `/api/contests/${contestId}/open`]),
  as('viewer', 'takes all data away', ['GET', () => '/api/backups/x.sqlite']),
  as('viewer', 'puts other data in place', ['POST', () => '/api/backups/x.sqlite/restore', { password: 'x' }]),
  as('host', 'reads the roster', ['GET', () => '/api/members']),
  as('host', 'takes the roster as a file', ['GET', () => '/api/members/download/roster.csv']),
  as('host', 'gives PINs', ['POST', () => '/api/members/pins', { memberIds: ['x'] }]),
  as('host', 'writes questions', ['PUT', ({ contestId }) => `/api/contests/${contestId}`, change]),
  {
    name: 'the last owner is made a viewer',
    told: '409 last-owner',
    attempt: ({ cookie, accountIds }) =>
      ask('PATCH', `/api/access/accounts/${accountIds.owner}`, { cookie, body: { role: 'viewer' } }),
  },
  {
    name: 'a role that there is not',
    told: '400 bad-request',
    attempt: ({ cookie, accountIds }) =>
      ask('PATCH', `/api/access/accounts/${accountIds.viewer}`, { cookie, body: { role: 'constructor' } }),
  },
  ...(['usedInvitation', 'revokedInvitation'] as const).map((which): Abuse => ({
    name: `an invitation again: ${which}`,
    told: '403 invitation-over',
    attempt: (scene) =>
      ask('POST', '/api/invitations/accept', {
        body: { secret: scene[which], login: 'ketrom', displayName: 'Kẻ trộm', password: 'mat-khau-dai' },
      }),
  })),
  {
    name: 'an invitation that was guessed',
    told: '403 invitation-over',
    attempt: () => ask('POST', '/api/invitations/look', { body: { secret: made } }),
  },
  {
    name: 'a remote’s code that was guessed',
    told: '409 pairing-over',
    attempt: () => ask('POST', '/api/remote', { body: { pairingSecret: made } }),
  },
  {
    name: 'a connection check that was guessed',
    told: '404 no-such-request',
    attempt: () => ask('PUT', `/api/checks/${made}/phones/p`),
  },
  {
    name: 'the audit is deleted',
    told: '404 no-such-request',
    attempt: ({ cookie }) => ask('DELETE', '/api/audit', { cookie }),
  },
  {
    name: 'a contest whose room is open is changed',
    told: '409 room-already-open',
    attempt: async ({ cookie, contestId }) => {
      const { json } = await call('GET', `/api/contests/${contestId}`, cookie)
      const { revision } = json as { revision: number }
      return ask('PUT', `/api/contests/${contestId}`, { cookie, body: { ...change, revision } })
    },
  },
  {
    name: 'a contest whose room is open is deleted',
    told: '409 room-already-open',
    attempt: ({ cookie, contestId }) => ask('DELETE', `/api/contests/${contestId}`, { cookie, body: { revision: 1 } }),
  },
  {
    name: 'an answer by POST with a token that was made up',
    told: '200 not-joined',
    attempt: ({ roomCode }) =>
      ask('POST', `/api/rooms/${roomCode}/answers`, { headers: { 'x-device-token': made }, body: answer }),
  },
]

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
