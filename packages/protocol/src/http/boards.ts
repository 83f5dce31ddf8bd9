import { orderReasons } from '@khac-sau/engine'
import { z } from 'zod'
import { Month } from '../socket/values.ts'

const OrderReason = z.enum(orderReasons)

/** One public line of a month: P1 decides who is on one. */
const MonthPlace = z.object({
  rank: z.int(),
  name: z.string(),
  scoreHundredths: z.int(),
  totalMillis: z.int(),
  /** Why this one stands above the next (R7). */
  aboveNext: OrderReason.nullable(),
  own: z.boolean(),
})

/** The reader's own line; without a rank when they are not ranked (R5) or had extra time (A9). */
const OwnMonthPlace = MonthPlace.extend({ rank: z.int().nullable(), extraTime: z.boolean() })

const MonthBoard = z.object({
  month: Month,
  contests: z.array(z.object({ title: z.string(), maximumScore: z.int() })),
  places: z.array(MonthPlace),
  /** A9: with extra time, and so without a place; by score. */
  apart: z.array(z.object({ name: z.string(), scoreHundredths: z.int(), own: z.boolean() })),
  /** Everyone else who took part, alphabetically: *đã tham gia*. */
  others: z.array(z.string()),
  /** The reader's own line when it is not among the places. */
  own: OwnMonthPlace.nullable(),
})
export type MonthBoard = z.infer<typeof MonthBoard>

const SeasonCell = z.object({
  month: Month,
  outcome: z.enum(['took-part', 'missed', 'excused', 'not-a-member']),
  /** `null` where P1 keeps it to its member. */
  scoreHundredths: z.int().nullable(),
  first: z.boolean(),
})

const SeasonPlace = z.object({
  rank: z.int(),
  name: z.string(),
  scoreHundredths: z.int(),
  firsts: z.int(),
  totalMillis: z.int(),
  months: z.array(SeasonCell),
  aboveNext: OrderReason.nullable(),
  own: z.boolean(),
})

/** GET /api/boards/:boardKey?year=YYYY. Sent with a device token, it holds the reader's own lines as well. */
export const Board = z.object({
  cellName: z.string(),
  year: z.int(),
  years: z.array(z.int()),
  months: z.array(MonthBoard),
  season: z.object({
    months: z.array(Month),
    places: z.array(SeasonPlace),
    others: z.array(z.string()),
    own: SeasonPlace.nullable(),
  }),
})
export type Board = z.infer<typeof Board>
