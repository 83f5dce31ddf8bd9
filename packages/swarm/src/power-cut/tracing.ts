import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { diskCallsIn } from './trace.ts'
import type { DiskCall } from './disk-call.ts'

export class CannotTraceError extends Error {
  override readonly name = 'CannotTraceError'
}

/** What is put before a command, so that every call on the files of the database is written down in `traceDir`. */
export function tracing(traceDir: string, databaseFile: string): readonly string[] {
  const files = [dirname(databaseFile), databaseFile, ...companions.map((ending) => `${databaseFile}${ending}`)]
  return ['strace', ...options, ...files.flatMap((file) => ['-P', file]), '-o', join(traceDir, 'thread')]
}

/** Whether processes can be traced here; says what is to be done if not. */
export function assertCanTrace(traceDir: string): void {
  const [command = '', ...rest] = tracing(traceDir, join(traceDir, 'none'))
  const { error, status, stderr } = spawnSync(command, [...rest, process.execPath, '--version'], {
    encoding: 'utf8',
    timeout: patienceMillis,
  })
  if (error && 'code' in error && error.code === 'ENOENT') throw new CannotTraceError(howToInstall)
  if (error || status !== 0) {
    throw new CannotTraceError(`strace (5.3 or newer) cannot trace processes here:\n${error?.message ?? stderr}`)
  }
}

export async function readTrace(traceDir: string, databaseFile: string): Promise<readonly DiskCall[]> {
  const lines: string[] = []
  for (const thread of await readdir(traceDir)) {
    lines.push(...(await readFile(join(traceDir, thread), 'latin1')).split('\n').filter((line) => line !== ''))
  }
  return diskCallsIn(lines, dirname(databaseFile))
}

/** Not `-shm`: it is memory shared by processes, made anew after a power cut. */
const companions = ['-wal', '-journal']

/** Every call that can change a file or make a change durable: those that the model does not know are to be found too. */
const traced = `
  open openat openat2 creat link linkat unlink unlinkat rename renameat renameat2
  write writev pwrite64 pwritev pwritev2 sendfile splice copy_file_range mmap
  truncate ftruncate fallocate fsync fdatasync sync_file_range`
  .trim()
  .split(/\s+/)
  .map((call) => `?${call}`) // not every kind of processor has all of them
  .join(',')

/**
 * A file of its own for each thread (-ff), so that no line is interrupted; wall-clock time (-ttt) and how long (-T);
 * descriptors with their paths (-y); whole strings in hexadecimal (-s, -xx). The tracer stands aside (-D): the command
 * stays our child, gets our signals, and sees us go.
 */
const options = [
  '-D -ff --seccomp-bpf -qq -ttt -T -y -xx -s 1048576'.split(' '),
  ['-e', 'signal=none', '-e', `trace=${traced}`],
].flat()

const patienceMillis = 20_000

const howToInstall = `This command needs strace, which only Linux has. Install it and try again:
  Debian, Ubuntu:  sudo apt-get install strace
  Fedora:          sudo dnf install strace
  Alpine:          sudo apk add strace`
