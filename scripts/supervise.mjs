import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { exitOf, root } from './process.mjs'

/** The server's own word that starting again cannot help: a wrong setting, a port in use (sysexits EX_CONFIG). */
const EXIT_CONFIGURATION = 78
const RESTART_DELAY_MILLIS = 200
const CRASHES_TOLERATED = 10
const CRASH_WINDOW_MILLIS = 60_000

/** Keeps the server alive: respawns it when it dies, passes signals on, and goes when the one who started us is gone. */
export async function supervise(env = {}) {
  let child
  let stopping = false
  const stop = (signal) => {
    stopping = true
    child?.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))
  stopWithParent(() => stop('SIGTERM'))

  const crashes = []
  for (;;) {
    child = startServer(env)
    const exit = await exitOf(child)
    if (stopping || exit === 0) return 0
    if (exit === EXIT_CONFIGURATION) return exit
    crashes.push(Date.now())
    const recent = crashes.filter((at) => at > Date.now() - CRASH_WINDOW_MILLIS)
    if (recent.length > CRASHES_TOLERATED) {
      console.error(
        `The server stopped ${recent.length} times within a minute; giving up. See the lines above for why.`,
      )
      return 1
    }
    console.error(`The server stopped (${exit}); starting it again. Nothing that was saved is lost.`)
    await new Promise((resolve) => setTimeout(resolve, RESTART_DELAY_MILLIS))
  }
}

/** The built server: back within a second or two of its death, where its sources take more than twice as long. */
const serverArguments = ['--enable-source-maps', join(root, 'apps/server/dist/main.js')]

/** tsx runs the TypeScript sources on Node 20; found from the server's own dependencies. For scripts, whose start nobody waits for. */
export function nodeArguments(entry) {
  const require = createRequire(join(root, 'apps/server/package.json'))
  return ['--import', pathToFileURL(require.resolve('tsx')).href, join(root, entry)]
}

function startServer(env) {
  return spawn(process.execPath, serverArguments, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
}

/** npm's shell dies of SIGTERM without telling us: a changed parent is the only sign. */
function stopWithParent(stop) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 1000)
  watch.unref()
}
