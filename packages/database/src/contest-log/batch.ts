import type { Event } from '@khac-sau/engine'
import type { EncodedEvent } from './contest-log.ts'
import { encodeEvent } from './event-codec.ts'

/** One INSERT holds a batch, and SQLite takes 32,766 values in one; no command of a contest yields so many events. */
const largestBatch = 3_000

export function encodeBatch(events: readonly Event[]): EncodedEvent[] {
  if (events.length < 1 || events.length > largestBatch) {
    throw new RangeError(`a batch holds 1 to ${largestBatch} events, not ${events.length}`)
  }
  return events.map(encodeEvent)
}
