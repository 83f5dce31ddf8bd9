import {
  amendmentReasons,
  closingReasons,
  type Event,
  type EventOf,
  openingPurposes,
  timePercents,
  timings,
} from '@khac-sau/engine'
import { z } from 'zod'

const millis = z.number()
const id = z.string()
const index = z.int().min(0)
const timePercent = z.literal(timePercents)
const rosterEntry = { memberId: id, ranked: z.boolean(), timePercent }
const roster = z.array(z.strictObject(rosterEntry)).readonly()
const laterCloses = z.array(z.strictObject({ timePercent, closesAt: millis })).readonly()
const indexes = z.array(index).readonly()

const answer = {
  openingId: id,
  memberId: id,
  answerId: z.string(),
  options: indexes,
  automatic: z.boolean(),
  responseMillis: millis,
  errorMillis: millis,
  evidence: z.record(z.string(), z.number()),
  timing: z.enum(timings),
}

/** The current version of every kind of event. A kind without a shape, or a shape that lacks a field, does not compile. */
export const eventShapes = {
  'taken-over': shape('taken-over', { bootId: id, wallMillis: millis }),
  'room-opened': shape('room-opened', { contentHash: z.string(), roster }),
  enrolled: shape('enrolled', rosterEntry),
  'time-given': shape('time-given', { memberId: id, timePercent, by: id }),
  joined: shape('joined', { memberId: id }),
  'marked-left': shape('marked-left', { memberId: id, by: id }),
  removed: shape('removed', { memberId: id, by: id }),
  readmitted: shape('readmitted', { memberId: id, by: id }),
  opened: shape('opened', {
    openingId: id,
    // C10: the warm-up has no number.
    question: index.nullable(),
    purpose: z.enum(openingPurposes),
    audience: z.literal('everyone'),
    continues: id.nullable(),
    stemAt: millis,
    opensAt: millis,
    closesAt: millis,
    laterCloses,
  }),
  'lead-cut': shape('lead-cut', { openingId: id, opensAt: millis, closesAt: millis }),
  extended: shape('extended', { openingId: id, closesAt: millis, by: id }),
  answered: shape('answered', answer),
  'answered-late': shape('answered-late', answer),
  interrupted: shape('interrupted', { openingId: id }),
  'closed-for-some': shape('closed-for-some', { openingId: id, closesAt: millis }),
  closing: shape('closing', { openingId: id, reason: z.enum(closingReasons), closesAt: millis, missing: index }),
  closed: shape('closed', { openingId: id }),
  'standings-shown': shape('standings-shown', {}),
  paused: shape('paused', { by: id }),
  resumed: shape('resumed', { by: id }),
  voided: shape('voided', { question: index, by: id, reason: z.enum(amendmentReasons) }),
  reinstated: shape('reinstated', { question: index, by: id }),
  corrected: shape('corrected', { question: index, right: indexes, by: id, reason: z.enum(amendmentReasons) }),
  finished: shape('finished', {}),
  settled: shape('settled', { by: id, wallMillis: millis }),
  unsettled: shape('unsettled', { by: id, wallMillis: millis }),
} satisfies { readonly [T in Event['type']]: z.ZodType<EventOf<T>> }

function shape<T extends Event['type'], F extends z.core.$ZodLooseShape>(type: T, fields: F) {
  return z.strictObject({ at: z.int(), type: z.literal(type), ...fields })
}
