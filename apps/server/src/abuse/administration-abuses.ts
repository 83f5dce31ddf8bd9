import { type Abuse, ask } from './abuse.ts'
import { madeUpSecret } from './forged-values.ts'
import type { Scene } from './scene.ts'

type EndOfCell = readonly [method: string, path: string, body?: object]

const cellPath = '/api/administration/cells'
const confirmed = (scene: Scene) => ({ name: 'Chi bộ Hoa Sen', password: scene.administrator.password })
const ends: readonly EndOfCell[] = [
  ['POST', '/copy'],
  ['POST', '/closing'],
  ['DELETE', '/closing'],
  ['DELETE', ''],
]

const who: Readonly<Record<string, (scene: Scene) => string | undefined>> = {
  nobody: () => undefined,
  owner: ({ cookie }) => cookie,
  secretary: ({ cookies }) => cookies.secretary,
  host: ({ cookies }) => cookies.host,
  viewer: ({ cookies }) => cookies.viewer,
  'another cell’s owner': ({ neighbour }) => neighbour.cookie,
  'a made-up administrator': () => `khac-sau-administrator=${madeUpSecret}`,
  'a cell’s session in the administrator’s cookie': ({ cookie }) =>
    cookie.replace('khac-sau-session', 'khac-sau-administrator'),
}

/** Nobody of a cell ends one, not even their own, and whoever administers sees nothing of what is in it. */
export const administrationAbuses: readonly Abuse[] = [
  ...Object.entries(who).flatMap(([name, cookieOf]) =>
    ends.map(([method, path]): Abuse => ({
      name: `${name}: ${method} a cell${path}`,
      told: '401 signed-out',
      attempt: (scene) => {
        const cookie = cookieOf(scene)
        const body = path === '' ? confirmed(scene) : undefined
        return ask(method, `${cellPath}/${scene.cellId}${path}`, {
          ...(cookie === undefined ? {} : { cookie }),
          ...(body ? { body } : {}),
        })
      },
    })),
  ),
  ...['/api/members', '/api/contests', '/api/backups', '/api/backups/x.sqlite', '/api/audit'].map((path): Abuse => ({
    name: `an administrator reads ${path}`,
    told: '401 signed-out',
    attempt: ({ administrator }) => ask('GET', path, { cookie: administrator.cookie }),
  })),
  byAdministrator('closes a cell whose room is open', '409 contest-under-way', 'POST', '/closing'),
  byAdministrator('erases without a word', '400 bad-request', 'DELETE', ''),
  byAdministrator('erases by the name alone', '400 bad-request', 'DELETE', '', () => ({ name: 'Chi bộ Hoa Sen' })),
  byAdministrator('erases by the password alone', '400 bad-request', 'DELETE', '', ({ administrator }) => ({
    password: administrator.password,
  })),
  byAdministrator('erases a cell that was not closed', '404 no-such-cell', 'DELETE', '', confirmed),
  byAdministrator('reopens a cell that was not closed', '404 no-such-cell', 'DELETE', '/closing'),
  {
    name: 'an administrator erases by a path for an id',
    told: '404 no-such-cell',
    attempt: (scene) => {
      const { cookie } = scene.administrator
      return ask('DELETE', `${cellPath}/..%2F..%2Fbackups`, { cookie, body: confirmed(scene) })
    },
  },
  {
    name: 'another site erases with an administrator’s cookie',
    told: '403 cross-site',
    attempt: (scene) => {
      const asking = { cookie: scene.administrator.cookie, headers: { origin: 'https://evil.example' } }
      return ask('DELETE', `${cellPath}/${scene.cellId}`, { ...asking, body: confirmed(scene) })
    },
  },
  byAdministrator('erases at a screen that was left signed in', '403 wrong-password', 'DELETE', '', (scene) => ({
    ...confirmed(scene),
    password: 'khong-phai',
  })),
  {
    name: 'an administrator’s password, guessed by erasing',
    told: '429 too-many-attempts',
    attempt: async (scene) => {
      const body = { ...confirmed(scene), password: 'khong-phai' }
      const guess = () => ask('DELETE', `${cellPath}/${scene.cellId}`, { cookie: scene.administrator.cookie, body })
      for (let guesses = 0; guesses < 6; guesses += 1) await guess()
      return guess()
    },
  },
]

function byAdministrator(
  what: string,
  told: string,
  method: string,
  path: string,
  bodyOf?: (scene: Scene) => object,
): Abuse {
  return {
    name: `an administrator ${what}`,
    told,
    attempt: (scene) =>
      ask(method, `${cellPath}/${scene.cellId}${path}`, {
        cookie: scene.administrator.cookie,
        ...(bodyOf ? { body: bodyOf(scene) } : {}),
      }),
  }
}
