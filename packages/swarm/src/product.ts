import type { Millis } from '@khac-sau/engine'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { passing } from './time.ts'

/** The product as a person starts it, supervised, with a data directory of its own. */
export type Product = {
  readonly port: number
  readonly origin: string
  readonly databaseFile: string
  /** As printed in the terminal while there is no account. */
  readonly setupCode: () => string
  /** `kill -9`; the supervisor starts it again. */
  readonly killServer: () => Promise<void>
  /** The supervisor gives up on a server that dies too often: resolves when so many kills are no reason yet. */
  readonly untilKillable: (kills: number) => Promise<void>
  /** Resolves when the server answers; rejects when its supervisor has given up. */
  readonly untilHealthy: () => Promise<void>
  /** The process stands still for so long, as on a machine that swaps or sleeps. */
  readonly suspendServer: (millis: Millis) => Promise<void>
  /** The address at which the server's process lets itself be inspected from now on. */
  readonly openInspector: () => Promise<URL>
  readonly stop: () => Promise<void>
}

/** `under` is put before the command, for who wants to look on; it leaves the command our child. */
export async function startProduct(under: (databaseFile: string) => readonly string[] = () => []): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'khac-sau-swarm-'))
  const port = await freePort()
  const databaseFile = join(dataDir, 'khac-sau.sqlite')
  const origin = `http://localhost:${port}`
  const output = { text: '' }
  const [command, ...given] = [...under(databaseFile), process.execPath, 'scripts/run.mjs', 'start'] as const
  const child = spawn(command ?? process.execPath, given, {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      PUBLIC_URL: origin,
      LOG_LEVEL: 'warn',
      NODE_OPTIONS: nodeOptions,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (output.text = `${output.text}${String(chunk)}`.slice(-keptCharacters)))
  }
  const killedAt: Millis[] = []
  const setupCode = () => /set-up code:\s+(\S+)/.exec(output.text)?.[1] ?? ''
  const signal = async (name: NodeJS.Signals) => {
    process.kill(Number(await readFile(join(dataDir, 'server.pid'), 'utf8')), name)
  }
  // The welcome is printed after listening begins.
  await untilAnswering(origin, child, output, () => setupCode() !== '')
  return {
    port,
    origin,
    databaseFile,
    setupCode,
    async untilKillable(kills) {
      const areTooMany = () => {
        const since = performance.now() - toleratedWithinMillis
        return killedAt.filter((at) => at > since).length + kills > toleratedKills
      }
      while (areTooMany()) await passing(lookEveryMillis)
    },
    async killServer() {
      killedAt.push(performance.now())
      await signal('SIGKILL')
    },
    untilHealthy: () => untilAnswering(origin, child, output, () => true),
    async suspendServer(millis) {
      await signal('SIGSTOP')
      await passing(millis)
      await signal('SIGCONT')
    },
    async openInspector() {
      await signal('SIGUSR1')
      for (;;) {
        const [, address] = /Debugger listening on (ws:\S+)/.exec(output.text) ?? []
        if (address !== undefined) return new URL(address)
        if (child.exitCode !== null) throw new Error(`the product stopped with ${child.exitCode}:\n${output.text}`)
        await passing(lookEveryMillis)
      }
    },
    async stop() {
      child.kill('SIGTERM')
      await exitOf(child)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
/** Inspected at a port that is free, if at all: nothing listens before `openInspector`. */
const nodeOptions = `${process.env['NODE_OPTIONS'] ?? ''} --inspect-port=0`.trim()
const keptCharacters = 100_000
const lookEveryMillis = 50
/** As `scripts/supervise.mjs` has it. */
const toleratedKills = 10
const toleratedWithinMillis: Millis = 60_000

async function untilAnswering(
  origin: string,
  child: ChildProcess,
  output: { readonly text: string },
  isReady: () => boolean,
): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the product stopped with ${child.exitCode}:\n${output.text}`)
    const isHealthy = await fetch(`${origin}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isHealthy && isReady()) return
    await passing(lookEveryMillis)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
