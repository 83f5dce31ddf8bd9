import { call } from '../testing/live-house.ts'
import { type Abuse, ask } from './abuse.ts'
import { contestChange, forgedAnswer, madeUpSecret } from './forged-values.ts'
import type { Scene } from './scene.ts'

const wrongPassword = { login: 'bithu', password: 'khong-phai' }

export const sessionAbuses: readonly Abuse[] = [
  { name: 'no session', told: '401 signed-out', attempt: () => ask('GET', '/api/members') },
  {
    name: 'a session that was made up',
    told: '401 signed-out',
    attempt: () => ask('GET', '/api/members', { cookie: `khac-sau-session=${madeUpSecret}` }),
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
      const planted = `khac-sau-session=${madeUpSecret}`
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
    attempt: () => ask('POST', '/api/recovery', { body: { secret: madeUpSecret, password: 'mat-khau-khac' } }),
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
  as('viewer', 'opens a room', ['POST', ({ contestId }) => `/api/contests/${contestId}/open`, { revision: 1 }]),
  as('viewer', 'takes all data away', ['GET', () => '/api/backups/x.sqlite']),
  as('viewer', 'puts other data in place', ['POST', () => '/api/backups/x.sqlite/restore', { password: 'x' }]),
  as('host', 'reads the roster', ['GET', () => '/api/members']),
  as('host', 'takes the roster as a file', ['GET', () => '/api/members/download/roster.csv']),
  as('host', 'gives PINs', ['POST', () => '/api/members/pins', { memberIds: ['x'] }]),
  as('host', 'writes questions', ['PUT', ({ contestId }) => `/api/contests/${contestId}`, contestChange]),
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
    attempt: () => ask('POST', '/api/invitations/look', { body: { secret: madeUpSecret } }),
  },
  {
    name: 'a remote’s code that was guessed',
    told: '409 pairing-over',
    attempt: () => ask('POST', '/api/remote', { body: { pairingSecret: madeUpSecret } }),
  },
  {
    name: 'a connection check that was guessed',
    told: '404 no-such-request',
    attempt: () => ask('PUT', `/api/checks/${madeUpSecret}/phones/p`),
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
      return ask('PUT', `/api/contests/${contestId}`, { cookie, body: { ...contestChange, revision } })
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
      ask('POST', `/api/rooms/${roomCode}/answers`, {
        headers: { 'x-device-token': madeUpSecret },
        body: forgedAnswer,
      }),
  },
]
