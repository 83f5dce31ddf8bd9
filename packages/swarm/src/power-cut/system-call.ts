import type { Spell } from './disk-call.ts'

/** A line of `strace -ttt -T -y -xx`: no comma or bracket inside a string, because every byte of it is in hexadecimal. */
export type SystemCall = Spell & {
  readonly name: string
  readonly args: readonly string[]
  /** `NaN` when the call never came back. */
  readonly result: number
  readonly line: string
}

/** Null for a line that tells of no call. */
export function parseSystemCall(line: string): SystemCall | null {
  if (/^[\d.]+ (\+\+\+|---) /.test(line)) return null
  const found = callLine.exec(line)
  // Threads that share a file interrupt each other's lines ("resumed"): `-ff` gives each its own.
  if (!found) throw new Error(`not a line of a thread's own trace: ${shortened(line)}`)
  const [, started = '', name = '', args = '', returned = '', rest = ''] = found
  const startedAt = millisOf(started)
  const isBack = returned !== '?'
  const seconds = / <(\d+\.\d+)>$/.exec(rest)?.[1]
  if (isBack && seconds === undefined) throw new Error(`not told how long it took: ${shortened(line)}`)
  const endedAt = isBack ? startedAt + millisOf(seconds ?? '') : Infinity
  return { name, args: args.split(', '), startedAt, endedAt, result: isBack ? Number(returned) : NaN, line }
}

/** A whole string argument; a shortened one has dots after it. */
export function bytesOf(argument: string): Buffer {
  if (!/^"(\\x[0-9a-f]{2})*"$/.test(argument)) throw new Error(`not a whole string: ${shortened(argument)}`)
  return Buffer.from(argument.slice(1, -1).replaceAll('\\x', ''), 'hex')
}

/** The path that `-y` puts behind a descriptor; null when nothing has that name any more. */
export function pathOf(descriptor: string): string | null {
  const found = /^\d+<((?:\\x[0-9a-f]{2})+)>(\(deleted\))?$/.exec(descriptor)
  if (!found) throw new Error(`not a descriptor with its path: ${shortened(descriptor)}`)
  const [, path = '', deleted] = found
  return deleted === undefined ? bytesOf(`"${path}"`).toString('utf8') : null
}

export function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

const callLine = /^(\d+\.\d+) (\w+)\((.*?)(?:\)| <unfinished \.\.\.>\)?) += (\?|-?\d+|0x[0-9a-f]+)(.*)$/
const longestShown = 300

/** Of seconds with six places, exactly. */
function millisOf(seconds: string): number {
  return Math.round(Number(seconds) * 1_000_000) / 1000
}
