import { limits, pinDigits, timePercents } from '@khac-sau/engine'
import { z } from 'zod'

/** Ids are random text; nothing is read out of them. */
export const Id = z.string().min(1).max(80)
export const RoomCode = z.string().regex(/^\d{6}$/)
/** D2 */
export const Pin = z.string().regex(new RegExp(`^\\d{${pinDigits}}$`))
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const QuestionIndex = z
  .int()
  .min(0)
  .max(limits.questions.most - 1)
export const OptionIndex = z
  .int()
  .min(0)
  .max(limits.options.most - 1)
export const OptionIndexes = z.array(OptionIndex).min(1).max(limits.options.most)
/** A9: in hundredths of the allotted time. */
export const TimePercent = z.literal(timePercents)
/** Milliseconds of the contest clock, or a duration. */
export const Millis = z.number()
/**
 * What the phone says of a press, on the contest clock that `bootId` names: believed only within what the server's pings
 * prove. `paintedAt` is when the options were on its screen, `null` if it does not know.
 */
export const PressClaim = z.object({ bootId: Id, paintedAt: Millis.nullable(), pressedAt: Millis })
