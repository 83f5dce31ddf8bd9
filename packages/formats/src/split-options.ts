import { indexOfLetter, letterAt } from './letters.ts'

export type OptionText = { readonly letter: string; readonly marked: boolean; readonly text: string }

export type OptionStart = {
  readonly letter: string
  readonly lowerCase: boolean
  readonly delimiter: string
  readonly marked: boolean
  readonly rest: string
}

export type OptionRun = {
  /** What stands before the first option of the line. */
  readonly before: string
  readonly options: readonly OptionText[]
  /** Letters whose place on the line can be read in two ways. */
  readonly unclear: readonly string[]
}

type Candidate = {
  readonly letter: string
  readonly style: string
  readonly marked: boolean
  readonly start: number
  readonly end: number
}

/** A line that begins as an option does: `A.` `b)` `C:` `*D.` `- A.` */
export function readOptionStart(text: string): OptionStart | null {
  const match = /^(?:[-+]\s+)?(?:(\*{1,2}|✓|\[x\])\s*)?\(?([a-z])\s?([.):])/i.exec(text)
  if (match?.[2] === undefined || match[3] === undefined) return null
  const letter = match[2].toUpperCase()
  const rest = text.slice(match[0].length)
  return { letter, lowerCase: letter !== match[2], delimiter: match[3], marked: match[1] !== undefined, rest }
}

/**
 * The options of a line that begins with one. They are an ascending run in one style; `ahead` is the letter that the
 * next option line begins with: the run ends before it, so `A. Theo B. Russell` above `B. …` is one option.
 */
export function splitOptionLine(first: OptionStart, ahead: string | null): OptionRun {
  const style = first.lowerCase ? `a${first.delimiter}` : `A${first.delimiter}`
  const candidates = candidatesIn(first.rest).filter((candidate) => candidate.style === style)
  const limit = ahead !== null && ahead > first.letter ? ahead : null
  const run = ascendingRun(first.rest, candidates, indexOfLetter(first.letter) + 1, limit)
  const head = { letter: first.letter, ...cut(first.rest, 0, run.found[0]), unclear: [] }
  const marked = first.marked || head.marked
  return {
    before: '',
    options: [{ letter: first.letter, marked, text: head.text }, ...textsOf(first.rest, run.found)],
    unclear: run.unclear,
  }
}

/** A stem with its options behind it on the same line. `null` unless they are a plain run from A: two behind the end of a
 * sentence, three elsewhere, one if the next line goes on with B. */
export function splitStemLine(text: string, ahead: string | null): OptionRun | null {
  const all = candidatesIn(text)
  const second = all.find(({ letter }) => letter === 'B')
  const firsts = all.filter((one) => one.letter === 'A' && (second === undefined || one.start < second.start))
  const first = firsts[firsts.length - 1]
  if (first === undefined || ahead === 'A') return null
  const candidates = all.filter(({ start, style }) => start >= first.start && style === first.style)
  const run = ascendingRun(text, candidates, 0, ahead)
  const before = text.slice(0, first.start)
  const plain = /(?:[?:.!;…)"”_]\s*|\s{2,}|\t)$|^\s*$/.test(before.slice(-8))
  const goesOn = ahead !== null && ahead === letterAt(run.found.length)
  if (run.found.length < (plain ? (goesOn ? 1 : 2) : 3)) return null
  const unclear = firsts.length > 1 && !plain ? ['A', ...run.unclear] : run.unclear
  return { before, options: textsOf(text, run.found), unclear }
}

/** A wrapped line of an option, with the next options behind it. One alone may be a name: it is not clear. */
export function splitContinuation(text: string, expected: string, ahead: string | null): OptionRun | null {
  const candidates = candidatesIn(text)
  const first = candidates.find(({ letter }) => letter === expected)
  if (first === undefined) return null
  const sameStyle = candidates.filter(({ style }) => style === first.style)
  const run = ascendingRun(text, sameStyle, indexOfLetter(expected), ahead)
  if (run.found.length === 0) return null
  const unclear = run.found.length === 1 ? [expected] : run.unclear
  return { before: text.slice(0, run.found[0]?.start), options: textsOf(text, run.found), unclear }
}

function candidatesIn(text: string): Candidate[] {
  const candidates: Candidate[] = []
  for (const match of text.matchAll(/(^|\s)(\*{1,2}|✓)?\(?([A-Za-z])([.):])/g)) {
    const [whole, space = '', mark, letter = '', delimiter = ''] = match
    const upper = letter.toUpperCase()
    const style = `${upper === letter ? 'A' : 'a'}${delimiter}`
    const start = match.index + space.length
    candidates.push({ letter: upper, style, marked: mark !== undefined, start, end: match.index + whole.length })
  }
  return candidates
}

/** Each next letter once. A candidate that would leave an option empty gives way to a later one: `B. C. Mác C. …`. */
function ascendingRun(text: string, candidates: readonly Candidate[], firstIndex: number, ahead: string | null) {
  const lastOf = new Map(candidates.map((candidate) => [candidate.letter, candidate]))
  const found: Candidate[] = []
  const repeated: string[] = []
  let expected = letterAt(firstIndex)
  for (const candidate of candidates) {
    const previous = found[found.length - 1]
    const from = previous?.end ?? 0
    if (candidate.letter === previous?.letter) repeated.push(candidate.letter)
    if (candidate.letter !== expected || expected === ahead) continue
    const empty = firstIndex + found.length > 0 && text.slice(from, candidate.start).trim() === ''
    if (empty && lastOf.get(expected) !== candidate) continue
    found.push(candidate)
    expected = letterAt(firstIndex + found.length)
  }
  return { found, unclear: [...new Set([...repeated, ...detachedMarks(text, found)])] }
}

/** `A. x * B. y`: the star may mark either. */
function detachedMarks(text: string, found: readonly Candidate[]): string[] {
  return found.filter(({ start }) => /(?:^|\s)[*✓]\s+$/.test(text.slice(Math.max(0, start - 6), start))).map(letterOf)
}

function letterOf({ letter }: Candidate): string {
  return letter
}

function textsOf(text: string, found: readonly Candidate[]): OptionText[] {
  return found.map((candidate, index) => {
    const own = cut(text, candidate.end, found[index + 1])
    return { letter: candidate.letter, marked: candidate.marked || own.marked, text: own.text }
  })
}

function cut(text: string, from: number, next: Candidate | undefined): { marked: boolean; text: string } {
  return readMarks(text.slice(from, next?.start))
}

/** The marks of a right option at the edges of its text: `*`, `✓`, `(đúng)`. */
export function readMarks(text: string): { readonly marked: boolean; readonly text: string } {
  const trimmed = text.trim()
  const bare = trimmed.replace(leadingMark, '').replace(trailingMarks, '').trim()
  return { marked: bare !== trimmed, text: bare }
}

const leadingMark = /^(?:\*{1,2}|✓)/
const trailingMarks = /(?:\s?(?:\*{1,2}|✓|[([]\s?(?:đáp án\s)?đúng\s?[)\]])[.;]?){1,8}$/iu
