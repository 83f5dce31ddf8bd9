import { basename } from 'node:path'
import type { DiskCall } from './disk-call.ts'
import { bytesOf, parseSystemCall, pathOf, shortened, type SystemCall } from './system-call.ts'

/**
 * What the lines of all threads tell of `directory` and of the files in it that were traced, in the order of time. A
 * call that changes them in a way unknown here is an error: overlooked, it would make the disk another one.
 */
export function diskCallsIn(lines: Iterable<string>, directory: string): readonly DiskCall[] {
  const calls: DiskCall[] = []
  for (const line of lines) {
    const call = parseSystemCall(line)
    if (call && !(call.result < 0)) calls.push(...diskCallsOf(call, directory))
  }
  return calls.sort((a, b) => a.startedAt - b.startedAt)
}

function diskCallsOf(call: SystemCall, directory: string): readonly DiskCall[] {
  const read = readers[call.name]
  if (!read) throw new Error(`the model of the disk does not know this call: ${shortened(call.line)}`)
  return read(call, directory)
}

type Reader = (call: SystemCall, directory: string) => readonly DiskCall[]

const readers: Readonly<Record<string, Reader>> = {
  openat(call) {
    const [, path = '', flags = ''] = call.args
    const file = nameOf(bytesOf(path).toString('utf8'))
    const created = flags.includes('O_CREAT') ? [{ type: 'create' as const, file, ...spellOf(call) }] : []
    const emptied = flags.includes('O_TRUNC') ? [{ type: 'resize' as const, file, size: 0, ...spellOf(call) }] : []
    return [...created, ...emptied]
  },
  unlink: (call) => [removalOf(call, call.args[0])],
  unlinkat: (call) => [removalOf(call, call.args[1])],
  pwrite64(call) {
    const [, data = '', , offset = ''] = call.args
    const whole = bytesOf(data)
    // What was not finished may be there whole.
    const bytes = Number.isNaN(call.result) ? whole : whole.subarray(0, call.result)
    return onFile(call, (file) => ({ type: 'write', file, offset: Number(offset), bytes, ...spellOf(call) }))
  },
  ftruncate(call) {
    const [, size = ''] = call.args
    return onFile(call, (file) => ({ type: 'resize', file, size: Number(size), ...spellOf(call) }))
  },
  fsync: syncOf,
  fdatasync: syncOf,
  /** Promises nothing. */
  sync_file_range: () => [],
  /** Reading through memory changes nothing; writing so would be seen by nobody. */
  mmap(call) {
    const [, , protection = '', kind = ''] = call.args
    if (!protection.includes('PROT_WRITE') || !kind.includes('MAP_SHARED')) return []
    throw new Error(`written through memory, which cannot be traced: ${shortened(call.line)}`)
  },
}

function removalOf(call: SystemCall, path = ''): DiskCall {
  return { type: 'remove', file: nameOf(bytesOf(path).toString('utf8')), ...spellOf(call) }
}

function syncOf(call: SystemCall, directory: string): readonly DiskCall[] {
  const path = pathOf(call.args[0] ?? '')
  if (path === directory) return [{ type: 'sync-names', file: '.', ...spellOf(call) }]
  return onFile(call, (file) => ({ type: 'sync-file', file, ...spellOf(call) }))
}

/** Nothing is left of what is done to a file without a name. */
function onFile(call: SystemCall, read: (file: string) => DiskCall): readonly DiskCall[] {
  const path = pathOf(call.args[0] ?? '')
  return path === null ? [] : [read(nameOf(path))]
}

function nameOf(path: string): string {
  return basename(path)
}

function spellOf({ startedAt, endedAt }: SystemCall) {
  return { startedAt, endedAt }
}
