import type { Draft } from './draft.ts'
import { isShouting, type MarkedLine } from './markers.ts'
import { type TextProblem, textProblem } from './problems.ts'
import type { KeyEntry } from './read-key.ts'

export type KeyLine = KeyEntry & { readonly line: number }

/** How far a text has been read. Its last draft is the one that lines go into, unless it is closed. */
export type Reading = {
  readonly drafts: Draft[]
  readonly keys: KeyLine[]
  readonly problems: TextProblem[]
  /** Lines that nothing has claimed yet: the stem of a question without a number, or text without a question. */
  stray: MarkedLine[]
  /** Below `HẾT` only the key is read. */
  ended: boolean
}

export function openDraft(reading: Reading): Draft | null {
  const draft = reading.drafts[reading.drafts.length - 1]
  return draft === undefined || draft.part === 'closed' ? null : draft
}

export function putAway(reading: Reading, draft: Draft, line: MarkedLine): void {
  draft.part = 'closed'
  reading.stray.push(line)
}

/** Capitals above the first question are its title page; every other unclaimed line is reported. */
export function putAside(reading: Reading): void {
  const told = reading.drafts.length > 0 ? reading.stray : reading.stray.filter(({ text }) => !isShouting(text))
  reading.stray = []
  const [first] = told
  const last = told[told.length - 1]
  if (first === undefined || last === undefined) return
  reading.problems.push(textProblem('text-without-question', { firstLine: first.number, lastLine: last.number }))
}
