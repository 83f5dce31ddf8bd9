import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { programOf } from '../program.ts'

/** The server as a process of its own, for tests of what ends one. */
export type ServerProcess = {
  readonly url: string
  readonly child: ChildProcess
  setupCode(): string
  /** `undefined` while it does not answer. */
  bootId(): Promise<string | undefined>
  healthy(): Promise<string>
  kill(): Promise<void>
}

export async function startServerProcess(dataDir: string): Promise<ServerProcess> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, PUBLIC_URL: url }
  const { entry, execArgv } = programOf('server')
  const child = spawn(process.execPath, [...execArgv, entry], {
    env: { ...env, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)))
  async function bootId(): Promise<string | undefined> {
    const response = await fetch(`${url}/healthz`).catch(() => undefined)
    if (!response?.ok) return undefined
    const { bootId: id } = (await response.json()) as { bootId: string }
    return id
  }
  return {
    url,
    child,
    setupCode: () => /set-up code:\s+(\S+)/.exec(output)?.[1] ?? '',
    bootId,
    async healthy() {
      for (;;) {
        const id = await bootId()
        if (id !== undefined && output.includes(url)) return id
        if (child.exitCode !== null) throw new Error(`the server stopped with ${child.exitCode}:\n${output}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
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
