import { type FileOutcome, refusedFile } from './file-refusal.ts'

/** The text of a CSV or text file: by its mark, as UTF-8, and otherwise in the Vietnamese code page of Windows. */
export function decodeText(file: Buffer): FileOutcome<string> {
  const [first, second] = file
  if (first === 0xff && second === 0xfe) return textOf(decoded(file, 'utf-16le'))
  if (first === 0xfe && second === 0xff) return textOf(decoded(file, 'utf-16be'))
  return textOf(decoded(file, 'utf-8') ?? decoded(file, 'windows-1258'))
}

/** Windows-1258 writes tones apart from their letters. */
function decoded(file: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file).normalize('NFC')
  } catch {
    return null
  }
}

/** Control characters are in no list; a web page or Word's rich text under another name is none either. */
function textOf(text: string | null): FileOutcome<string> {
  // oxlint-disable-next-line no-control-regex
  const isNoList = text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text) || /^\s*(?:<[!?a-z]|\{\\rtf)/i.test(text)
  return isNoList ? refusedFile('file-is-no-list') : { ok: true, value: text }
}
