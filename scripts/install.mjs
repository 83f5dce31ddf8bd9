import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exitOf, root, run } from './process.mjs'

const PNPM = 'pnpm@12.21.0'
const stamp = join(root, 'node_modules/.khac-sau-installed')

/** Installs only when the lockfile or the Node version changed, so that a second start needs no network. */
export async function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .update(`${process.version} ${process.platform} ${process.arch}`)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return

  console.log('Installing packages (about 90 seconds the first time) …')
  try {
    await run('npx', ['-y', PNPM, 'install', '--frozen-lockfile'], { env: headersBesideNode() })
  } catch (error) {
    console.error(
      'Installing failed. If better-sqlite3 could not be built, this machine needs a C++ toolchain:\n' +
        '  Debian, Ubuntu: apt-get install -y python3 make g++\n  macOS: xcode-select --install\n  Windows: the "Desktop development with C++" workload',
    )
    throw error
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** A folder outside the workspace, with packages that one command alone needs. */
export async function installApart(folder) {
  await run('npx', ['-y', PNPM, 'install', '--ignore-workspace', '--frozen-lockfile', '--ignore-scripts'], {
    cwd: join(root, folder),
  })
}

/** 0: none of severity high or critical; 1: some, as printed; 2: the registry did not say, which is no good news. */
export async function knownHoles() {
  const child = spawn('npx', ['-y', PNPM, 'audit', '--prod', '--audit-level', 'high'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const exit = await exitOf(child)
  console.log(said.trim())
  if (exit === 0) return 0
  if (/vulnerabilities found/i.test(said)) return 1
  console.error('Nothing was looked up: the registry of packages cannot be asked from here. Run it where it can be.')
  return 2
}

/** node-gyp downloads Node's headers unless told where they are. */
function headersBesideNode() {
  const prefix = join(dirname(process.execPath), '..')
  return existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {}
}
