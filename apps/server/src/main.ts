import { accountRepository, administratorRepository, type Store } from '@khac-sau/database'
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'
import { demoWelcome } from './demo/welcome.ts'
import { lanAddresses } from './addresses.ts'
import { type Environment, readEnvironment } from './environment.ts'
import { type RunningServer, startServer } from './start-server.ts'

/** sysexits EX_CONFIG: starting again cannot help, so the supervisor does not try. */
const EXIT_CONFIGURATION = 78

const environment = readEnvironment(process.env)
if (!environment.ok) stopWith(environment.problem)
else await run(environment.value)

async function run(settings: Environment): Promise<void> {
  const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url))
  const start = (port: number) => startServer({ ...settings, port }, webRoot, { restart, moved: tellMoved })
  // Whoever stops us while the server is going and coming waits until it has come.
  let running = start(settings.port)
  function restart(): void {
    running = running.then(async (server) => {
      await server.close()
      return start(server.port)
    })
    running.then((server) => welcome(server, settings)).catch((error: unknown) => crash(reason(error, settings)))
  }
  const server = await running.catch((error: unknown) => stopWith(reason(error, settings)))
  if (!server) return
  // For whoever watches over the process from outside, and for a restore, which waits until it is gone.
  const pidFile = join(settings.dataDir, 'server.pid')
  await writeFile(pidFile, String(process.pid))
  const stop = () => void running.then((last) => close(last, pidFile))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  stopWithSupervisor(stop)
  await welcome(server, settings)
}

async function welcome(server: RunningServer, { demo }: Environment): Promise<void> {
  const publicUrl = server.publicUrl()
  const lines = [
    '',
    'Khắc Sâu đang chạy — Khắc Sâu is running',
    `  Trên máy này / on this machine:  http://localhost:${server.port}`,
    ...lanAddresses(networkInterfaces()).map(
      (host) => `  Trong phòng / in the room:       http://${host}:${server.port}`,
    ),
    `  Đường dẫn cho mọi người / link:  ${publicUrl}`,
    '',
    renderUnicodeCompact(publicUrl),
  ]
  if (demo) lines.push(...(await demoWelcome(server.database.store, publicUrl, server.port)))
  else if (await isEmpty(server.database.store)) {
    lines.push('', `  Mã cài đặt lần đầu / one-time set-up code:  ${server.setupCode}`)
    lines.push(`  Mở / open:  http://localhost:${server.port}/host`)
  } else if (await isWithoutAccounts(server.database.store)) {
    lines.push(
      '',
      '  Chưa chi bộ nào nhận tài khoản; người quản trị mời tại / no cell has an account yet; the administrator invites them at:',
    )
    lines.push(`  http://localhost:${server.port}/host/administration`)
  }
  console.log(lines.join('\n'))
}

/** Where somebody administers the installation, cells are theirs to make. */
async function isEmpty(store: Store): Promise<boolean> {
  return (await isWithoutAccounts(store)) && !(await administratorRepository(store).isThereAny())
}

async function isWithoutAccounts(store: Store): Promise<boolean> {
  return (await accountRepository(store).count()) === 0
}

/** The terminal's QR code of the beginning leads nowhere any more. */
function tellMoved(publicUrl: string): void {
  console.log(`\nĐịa chỉ đã đổi / the address has changed:  ${publicUrl}\n\n${renderUnicodeCompact(publicUrl)}`)
}

async function close(server: RunningServer, pidFile: string): Promise<void> {
  await server.close()
  await rm(pidFile, { force: true })
  process.exit(0)
}

/** The supervisor may be killed without a word; a server without one would hold the port for nobody. */
function stopWithSupervisor(stop: () => void): void {
  const supervisor = process.ppid
  setInterval(() => {
    if (process.ppid !== supervisor) stop()
  }, 1000).unref()
}

function reason(error: unknown, { port, dataDir }: Environment): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `PORT: ${port} is in use by another program; stop it or set another PORT`
  if (code === 'EACCES') return `PORT or DATA_DIR: not allowed to use port ${port} or to write ${dataDir}`
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

/** The supervisor starts another process: what was asked of this one is done by that one. */
function crash(problem: string): void {
  console.error(`Khắc Sâu: ${problem}`)
  process.exit(1)
}

function stopWith(problem: string): undefined {
  console.error(`Khắc Sâu: ${problem}`)
  process.exit(EXIT_CONFIGURATION)
}
