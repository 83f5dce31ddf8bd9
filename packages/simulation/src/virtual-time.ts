import type { Millis } from '@khac-sau/engine'

/** The one true time of a simulated world. Nothing in it takes any time by itself. */
export type VirtualTime = {
  readonly now: () => Millis
  readonly at: (instant: Millis, run: () => void) => Cancel
  /** For what starts no promise, which need not be waited for: control frames, mostly. */
  readonly quietlyAt: (instant: Millis, run: () => void) => Cancel
  /** Event by event; after each, every promise that it settled has run. `false`: it was not done by `latest`. */
  readonly runUntil: (isDone: () => boolean, latest: Millis) => Promise<boolean>
}

export type Cancel = () => void

type Event = { readonly at: Millis; readonly order: number; readonly isQuiet: boolean; run: (() => void) | null }

export function createVirtualTime(): VirtualTime {
  const events: Event[] = []
  let now = 0
  let order = 0

  const add = (instant: Millis, isQuiet: boolean, run: () => void): Cancel => {
    const event: Event = { at: Math.max(now, instant), order: (order += 1), isQuiet, run }
    push(events, event)
    return () => {
      event.run = null
    }
  }
  return {
    now: () => now,
    at: (instant, run) => add(instant, false, run),
    quietlyAt: (instant, run) => add(instant, true, run),
    async runUntil(isDone, latest) {
      while (!isDone()) {
        const event = pop(events)
        if (!event || event.at > latest) return false
        if (!event.run) continue
        now = event.at
        event.run()
        if (!event.isQuiet) await settled()
      }
      return true
    },
  }
}

/** All promises that are on their way run before the next turn of the event loop. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** A binary heap: the earliest first, and of one instant the one that was asked for first. */
function push(heap: Event[], event: Event): void {
  let index = heap.push(event) - 1
  while (index > 0) {
    const parent = (index - 1) >> 1
    if (!isBefore(heap, index, parent)) return
    swap(heap, index, parent)
    index = parent
  }
}

function pop(heap: Event[]): Event | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (heap.length === 0 || !last) return first
  heap[0] = last
  let index = 0
  for (;;) {
    const left = 2 * index + 1
    const least = left + 1 < heap.length && isBefore(heap, left + 1, left) ? left + 1 : left
    if (least >= heap.length || !isBefore(heap, least, index)) return first
    swap(heap, index, least)
    index = least
  }
}

function isBefore(heap: readonly Event[], one: number, other: number): boolean {
  const a = heap[one]
  const b = heap[other]
  if (!a || !b) return false
  return a.at < b.at || (a.at === b.at && a.order < b.order)
}

function swap(heap: Event[], one: number, other: number): void {
  const a = heap[one]
  const b = heap[other]
  if (!a || !b) return
  heap[one] = b
  heap[other] = a
}
