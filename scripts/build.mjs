import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './process.mjs'

const shared = ['packages/engine/src', 'packages/protocol/src', 'packages/language/src']
const builds = [
  {
    title: 'Building the pages …',
    folder: 'apps/web',
    sources: ['apps/web', 'docs', 'packages/session/src', ...shared],
    commands: [
      ['vite', ['build', '--logLevel', 'warn']],
      ['vite', ['build', '--mode', 'member', '--logLevel', 'warn']],
    ],
  },
  {
    title: 'Building the server …',
    folder: 'apps/server',
    sources: [
      'apps/server',
      'packages/database/src',
      'packages/formats/src',
      'packages/room/src',
      'packages/session/src',
      ...shared,
    ],
    commands: [['rolldown', ['-c', 'rolldown.config.mjs', '--logLevel', 'silent']]],
  },
]

/** Whoever asks, a test as well: React for production. */
const env = { NODE_ENV: 'production' }

/** Builds the pages and the server when what they are made of changed. */
export async function ensureBuilt() {
  for (const { title, folder, sources, commands } of builds) {
    const stamp = join(root, folder, 'dist/.built-from')
    const wanted = fingerprint(sources)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) continue

    console.log(title)
    for (const [name, args] of commands) await run(name, args, { cwd: join(root, folder), env })
    writeFileSync(stamp, wanted)
  }
}

/** The root belongs to it: the server's bundle names what it left outside by its full path. */
function fingerprint(sources) {
  const hash = createHash('sha256')
    .update(root)
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
  for (const source of sources) {
    for (const file of filesBelow(join(root, source))) hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort()
}
