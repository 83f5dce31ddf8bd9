import type { Millis } from '@khac-sau/engine'
import type { Random } from '../random.ts'
import { type Fate, fates } from './content.ts'
import type { DiskCall } from './disk-call.ts'

export type Cut = { readonly at: Millis; readonly fate: Fate }

export type Run = {
  readonly calls: readonly DiskCall[]
  readonly databaseName: string
  /** When phones were told that an answer is kept. */
  readonly receivedAt: readonly Millis[]
}

/**
 * A quarter of the cuts at any time of the run, a quarter when a phone has just got a receipt, and while phones answer a
 * quarter in the middle of a call on the disk, a quarter while the log is carried over into the database, which is
 * rare. Each of the four meets each fate in turn.
 */
export function drawCuts(count: number, { calls, databaseName, receivedAt }: Run, random: Random): readonly Cut[] {
  const first = Math.min(...calls.map(({ startedAt }) => startedAt))
  const from = Math.min(...receivedAt)
  const last = Math.max(...receivedAt)
  const busy = calls.filter(({ startedAt, endedAt }) => startedAt >= from && endedAt <= last)
  const carried = busy.filter(({ file }) => file === databaseName)
  const during = (some: readonly DiskCall[]) => {
    const call = drawn(some, random)
    return call ? within(call.startedAt, call.endedAt, random) : within(from, last, random)
  }
  const moments = [
    () => within(first, last, random),
    () => drawn(receivedAt, random) ?? last,
    () => during(busy),
    () => during(carried),
  ]
  return Array.from({ length: count }, (_, index) => ({
    at: moments[index % moments.length]?.() ?? last,
    fate: fates[Math.floor(index / moments.length) % fates.length] ?? 'none',
  }))
}

function drawn<Value>(values: readonly Value[], random: Random): Value | undefined {
  return values[random.between(0, values.length - 1)]
}

function within(from: Millis, to: Millis, random: Random): Millis {
  return from + random.next() * (to - from)
}
