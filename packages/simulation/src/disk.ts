import type { Event, Millis } from '@khac-sau/engine'
import type { Append } from '@khac-sau/room'
import type { Random } from './random.ts'
import type { VirtualTime } from './virtual-time.ts'

/** The log of one contest on a disk that outlives every server. */
export type Disk = {
  readonly rows: readonly Event[]
  /** `whenAlive` lets a process that died, or stands still, not hear of it. */
  readonly appendOf: (whenAlive: (run: () => void) => void, isAlive: () => boolean) => Append
  /** What is asked for until then waits for it, as when the disk does not sync. */
  readonly stall: (until: Millis) => void
  /** Until then nothing can be stored; `anyhow` is an error after which the rows are there all the same. */
  readonly fail: (until: Millis, anyhow: boolean) => void
}

export function createDisk(time: VirtualTime, random: Random, onRows: (rows: readonly Event[]) => void): Disk {
  const rows: Event[] = []
  let stallsUntil: Millis = 0
  let failsUntil: Millis = 0
  let isFailingAnyhow = false

  const commit = (afterSeq: number, events: readonly Event[]) => {
    if (afterSeq !== rows.length) return { outcome: 'fenced' } as const
    const isFailing = time.now() < failsUntil
    if (isFailing && !isFailingAnyhow) return { outcome: 'failed', trouble: 'disk-full' } as const
    rows.push(...events)
    onRows(events)
    return isFailing
      ? ({ outcome: 'failed', trouble: 'disk-full' } as const)
      : ({ outcome: 'stored', lastSeq: rows.length } as const)
  }
  return {
    rows,
    appendOf: (whenAlive, isAlive) => (afterSeq, events) =>
      new Promise((resolve) => {
        const writtenAt = Math.max(time.now(), stallsUntil) + random.between(0.1, 1)
        time.at(writtenAt, () => {
          if (!isAlive()) return
          const outcome = commit(afterSeq, events)
          // A process that dies here has written, and tells nobody.
          time.at(time.now() + random.between(0.1, 1), () => whenAlive(() => resolve(outcome)))
        })
      }),
    stall: (until) => void (stallsUntil = Math.max(stallsUntil, until)),
    fail(until, anyhow) {
      failsUntil = until
      isFailingAnyhow = anyhow
    },
  }
}
