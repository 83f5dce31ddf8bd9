import type { Event, Millis } from '@khac-sau/engine'
import { warmUpNumber } from './content.ts'

/** When the options of each question may be seen, by the clock of one process and by what of the log it knows. */
export type Openings = {
  readonly know: (event: Event) => void
  readonly mayBeSeen: (question: number, contestNow: Millis) => boolean
}

/** T8: no options earlier than this before they open. */
const mostLeadMillis = 600

export function createOpenings(): Openings {
  const seenFrom = new Map<number, Millis>()
  let asked = warmUpNumber
  return {
    know(event) {
      if (event.type === 'opened') asked = event.question ?? warmUpNumber
      // What was open once may be seen for ever; what was put off before may not.
      const isOpen = (seenFrom.get(asked) ?? Infinity) <= event.at
      if ((event.type === 'opened' || event.type === 'lead-cut') && !isOpen) seenFrom.set(asked, event.opensAt)
      // Everyone has answered from before an interruption.
      if (event.type === 'closing' && !isOpen) seenFrom.set(asked, event.at)
    },
    mayBeSeen: (question, contestNow) => contestNow >= (seenFrom.get(question) ?? Infinity) - mostLeadMillis,
  }
}
