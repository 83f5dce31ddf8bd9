import { type Draft, newDraft } from './draft.ts'
import { addOption, addOptionRun, nextLetter, startsAnew } from './draft-options.ts'
import { addAnswer, addSeconds } from './draft-fields.ts'
import { isCapitals, isLetteredHeading, isShouting, type MarkedLine, markLines, type Marker } from './markers.ts'
import { letterAt } from './letters.ts'
import { type TextProblem, textProblem } from './problems.ts'
import { type KeyLine, openDraft, putAside, putAway, type Reading } from './reading.ts'
import { splitContinuation, splitStemLine } from './split-options.ts'

export type Drafted = {
  readonly drafts: readonly Draft[]
  readonly keys: readonly KeyLine[]
  readonly problems: readonly TextProblem[]
}

/** Puts every line where it belongs: into a question, into the end key, or aside as text without a question. */
export function draftQuestions(text: string): Drafted {
  const reading: Reading = { drafts: [], keys: [], problems: [], stray: [], ended: false }
  for (const line of markLines(text)) takeLine(reading, line)
  putAside(reading)
  return reading
}

type LineOf<K extends Marker['kind']> = MarkedLine & { readonly marker: Extract<Marker, { readonly kind: K }> }

function takeLine(reading: Reading, line: MarkedLine): void {
  const { marker } = line
  if (marker.kind === 'rule') return
  if (marker.kind === 'key') return takeKey(reading, { ...line, marker })
  if (marker.kind === 'broken-key') return reportKey(reading, line)
  if (marker.kind === 'heading' && opensText(reading, line)) return takeText(reading, line)
  if (marker.kind === 'end' || marker.kind === 'heading') return takeHeading(reading, marker.kind === 'end')
  if (reading.ended) return void reading.stray.push(line)
  if (marker.kind === 'stem') return takeStem(reading, { ...line, marker })
  if (marker.kind === 'option') return takeOption(reading, { ...line, marker })
  if (marker.kind === 'text') return takeText(reading, line)
  return takeField(reading, { ...line, marker })
}

/** `Phần I của Nghị quyết…` below `Câu 1:` is the stem itself. */
function opensText(reading: Reading, line: MarkedLine): boolean {
  const draft = openDraft(reading)
  if (draft === null || isCapitals(line.text) || reading.stray.length > 0) return false
  return draft.part === 'stem' || textOf(draft)?.length === 0
}

function takeKey(reading: Reading, line: LineOf<'key'>): void {
  const draft = openDraft(reading)
  if (draft?.part === 'stem' && draft.stem.length > 0 && !line.marker.named) return takeText(reading, line)
  takeHeading(reading, reading.ended)
  for (const entry of line.marker.entries) reading.keys.push({ ...entry, line: line.number })
}

function reportKey(reading: Reading, line: MarkedLine): void {
  takeHeading(reading, reading.ended)
  reading.problems.push(textProblem('key-not-understood', { firstLine: line.number, lastLine: line.number }))
}

function takeHeading(reading: Reading, ended: boolean): void {
  const draft = openDraft(reading)
  if (draft !== null) draft.part = 'closed'
  putAside(reading)
  reading.ended ||= ended
}

function takeStem(reading: Reading, line: LineOf<'stem'>): void {
  const { number, strong, rest } = line.marker
  if (!strong && !isNewQuestion(openDraft(reading), line)) return takeText(reading, line)
  putAside(reading)
  const draft = newDraft(number, strong, line.number)
  reading.drafts.push(draft)
  addStemLine(draft, line, rest)
}

/** A bare number may also count a list in a stem or in an explanation. */
function isNewQuestion(draft: Draft | null, line: LineOf<'stem'>): boolean {
  if (draft === null || draft.number === null) return true
  const counts = !draft.strong && line.marker.number > draft.number
  if (draft.part === 'stem') return counts && draft.stem.length > 0
  return draft.part === 'options' || counts || line.ahead === 'A' || splitStemLine(line.marker.rest, null) !== null
}

function takeOption(reading: Reading, line: LineOf<'option'>): void {
  const draft = openDraft(reading)
  if (draft !== null && awaitsAnswer(draft)) return void addAnswer(draft, line, line.text)
  const isNext = draft !== null && line.marker.letter === nextLetter(draft)
  if (!isNext && isLetteredHeading(line.text)) return takeHeading(reading, false)
  if (draft === null || reading.stray.length > 0) {
    if (line.marker.letter !== 'A') return takeText(reading, line)
    return startUnnumbered(reading, line, reading.stray)
  }
  if (draft.part === 'explanation' || draft.part === 'source') {
    if (draft.options.length > 0 || line.marker.letter !== 'A') return takeText(reading, line)
  }
  if (startsAnew(draft, line.marker)) {
    return startUnnumbered(reading, line, draft.options[draft.options.length - 1]?.lines.splice(1) ?? [])
  }
  const outcome = addOption(draft, line, line.marker)
  if (outcome === 'text') takeText(reading, line)
  if (outcome === 'heading') putAway(reading, draft, line)
}

/** Automatic numbers are lost on the way from Word: options that start again at A tell that a question began. */
function startUnnumbered(reading: Reading, line: LineOf<'option'>, above: readonly { number: number; text: string }[]) {
  const lines = reading.stray
  const lastBlank = lines.reduce(
    (found, stray, index) => (stray.afterBlank || isShouting(stray.text) ? index : found),
    0,
  )
  const from = lines[lastBlank] !== undefined && isShouting(lines[lastBlank].text) ? lastBlank + 1 : lastBlank
  const stem = lines.length === 0 ? above : lines.slice(from)
  reading.stray = lines.slice(0, from)
  putAside(reading)
  const draft = newDraft(null, false, stem[0]?.number ?? line.number)
  draft.stem.push(...stem)
  reading.drafts.push(draft)
  if (addOption(draft, line, line.marker) === 'text') takeText(reading, line)
}

function takeField(reading: Reading, line: LineOf<'answer' | 'explanation' | 'source' | 'time'>): void {
  const { kind, rest } = line.marker
  const draft = openDraft(reading)
  if (draft === null) {
    if (kind === 'answer') reportKey(reading, line)
    else if (kind !== 'time') reading.stray.push(line)
    return
  }
  putAside(reading)
  draft.lastLine = line.number
  if (kind === 'time') return addSeconds(draft, line, rest)
  draft.part = kind
  if (kind === 'answer') {
    const behind = addAnswer(draft, line, rest)
    if (behind !== undefined) takeField(reading, { ...line, marker: behind })
  } else if (rest !== '') draft[kind].push({ number: line.number, text: rest })
}

function takeText(reading: Reading, line: MarkedLine): void {
  const draft = openDraft(reading)
  if (draft === null || reading.stray.length > 0) return void reading.stray.push(line)
  if (draft.part === 'stem') return addStemLine(draft, line, line.text)
  if (awaitsAnswer(draft)) return void addAnswer(draft, line, line.text)
  if (draft.part === 'answer' || isForeign(draft, line)) return putAway(reading, draft, line)
  draft.lastLine = line.number
  if (draft.part === 'options') addWrapped(draft, line)
  else if (draft.part !== 'closed') draft[draft.part].push(line)
}

/** After a blank line, or in capitals below small letters, a line does not go on with what stands above. */
function isForeign(draft: Draft, line: MarkedLine): boolean {
  const above = draft.part === 'options' ? draft.options[draft.options.length - 1]?.lines : textOf(draft)
  const [first] = above ?? []
  return first !== undefined && (line.afterBlank || (isShouting(line.text) && !isShouting(first.text)))
}

function awaitsAnswer(draft: Draft): boolean {
  return draft.awaitsAnswer && draft.part === 'answer'
}

function textOf(draft: Draft) {
  return draft.part === 'explanation' || draft.part === 'source' ? draft[draft.part] : undefined
}

function addStemLine(draft: Draft, line: MarkedLine, text: string): void {
  draft.lastLine = line.number
  const run = splitStemLine(text, line.ahead)
  draft.stem.push({ number: line.number, text: run?.before ?? text })
  if (run !== null) addOptionRun(draft, line, run)
}

function addWrapped(draft: Draft, line: MarkedLine): void {
  const last = draft.options[draft.options.length - 1]
  const expected = letterAt(draft.options.length)
  const run = splitContinuation(line.text, expected, line.ahead)
  last?.lines.push({ number: line.number, text: run?.before ?? line.text })
  if (run !== null) addOptionRun(draft, line, run)
}
