import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where a server writes its process id, beside its data. */
export function pidFile(dataFile: string): string {
  return join(dirname(dataFile), 'server.pid')
}

/**
 * The id of the server that owns the data, if its process is alive. After a crash the id may since have gone to some
 * other program: whoever is refused for it is told which file says so.
 */
export async function livingServer(dataFile: string): Promise<number | undefined> {
  const text = await readFile(pidFile(dataFile), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  })
  const pid = Number(text.trim())
  // In a container ids are few and come again: what was the server's may be ours by now.
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid || pid === process.ppid) return undefined
  return isAlive(pid) ? pid : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM' // alive, and another user's
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
