import { indexOfLetter } from './letters.ts'

/** What an end key says of one question. */
export type KeyEntry = { readonly number: number; readonly letters: readonly string[] }

export type AnswerValue = {
  readonly letters: readonly string[]
  /** What follows the letter: usually the option's text again. */
  readonly text: string
}

/** The value of `Đáp án:`. `null` unless it is letters and nothing doubtful. */
export function readAnswer(value: string): AnswerValue | null {
  const letters: string[] = []
  let rest = value.replace(/^(?:là|is)\s/iu, '').trim()
  for (let found = takeLetters(rest); found !== null; found = takeLetters(rest)) {
    letters.push(...found.letters)
    rest = found.rest
    const separator = /^\s*(?:[,;/&+]|và(?=\s)|and(?=\s)|\s)\s*(?=["'([]?[a-z](?![\p{L}\p{N}]))/iu.exec(rest)
    if (separator === null) break
    rest = rest.slice(separator[0].length)
  }
  const text = trimEdges(rest)
  if (letters.length === 0 || (text !== '' && (letters.length > 1 || !/^["')\]\s]*[.):(–-]/.test(rest)))) return null
  return onlyLetters.test(text) ? null : { letters: ascending(letters), text }
}

/** A line of an end key: number–letter pairs and nothing else. `null` for every other line. */
export function readKeyLine(text: string): KeyEntry[] | null {
  if (text.length > 5000 || !/^[|\s-]{0,4}(?:câu|cau|question)?\s*\d/iu.test(text)) return null
  const tokens = tokensOf(text.replace(/(?:câu|cau|question)(?=\s*\d)/giu, ' '))
  const entries: { number: number; letters: string[] }[] = []
  for (const token of tokens) {
    const last = entries[entries.length - 1]
    if (/^\d{1,3}$/.test(token)) {
      if (last?.letters.length === 0) return null
      entries.push({ number: Number(token), letters: [] })
    } else if (last !== undefined && isLetterRun(token)) {
      last.letters.push(...token.toUpperCase())
    } else return null
  }
  return entries.length > 0 && entries[entries.length - 1]?.letters.length !== 0 ? entries.map(inOrder) : null
}

/** The upper row of a two-row key table: `Câu | 1 | 2`. */
export function readNumberRow(text: string): number[] | null {
  const cells = cellsOf(text.replace(/^[|\s]{0,4}(?:câu(?:\s+(?:hỏi|số))?|stt|question)(?![\p{L}])/iu, ' '))
  if (cells.length < (/[|\t]/.test(text) ? 1 : 2) || !cells.every((cell) => /^\d{1,3}$/.test(cell))) return null
  return cells.map(Number)
}

/** The lower row: `Đáp án | C | B`. */
export function readLetterRow(text: string): string[][] | null {
  const cells = cellsOf(
    text.replace(/^[|\s]{0,4}(?:đáp\s+án|dap\s+an|đ\/?a|trả\s+lời|chọn|answer)(?![\p{L}])[:.]?/iu, ' '),
  )
  const letters = cells.map((cell) => cell.split(/[,;\s]+/).filter((letter) => letter !== ''))
  if (cells.length === 0 || !letters.every((cell) => cell.every(isLetterRun))) return null
  return letters.map((cell) => ascending([...cell.join('').toUpperCase()]))
}

/** `A. B.`: the text behind the first letter would be letters again. */
const onlyLetters = /^(?:[a-h][\s.,;)]*){1,8}$/i

function takeLetters(text: string): { letters: string[]; rest: string } | null {
  const match = /^["'([]?([a-z]|[A-H]{2,8}|[a-h]{2,8})(?![\p{L}\p{N}])["')\]]?/iu.exec(text)
  if (match?.[1] === undefined || !isLetterRun(match[1])) return null
  return { letters: [...match[1].toUpperCase()], rest: text.slice(match[0].length) }
}

/** One letter, or several glued ones in order: `AC`, `abd`. A word such as `Ba` is neither. */
function isLetterRun(token: string): boolean {
  if (/^[a-z]$/i.test(token)) return true
  if (!/^(?:[A-H]{2,8}|[a-h]{2,8})$/.test(token)) return false
  const indexes = [...token].map(indexOfLetter)
  return indexes.every((index, position) => position === 0 || index > (indexes[position - 1] ?? 0))
}

function tokensOf(text: string): string[] {
  return text
    .replace(/(\d)(?=[a-z])|([a-z])(?=\d)/gi, '$1$2 ')
    .split(/[-–—.:()=|,;→>/[\]\s]+/)
    .filter((token) => token !== '')
}

function cellsOf(text: string): string[] {
  const separator = text.includes('|') ? '|' : text.includes('\t') ? '\t' : ' '
  return text
    .split(separator)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}

function trimEdges(text: string): string {
  return text
    .replace(/^["')\].:(–\-\s]+/, '')
    .replace(/[.)\]"';]$/, '')
    .trim()
}

function inOrder({ number, letters }: KeyEntry): KeyEntry {
  return { number, letters: ascending(letters) }
}

function ascending(letters: readonly string[]): string[] {
  return [...new Set(letters)].sort()
}
