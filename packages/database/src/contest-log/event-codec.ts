import type { Event } from '@khac-sau/engine'
import { z } from 'zod'
import { canonicalJson } from '../canonical-json.ts'
import type { EncodedEvent } from './contest-log.ts'
import { eventShapes } from './event-shapes.ts'

/** A body as it was stored, brought one version forward. */
export type Upcast = (body: EventBody) => EventBody
export type EventBody = Readonly<Record<string, unknown>>

/** Per kind, the step from version 1 to 2, from 2 to 3 and so on. A row is never rewritten, only read anew. */
export type Upcasts = Readonly<Record<string, readonly Upcast[]>>

export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError'
}

/** A9: before there was extra time, nobody had any. */
const upcasts: Upcasts = {
  'room-opened': [(body) => ({ ...body, roster: rosterBefore.parse(body.roster).map(withoutExtraTime) })],
  enrolled: [withoutExtraTime],
  opened: [(body) => ({ ...body, laterCloses: [] })],
}

export function encodeEvent(event: Event): EncodedEvent {
  const { at, type, ...rest } = eventShapes[event.type].parse(event)
  const fixed = { atMs: at, kind: type, version: currentVersion(type, upcasts) }
  if (!isAnswer(type)) return { ...fixed, openingId: null, memberId: null, body: canonicalJson(rest) }

  const { openingId, memberId, ...body } = answerColumns.parse(rest)
  return { ...fixed, openingId, memberId, body: canonicalJson(body) }
}

export function decodeEvent(row: EncodedEvent): Event {
  const { kind } = row
  if (!isKind(kind)) throw new UnreadableEventError(`unknown kind of event: ${kind}`)

  const columns = isAnswer(kind) ? { openingId: row.openingId, memberId: row.memberId } : {}
  const body = upcast(kind, row.version, eventBody.parse(JSON.parse(row.body)))
  return eventShapes[kind].parse({ ...body, ...columns, type: kind, at: row.atMs })
}

export function upcast(kind: string, version: number, body: EventBody, known: Upcasts = upcasts): EventBody {
  const current = currentVersion(kind, known)
  if (version < 1 || version > current) {
    throw new UnreadableEventError(`version ${version} of ${kind} is not known here; the newest is ${current}`)
  }
  return (known[kind] ?? []).slice(version - 1).reduce((older, step) => step(older), body)
}

function withoutExtraTime(body: EventBody): EventBody {
  return { ...body, timePercent: 100 }
}

const eventBody = z.record(z.string(), z.unknown())
const rosterBefore = z.array(eventBody)
const answerColumns = z.looseObject({ openingId: z.string(), memberId: z.string() })

function currentVersion(kind: string, known: Upcasts): number {
  return 1 + (known[kind]?.length ?? 0)
}

/** Only answers fill the columns that the database fences: one per member and opening (A2, T6). */
function isAnswer(kind: Event['type']): boolean {
  return kind === 'answered' || kind === 'answered-late'
}

function isKind(kind: string): kind is Event['type'] {
  return Object.hasOwn(eventShapes, kind)
}
