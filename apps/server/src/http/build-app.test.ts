import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { may, type Permission, roles } from '@khac-sau/engine'
import { permissionOf } from '../accounts/account-guard.ts'
import { openTestServer, silentRooms, ownPage, type TestServer } from '../testing/test-server.ts'

/** Everything that answers without a session. A new route is behind the guard, or stands here on purpose. */
const openRoutes = [
  'GET /healthz',
  'GET /api/setup',
  'POST /api/setup',
  'GET /api/session',
  'POST /api/session',
  'DELETE /api/session',
  'GET /api/boards/:boardKey',
  'GET /api/boards/:boardKey/own-data',
  // Opened by a device token of its own.
  'POST /api/rooms/:roomCode/answers',
  // Opened by the key of a connection check.
  'PUT /api/checks/:checkKey/phones/:phoneId',
  // Opened by the secret of an invitation.
  'POST /api/invitations/look',
  'POST /api/invitations/accept',
  // Opened by a member’s own link.
  'POST /api/member-links/look',
  'POST /api/member-links/accept',
  // Opened by the link that was printed where the data are.
  'POST /api/recovery',
  // Signing in as the installation's administrator, and the link that was made where the data are.
  'POST /api/administration/session',
  'POST /api/administration/link',
  // Opened by the code on a host's page.
  'POST /api/remote',
]

/** What each route of the host’s side is for, a second time: whoever gives one to more roles says so here as well. */
const routesByPermission: Readonly<Partial<Record<Permission, readonly string[]>>> = {
  'own-account': [
    'DELETE /api/account/sessions',
    'DELETE /api/account/sessions/:sessionId',
    'GET /api/account/sessions',
    'PUT /api/account/password',
  ],
  'see-contests': ['GET /api/contests'],
  'see-results': ['GET /api/contests/:contestId/result'],
  'open-room': ['GET /api/contests/:contestId', 'POST /api/contests/:contestId/open'],
  'check-connection': ['GET /api/connection'],
  'see-timing': ['GET /api/contests/:contestId/timing'],
  'prepare-contests': [
    'DELETE /api/contests/:contestId',
    'POST /api/contests',
    'POST /api/questions/preview',
    'PUT /api/contests/:contestId',
  ],
  rehearse: ['DELETE /api/rehearsal', 'GET /api/rehearsal', 'POST /api/contests/:contestId/rehearsal'],
  'excuse-members': ['PUT /api/contests/:contestId/excusals/:memberId'],
  'see-roster': [
    'GET /api/members',
    'GET /api/members/:memberId/data.:kind',
    'GET /api/members/download/:what.:kind',
    'GET /api/members/merges',
    'GET /api/members/proofs',
  ],
  'change-roster': [
    'DELETE /api/members/merges/:memberId',
    'PATCH /api/members/:memberId',
    'POST /api/members',
    'POST /api/members/:memberId/forget-device',
    'POST /api/members/:memberId/revoke-link',
    'POST /api/members/file',
    'POST /api/members/import',
    'POST /api/members/links',
    'POST /api/members/merges',
    'POST /api/members/merges/preview',
    'POST /api/members/pins',
    'POST /api/members/preview',
  ],
  'change-cell': ['PATCH /api/cell'],
  'back-up': ['GET /api/backups', 'POST /api/backups'],
  'take-and-restore-copies': [
    'DELETE /api/moving',
    'DELETE /api/moving/done',
    'GET /api/backups/:name',
    'GET /api/moving',
    'POST /api/backups/:name/restore',
    'POST /api/backups/uploads',
    'POST /api/moving',
    'POST /api/moving/done',
  ],
  'erase-members': ['POST /api/members/:memberId/erase'],
  'manage-access': [
    'DELETE /api/access/accounts/:accountId',
    'DELETE /api/access/invitations/:invitationId',
    'DELETE /api/handover',
    'GET /api/access',
    'GET /api/handover',
    'PATCH /api/access/accounts/:accountId',
    'POST /api/access/invitations',
    'POST /api/handover',
    'POST /api/handover/finish',
    'POST /api/handover/looked',
  ],
  'read-audit': ['GET /api/audit'],
}

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

describe('the host side is closed to whoever is signed out', () => {
  test('every route but the open ones refuses, whatever is sent', async () => {
    const closed = server.routes.filter(({ method, url }) => !openRoutes.includes(`${nameOf(method)} ${url}`))

    expect(closed.length).toBeGreaterThan(15)
    for (const { method, url } of closed) {
      for (const cookie of ['', 'khac-sau-session=', `khac-sau-session=${'A'.repeat(22)}`]) {
        const address = url.replace(/:\w+/g, 'x')
        const response = await server.app.inject({
          method: methodOf(method),
          url: address,
          headers: { ...ownPage, cookie },
        })
        expect([method, url, response.statusCode]).toEqual([method, url, 401])
        if (method !== 'HEAD') expect(response.json()).toEqual({ refusal: 'signed-out' })
      }
    }
  })

  test('every route but the open ones says what one must be allowed to do, and a role that may not is refused', async () => {
    const cell = await server.addCell()
    const closed = server.routes.filter(
      ({ method, url, administration }) =>
        // No role of a cell opens these: other-cells.test.ts.
        administration === undefined && !openRoutes.includes(`${nameOf(method)} ${url}`),
    )
    for (const role of roles) {
      for (const { method, url, permission } of closed) {
        if (permission === undefined) throw new Error(`${method} ${url} declares no permission`)
        // A fresh one each time: one of the routes ends its session.
        const { cookie } = await cell.addAccount(role)
        const address = url.replace(/:\w+/g, 'x')
        const response = await server.app.inject({
          method: methodOf(method),
          url: address,
          headers: { ...ownPage, cookie },
        })
        const isRefused =
          response.statusCode === 403 && (method === 'HEAD' || response.json().refusal === 'not-permitted')
        expect([role, method, url, isRefused]).toEqual([role, method, url, !may(role, permission)])
      }
    }
  })

  test('no route is for more roles than it is known to be', () => {
    const declared = new Map<Permission, string[]>()
    for (const { method, url, permission } of server.routes) {
      if (permission === undefined || method === 'HEAD') continue
      declared.set(permission, [...(declared.get(permission) ?? []), `${method} ${url}`].sort())
    }

    expect(Object.fromEntries(declared)).toEqual(routesByPermission)
  })

  test('what is no permission is none', () => {
    expect(permissionOf(undefined)).toBeUndefined()
    expect(permissionOf({ permission: 'toString' })).toBeUndefined()
    expect(permissionOf({ permission: 'run-contest' })).toBe('run-contest')
  })

  test('the list of open routes is the true one', () => {
    const registered = server.routes.map(({ method, url }) => `${method} ${url}`)

    expect(openRoutes.filter((route) => !registered.includes(route))).toEqual([])
  })
})

describe('a write from another site is refused', () => {
  test.each([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of another port', { origin: 'http://192.168.1.7:3001' }],
    ['of no origin', {}],
    ['of a null origin', { origin: 'null' }],
    ['that the browser calls cross-site', { origin: ownPage.origin, 'sec-fetch-site': 'cross-site' }],
    ['that the browser calls same-site only', { origin: ownPage.origin, 'sec-fetch-site': 'same-site' }],
  ])('%s', async (_, headers) => {
    const cell = await server.addCell()
    const contestId = await cell.addContest()
    const url = `/api/contests/${contestId}`
    const response = await server.app.inject({ method: 'DELETE', url, headers: { ...headers, cookie: cell.cookie } })

    expect(response.statusCode).toBe(403)
    expect(response.json()).toEqual({ refusal: 'cross-site' })
    expect((await server.ask('GET', url, cell)).status).toBe(200)
  })

  test('but not one of an own page, with or without Sec-Fetch-Site', async () => {
    const cell = await server.addCell()
    for (const headers of [ownPage, { origin: ownPage.origin }]) {
      const url = `/api/contests/${await cell.addContest()}`
      const response = await server.app.inject({
        method: 'DELETE',
        url,
        headers: { ...headers, cookie: cell.cookie },
        payload: { revision: 1 },
      })
      expect(response.statusCode).toBe(200)
    }
  })
})

describe('headers', () => {
  test('on a plain LAN address no browser is told to use https', async () => {
    const { headers } = await server.ask('GET', '/healthz')

    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['content-security-policy']).toContain("connect-src 'self' ws: wss:;")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toContain('unsafe-inline')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  test('on https they are', async () => {
    const secure = await openTestServer({ https: true }, server.temporary)
    const { headers } = await secure.ask('GET', '/healthz')
    await secure.close()

    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
  })

  test('no answer of the interface is kept anywhere', async () => {
    expect((await server.ask('GET', '/api/setup')).headers['cache-control']).toBe('no-store')
    expect((await server.ask('GET', '/api/nothing')).headers['cache-control']).toBe('no-store')
  })
})

describe('what is wrong with a request is told by a code', () => {
  test.each([
    ['no JSON', 'application/json', '{"login":', 400, 'bad-request'],
    ['another shape', 'application/json', '{"login":5}', 400, 'bad-request'],
    ['nothing', 'application/json', '', 400, 'bad-request'],
    ['a form', 'application/x-www-form-urlencoded', 'login=a&password=b', 400, 'bad-request'],
    ['too much', 'application/json', JSON.stringify({ login: 'x'.repeat(210_000) }), 413, 'too-large'],
  ])('%s', async (_, type, payload, status, refusal) => {
    const headers = { ...ownPage, 'content-type': type }
    const response = await server.app.inject({ method: 'POST', url: '/api/session', headers, payload })

    expect([response.statusCode, response.json()]).toEqual([status, { refusal }])
  })

  test('an address that cannot be read, and one that does not exist', async () => {
    expect(await server.ask('GET', '/%zz')).toMatchObject({ status: 400, body: { refusal: 'bad-request' } })
    expect(await server.ask('GET', '/api/nothing')).toMatchObject({ status: 404, body: { refusal: 'no-such-request' } })
    expect(await server.ask('POST', '/host')).toMatchObject({ status: 404, body: { refusal: 'no-such-request' } })
  })
})

test('a bug is logged whole and told by a code only', async () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const rooms = { ...silentRooms, open: () => Promise.reject(new Error('the room fell over')) }
  const broken = await openTestServer({ logger: { level: 'info', stream }, rooms }, server.temporary)
  const cell = await broken.addCell()
  await cell.addMember()
  const answer = await broken.openRoom(await cell.addContest(), cell)
  await broken.close()

  expect(answer).toMatchObject({ status: 500, body: { refusal: 'server-error' } })
  const logged = lines.find((line) => line.includes('the room fell over'))
  expect(logged && JSON.parse(logged)).toMatchObject({
    level: 50,
    method: 'POST',
    route: '/api/contests/:contestId/open',
    err: { stack: expect.stringContaining('build-app.test.ts') },
  })
  expect(lines.join('')).not.toContain(cell.cookie.split('=')[1])
})

test('what an address lets in by is in no log, and who was refused is', async () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const logging = await openTestServer({ logger: { level: 'info', stream } }, server.temporary)
  const cell = await logging.addCell()
  const viewer = await cell.addAccount('viewer')
  await logging.ask('GET', `/api/boards/${cell.boardKey}?year=never`)
  await logging.ask('GET', '/api/members', viewer)
  await logging.ask('POST', '/api/session', { body: { login: 'mat-khau-nham-cho', password: 'khong-phai' } })
  await logging.close()

  const logged = lines.join('')
  expect(logged).toContain('a request was refused: bad-request')
  expect(logged).toContain('a request was refused: not-permitted')
  expect(logged).toContain('a sign-in was refused')
  for (const secret of [cell.boardKey, 'mat-khau-nham-cho', 'khong-phai', viewer.cookie.split('=')[1] ?? '']) {
    expect(logged).not.toContain(secret)
  }
})

describe('/healthz', () => {
  test('answers while the database does', async () => {
    expect(await server.ask('GET', '/healthz')).toMatchObject({ status: 200, body: { ok: true } })
  })

  test('says so when it does not', async () => {
    const dying = await openTestServer()
    await dying.database.store.close()
    const answer = await dying.ask('GET', '/healthz')
    await dying.close()

    expect(answer).toMatchObject({ status: 503, body: { refusal: 'storage-failed' } })
  })
})

describe('pages', () => {
  let webRoot: string
  let pages: TestServer
  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'khac-sau-web-'))
    await mkdir(join(webRoot, 'assets'))
    for (const page of ['index', 'host', 'screen', 'board']) await writeFile(join(webRoot, `${page}.html`), page)
    await writeFile(join(webRoot, 'index.html.gz'), gzipSync('index'))
    await writeFile(join(webRoot, 'favicon.svg'), '<svg/>')
    await writeFile(join(webRoot, 'assets/index-4f3a.js'), 'run()')
    pages = await openTestServer({ webRoot }, server.temporary)
  })
  afterAll(async () => {
    await pages.close()
    await rm(webRoot, { recursive: true })
  })

  const get = (url: string) => pages.app.inject({ url })

  test.each([
    ['/', 'index'],
    ['/p/123456', 'index'],
    ['/p/123456/?fbclid=x', 'index'],
    ['/hostess', 'index'],
    ['/host', 'host'],
    ['/host/contests/1', 'host'],
    ['/b/key?year=2026', 'board'],
    ['/screen/a-b_c', 'screen'],
  ])('%s is the page %s, which is asked for anew each time', async (url, page) => {
    const response = await get(url)

    expect([response.statusCode, response.body]).toEqual([200, page])
    expect(response.headers['cache-control']).toBe('no-cache')
  })

  test('what was compressed when it was built is sent to whoever can read it', async () => {
    const response = await pages.app.inject({ url: '/p/123456', headers: { 'accept-encoding': 'gzip, deflate' } })

    expect([response.headers['content-encoding'], gunzipSync(response.rawPayload).toString()]).toEqual([
      'gzip',
      'index',
    ])
    expect(response.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  })

  test('a hashed asset is kept for good, another file is asked for anew', async () => {
    expect((await get('/assets/index-4f3a.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('no-cache')
  })

  test.each(['/assets/index-old.js', '/missing.png', '/api', '/api/nothing', '/socket.io/x', '/../package.json'])(
    '%s is no page',
    async (url) => {
      const response = await get(url)

      expect(response.statusCode).toBe(404)
      expect(response.json()).toEqual({ refusal: 'no-such-request' })
    },
  )
})

function nameOf(method: string): string {
  return method === 'HEAD' ? 'GET' : method
}

function methodOf(method: string): 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' {
  switch (method) {
    case 'GET':
    case 'HEAD':
    case 'POST':
    case 'PUT':
    case 'PATCH':
    case 'DELETE':
      return method
    default:
      throw new Error(`no test for ${method}`)
  }
}
