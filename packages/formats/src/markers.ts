import { type KeyEntry, readKeyLine, readLetterRow, readNumberRow } from './read-key.ts'
import { type Line, readLines } from './read-lines.ts'
import { type OptionStart, readOptionStart } from './split-options.ts'

export type Marker =
  /** `strong` says `Câu 1`; a bare `1.` may also be a list inside a question. */
  | { readonly kind: 'stem'; readonly number: number; readonly strong: boolean; readonly rest: string }
  | ({ readonly kind: 'option' } & OptionStart)
  | { readonly kind: 'answer' | 'explanation' | 'source' | 'time'; readonly rest: string }
  /** `named` entries say `Câu`; bare ones may also be a list inside a stem. */
  | { readonly kind: 'key'; readonly entries: readonly KeyEntry[]; readonly named: boolean }
  /** A key table whose two rows differ in length. */
  | { readonly kind: 'broken-key' }
  | { readonly kind: 'heading' }
  | { readonly kind: 'rule' }
  | { readonly kind: 'end' }
  | { readonly kind: 'text' }

export type MarkedLine = Line & {
  readonly marker: Marker
  readonly afterBlank: boolean
  /** The letter of the next line that begins as an option, if it still belongs to the same question. */
  readonly ahead: string | null
}

/** Says of each line what it looks like by itself; what it is in its place is decided by `draftQuestions`. */
export function markLines(text: string): MarkedLine[] {
  return lookAhead(joinKeyRows(readLines(text)).map((line) => ({ ...line, ahead: null })))
}

/** All capitals: a heading, unless what it continues is in capitals too. */
export function isShouting(text: string): boolean {
  return text === text.toUpperCase() && /\p{L}{2}\s+\p{L}{2}/u.test(text)
}

export function isCapitals(text: string): boolean {
  return text === text.toUpperCase()
}

/** `A. PHẦN TRẮC NGHIỆM`: a heading, unless a question waits for its option A. */
export function isLetteredHeading(text: string): boolean {
  return letteredHeading.test(text) && isCapitals(text)
}

/** The marker of a text that a line may start with again, as in `Đáp án: B. Giải thích: …`. */
export function readMarker(text: string): Marker {
  if (/^[-–—_=*.·~#+|:\s]+$/.test(text)) return { kind: 'rule' }
  if (/^\W{0,20}(?:hết|the end)\W{0,20}$/iu.test(text)) return { kind: 'end' }
  return readKey(text) ?? readField(text) ?? readStem(text) ?? { kind: 'text' }
}

type Unsighted = Omit<MarkedLine, 'ahead'>

const strongStem =
  /^(?:\*\*|#{1,4}\s)?(?:câu(?:\s+(?:hỏi|số))?|cau|bài|question)\s*(\d{1,4})(?![\p{L}\d])(?:\s*\([^()]{0,40}\)(?=\s*[.:)]))?(?:\s*[.:)/])?(?:\*\*)?/iu
const weakStem = /^(\d{1,3})\s?[.):/](?!\d)/
const headings = [
  /^(?:[ivx]{1,4}|\d{1,2})\s?[.):–-]\s*phần(?!\p{L})/iu,
  /^phần\s+(?:[ivx]{1,4}|\d{1,2}|thứ|trắc nghiệm|tự luận|chung)(?!\p{L})/iu,
  /^bảng\s+đáp án(?!\p{L})/iu,
  /^đáp án(?:\s+(?:đề|và|chi tiết|tham khảo|trắc nghiệm).{0,80})?$/iu,
  /^(?:câu(?:\s+hỏi)?|stt)\s*[|\t]\s*(?:đáp án|đa|trả lời)$/iu,
  /^(?:đề\s+(?:thi|kiểm tra|số|cương)|mã đề|bộ câu hỏi|hướng dẫn chấm|họ và tên|họ tên|thời gian làm bài)(?!\p{L})/iu,
  /^trang\s+\d{1,3}\s*\/\s*\d{1,3}$/iu,
]
/** `II. TỰ LUẬN`: numerals head a part only above capitals. */
const capitalHeading = /^(?:[IVX]{1,4}\s?[.):–-]\s*)?(?:PHẦN|TRẮC NGHIỆM|TỰ LUẬN|ĐÁP ÁN)(?!\p{L})/u
const letteredHeading = /^[A-D]\s?[.):–-]\s*(?:PHẦN|TRẮC NGHIỆM|TỰ LUẬN|ĐÁP ÁN)(?!\p{L})/u
const fields = [
  ['answer', /^(?:(?:chọn\s+)?(?:đáp án|dap an)(?:\s+đúng)?(?:\s+là)?|đ\/?a|trả lời|(?:correct\s+)?answer)\s*[:=]/iu],
  ['answer', /^đáp án(?:\s+đúng)?[\s.–-]{1,6}(?=[a-h](?:[\s,.]*[a-h])*\.?$)/iu],
  ['explanation', /^(?:giải thích|lời giải|hướng dẫn giải|explanation)(?:\s+chi tiết)?\s*(?::|\.(?=\s)|$)/iu],
  ['source', /^(?:căn cứ(?:\s+pháp lý)?|nguồn|trích(?:\s+dẫn)?|source)\s*:/iu],
  ['time', /^(?:thời gian|time)\s*:/iu],
] as const

/** A two-row key table becomes one key line; blank lines become `afterBlank`. */
function joinKeyRows(lines: readonly Line[]): Unsighted[] {
  const marked: Unsighted[] = []
  let afterBlank = false
  let upper: readonly number[] | null = null
  for (const line of lines) {
    if (line.text === '') {
      afterBlank = true
      continue
    }
    const table = upper === null ? null : readTable(upper, line.text)
    if (table !== null) marked.pop()
    const marker = table ?? readMarker(line.text)
    const isBorder = upper !== null && marker.kind === 'rule'
    if (isBorder) continue
    marked.push({ ...line, marker, afterBlank })
    upper = readNumberRow(line.text)
    afterBlank = marker.kind === 'rule'
  }
  return marked
}

function readTable(numbers: readonly number[], text: string): Marker | null {
  const row = readLetterRow(text)
  if (row === null) return null
  if (row.length !== numbers.length) return { kind: 'broken-key' }
  const entries = numbers.map((number, index) => ({ number, letters: row[index] ?? [] }))
  return { kind: 'key', entries, named: true }
}

function readKey(text: string): Marker | null {
  const value = /^(?:(?:bảng\s+)?đáp án[^:]{0,20}|đ\/?a\s?):(.*)$/iu.exec(text)?.[1] ?? text
  const entries = readKeyLine(value)
  return entries === null ? null : { kind: 'key', entries, named: value !== text || /^\W{0,4}c[âa]u/iu.test(text) }
}

function readField(text: string): Marker | null {
  const bare = text.replace(/^[-+]\s+/, '').replace(/^[*([]{1,2}(?=\p{L}{2})/u, '')
  for (const [kind, pattern] of fields) {
    const match = pattern.exec(bare)
    if (match === null || /^thời gian làm/iu.test(bare)) continue
    return { kind, rest: unbold(bare.slice(match[0].length)).trim() }
  }
  return null
}

function readStem(text: string): Marker | null {
  const bare = text.replace(/^-\s+/, '')
  const strong = strongStem.exec(bare)
  if (strong !== null) return stem(bare, strong, true)
  if (headings.some((heading) => heading.test(bare))) return { kind: 'heading' }
  if (capitalHeading.test(text) && isCapitals(text)) return { kind: 'heading' }
  const weak = weakStem.exec(bare)
  if (weak !== null) return stem(bare, weak, false)
  const option = readOptionStart(text)
  return option === null ? null : { kind: 'option', ...option }
}

function stem(text: string, match: RegExpExecArray, strong: boolean): Marker {
  const rest = text.slice(match[0].length)
  return { kind: 'stem', number: Number(match[1]), strong, rest: (text.startsWith('**') ? unbold(rest) : rest).trim() }
}

/** `**Câu 1:** …` and `**Đáp án:** B` come from chat assistants. */
function unbold(rest: string): string {
  return rest.replace(/^\s?\*\*/, '').replace(/\*\*$/, '')
}

function lookAhead(lines: readonly MarkedLine[]): MarkedLine[] {
  let ahead: string | null = null
  const sighted: MarkedLine[] = []
  for (const line of [...lines].reverse()) {
    sighted.push({ ...line, ahead })
    if (line.marker.kind === 'option') ahead = line.marker.letter
    else if (line.marker.kind !== 'text') ahead = null
  }
  return sighted.reverse()
}
