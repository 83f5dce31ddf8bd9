import { call, connect, refusalOf, request } from '../testing/live-house.ts'
import type { Abuse } from './abuse.ts'
import { madeUpSecret } from './forged-values.ts'
import type { Scene } from './scene.ts'

/** Knocks, and is told at the door. */
const knock = (
  name: string,
  told: string,
  namespace: string,
  auth: (scene: Scene) => object,
  headers: (scene: Scene) => Readonly<Record<string, string>> = () => ({}),
): Abuse => ({
  name: `at the door ${namespace}: ${name}`,
  told,
  attempt: async (scene) => {
    const socket = connect(namespace, auth(scene), headers(scene))
    const refusal = await Promise.race([
      refusalOf(socket),
      new Promise<string>((resolve) => socket.once('connect', () => resolve('let in'))),
    ])
    socket.disconnect()
    return refusal
  },
})

export const doorAbuses: readonly Abuse[] = [
  knock('a host without a session', 'signed-out', '/host', ({ contestId }) => ({ contestId })),
  knock('a host with the token of a phone', 'signed-out', '/host', ({ contestId, an }) => ({
    contestId,
    token: an.token,
  })),
  knock(
    'a host with a made-up session',
    'signed-out',
    '/host',
    ({ contestId }) => ({ contestId }),
    () => ({ cookie: `khac-sau-session=${madeUpSecret}` }),
  ),
  knock(
    'a viewer',
    'not-permitted',
    '/host',
    ({ contestId }) => ({ contestId }),
    ({ cookies }) => ({ cookie: cookies.viewer }),
  ),
  knock(
    'the contest of another cell',
    'no-such-room',
    '/host',
    ({ neighbour }) => ({ contestId: neighbour.contestId }),
    ({ cookie }) => ({ cookie }),
  ),
  knock('a projector’s key that was guessed', 'no-such-room', '/screen', () => ({ screenKey: madeUpSecret })),
  knock('a contest’s id for a projector’s key', 'no-such-room', '/screen', ({ contestId }) => ({
    screenKey: contestId,
  })),
  knock('a remote that was never paired', 'remote-over', '/remote', () => ({})),
  knock(
    'a remote with a session in place of its cookie',
    'remote-over',
    '/remote',
    () => ({}),
    ({ cookie }) => ({ cookie: cookie.replace('session', 'remote') }),
  ),
  knock('one screen without a session', 'signed-out', '/remote', ({ screenKey }) => ({ screenKey })),
  knock(
    'one screen of another cell',
    'no-such-room',
    '/remote',
    ({ neighbour }) => ({ screenKey: neighbour.screenKey }),
    ({ cookie }) => ({ cookie }),
  ),
  knock(
    'one screen by a viewer',
    'not-permitted',
    '/remote',
    ({ screenKey }) => ({ screenKey }),
    ({ cookies }) => ({ cookie: cookies.viewer }),
  ),
  knock('a phone’s token that was guessed', 'unknown-token', '/member', ({ roomCode }) => ({
    roomCode,
    token: madeUpSecret,
  })),
  knock('a phone of another cell', 'unknown-token', '/member', ({ roomCode, neighbour }) => ({
    roomCode,
    token: neighbour.token,
  })),
  knock('a room code that was guessed', 'no-such-room', '/member', () => ({ roomCode: '000000' })),
  knock('a room code that is a pattern', 'no-such-room', '/member', () => ({ roomCode: '%' })),
  knock('a check that was guessed', 'unknown-token', '/check', () => ({ checkKey: madeUpSecret, phoneId: 'p' })),
  knock('nobody’s door', 'no-such-room', '/', () => ({})),
  knock('a door that there is not', 'Invalid namespace', '/admin', () => ({})),
  knock('a door by a name of every object', 'Invalid namespace', '/__proto__', () => ({})),
  knock('a page of another version', 'outdated-page', '/member', ({ roomCode }) => ({ roomCode, protocolVersion: 1 })),
  knock('a version that is no number', 'outdated-page', '/member', ({ roomCode }) => ({
    roomCode,
    protocolVersion: { valueOf: 4 },
  })),
  {
    name: 'at the door /member: a phone that was forgotten, with its page open',
    told: 'displaced, then unknown-token',
    attempt: async ({ cookie, memberIds, roomCode }) => {
      const visitor = connect('/member', { roomCode })
      const claimed = await request<{ token: string }>(visitor, 'member:claim', { memberId: memberIds[2] })
      if (!claimed.ok) return claimed.refusal
      const { token } = claimed.value
      visitor.disconnect()
      const page = connect('/member', { roomCode, token })
      const displaced = new Promise((resolve) => page.once('member:displaced', resolve))
      await new Promise((resolve) => page.once('member:view', resolve))
      await call('POST', `/api/members/${memberIds[2]}/forget-device`, cookie)
      await displaced
      page.disconnect()
      return `displaced, then ${await refusalOf(connect('/member', { roomCode, token }))}`
    },
  },
  {
    name: 'at the door /host: an account that was made a viewer, with its page open',
    told: 'cut, then not-permitted',
    attempt: async ({ cookie, contestId, accountIds, cookies }) => {
      const page = connect('/host', { contestId }, { cookie: cookies.host })
      await new Promise((resolve) => page.once('host:view', resolve))
      const cut = new Promise((resolve) => page.once('disconnect', resolve))
      await call('PATCH', `/api/access/accounts/${accountIds.host}`, cookie, { role: 'viewer' })
      await cut
      page.disconnect()
      return `cut, then ${await refusalOf(connect('/host', { contestId }, { cookie: cookies.host }))}`
    },
  },
  {
    name: 'at the door /host: a session that was ended, with its page open',
    told: 'cut, then signed-out',
    attempt: async ({ contestId }) => {
      const { cookie } = await call('POST', '/api/session', '', { login: 'thuky', password: 'mat-khau-dai' })
      const page = connect('/host', { contestId }, { cookie })
      await new Promise((resolve) => page.once('host:view', resolve))
      const cut = new Promise((resolve) => page.once('disconnect', resolve))
      await call('DELETE', '/api/session', cookie)
      await cut
      page.disconnect()
      return `cut, then ${await refusalOf(connect('/host', { contestId }, { cookie }))}`
    },
  },
]

/** These change what they are about to abuse, lawfully, and so are not held against the state before. */
export const lawfulBeginnings: ReadonlySet<string> = new Set(
  doorAbuses.filter(({ name }) => name.includes('with its page open')).map(({ name }) => name),
)
