import { canonicalJson } from '@khac-sau/database'
import type { Event } from '@khac-sau/engine'
import type { StoredRow } from '../second-replay.ts'

/** The rows as the log would hold them, without a database; that they are the same ones is a test of its own. */
export function rowsOf(events: readonly Event[]): readonly StoredRow[] {
  return events.map((event, index) => {
    const { type: kind, at: _, ...fields } = event
    const seq = index + 1
    if (event.type !== 'answered' && event.type !== 'answered-late') {
      return { seq, kind, openingId: null, memberId: null, body: canonicalJson(fields) }
    }
    const { openingId, memberId, ...body } = { ...event, type: undefined, at: undefined }
    return { seq, kind, openingId, memberId, body: canonicalJson(body) }
  })
}
