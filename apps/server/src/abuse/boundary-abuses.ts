import { origin } from '../testing/live-house.ts'
import { type Abuse, ask } from './abuse.ts'
import { contestChange, forgedAnswer } from './forged-values.ts'
import type { Scene } from './scene.ts'

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

export const crossCellAbuses: readonly Abuse[] = [
  onNeighbour('GET', ({ contestId }) => `/api/contests/${contestId}`, '404 no-such-contest'),
  onNeighbour('PUT', ({ contestId }) => `/api/contests/${contestId}`, '404 no-such-contest', contestChange),
  onNeighbour('DELETE', ({ contestId }) => `/api/contests/${contestId}`, '404 no-such-contest', { revision: 1 }),
  onNeighbour('POST', ({ contestId }) => `/api/contests/${contestId}/open`, '404 no-such-contest', { revision: 1 }),
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
      ask('POST', `/api/rooms/${roomCode}/answers`, {
        headers: { 'x-device-token': neighbour.token },
        body: forgedAnswer,
      }),
  },
]
