import type { Draft } from './draft.ts'
import { indexOfLetter, letterAt } from './letters.ts'
import { isShouting, type MarkedLine } from './markers.ts'
import { type OptionRun, type OptionStart, splitOptionLine } from './split-options.ts'

/** More letters than this missing at once, and the line is no option: `V. I. Lênin`. */
const mostSkippedLetters = 2

/** Options at A again below options: the next question, whose number was lost. */
export function startsAnew(draft: Draft, start: OptionStart): boolean {
  return start.letter === 'A' && draft.options.length > 1 && !isListOfStem(draft, start)
}

/** Adds the options of a line, or says what the line is instead. */
export function addOption(draft: Draft, line: MarkedLine, start: OptionStart): 'option' | 'text' | 'heading' {
  if (isListOfStem(draft, start)) returnToStem(draft)
  const expected = nextLetter(draft)
  if (start.letter < expected && isShouting(line.text)) return 'heading'
  if (isText(start.letter, expected, line.ahead)) return 'text'
  addOptionRun(draft, line, splitOptionLine(start, line.ahead), start)
  return 'option'
}

export function addOptionRun(draft: Draft, line: MarkedLine, run: OptionRun, start?: OptionStart): void {
  draft.part = 'options'
  draft.lastLine = line.number
  for (const { letter, marked, text } of run.options) {
    const prefix = start?.lowerCase === true ? `${letter.toLowerCase()}${start.delimiter} ` : `${letter}. `
    draft.options.push({ letter, marked, prefix, lines: [{ number: line.number, text }] })
  }
  if (run.unclear.length > 0) draft.faults.push({ code: 'unclear-options', line: line.number, letters: run.unclear })
}

/** `ahead` shows that the run goes on without this line: `C. Mác` on a line of its own is then a name. */
function isText(letter: string, expected: string, ahead: string | null): boolean {
  if (letter === expected) return letter === 'A' && ahead === 'A'
  if (letter < expected) return false
  return ahead === expected || indexOfLetter(letter) - indexOfLetter(expected) > mostSkippedLetters
}

export function nextLetter(draft: Draft): string {
  const last = draft.options[draft.options.length - 1]
  return last === undefined ? 'A' : letterAt(indexOfLetter(last.letter) + 1)
}

/** A list a) b) c) above options A. B. C. is part of the stem. */
function isListOfStem(draft: Draft, start: OptionStart): boolean {
  if (draft.part !== 'options' || start.letter !== 'A' || start.lowerCase) return false
  return draft.options.every(({ prefix, marked }) => !marked && prefix[0] !== prefix[0]?.toUpperCase())
}

function returnToStem(draft: Draft): void {
  for (const { prefix, lines } of draft.options.splice(0)) {
    const [first, ...wrapped] = lines
    if (first !== undefined) draft.stem.push({ number: first.number, text: prefix + first.text }, ...wrapped)
  }
}
