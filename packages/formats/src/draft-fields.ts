import type { Draft } from './draft.ts'
import { type MarkedLine, type Marker, readMarker } from './markers.ts'
import { readAnswer } from './read-key.ts'

type FieldMarker = Extract<Marker, { readonly kind: 'answer' | 'explanation' | 'source' | 'time' }>

/** Notes what `Đáp án:` says. Returns the field that follows on the same line, if one does. */
export function addAnswer(draft: Draft, line: MarkedLine, value: string): FieldMarker | undefined {
  draft.lastLine = line.number
  draft.awaitsAnswer = /^[.…_\s]*$/.test(value)
  if (draft.awaitsAnswer) return undefined
  const behind = fieldBehind(value)
  const answer = readAnswer(behind === null ? value : value.slice(0, behind.at))
  if (answer === null) draft.faults.push({ code: 'key-not-understood', line: line.number, letters: [] })
  else draft.answers.push({ ...answer, line: line.number })
  return behind?.marker
}

/** `45 giây`, `45s`, `1 phút`. */
export function addSeconds(draft: Draft, line: MarkedLine, value: string): void {
  const match = /^(\d{1,4})\s*(giây|s|seconds?|phút|minutes?)?\.?$/iu.exec(value)
  if (match === null) draft.faults.push({ code: 'seconds-not-understood', line: line.number, letters: [] })
  else draft.seconds = Number(match[1]) * (/^[pm]/i.test(match[2] ?? '') ? 60 : 1)
}

/** `B. Giải thích: …`: behind the letters, a field of its own. */
function fieldBehind(value: string): { at: number; marker: FieldMarker } | null {
  const start = /^[a-h,;\s]{1,16}[.)–-]\s*(?=\p{L}{2})/iu.exec(value)
  const marker = start === null ? null : readMarker(value.slice(start[0].length))
  if (start === null || marker === null) return null
  const isField = marker.kind === 'explanation' || marker.kind === 'source' || marker.kind === 'time'
  return isField ? { at: start[0].length, marker } : null
}
