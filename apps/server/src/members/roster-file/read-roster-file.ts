import { decodeText } from './decode-text.ts'
import { type FileOutcome, refusedFile } from './file-refusal.ts'
import { readWorkbook } from './read-workbook.ts'

/** By its first bytes, never by its name. */
export async function readRosterFile(file: Buffer): Promise<FileOutcome<string>> {
  if (startsWith(file, zip)) return readWorkbook(file)
  if (startsWith(file, compound)) return refusedFile(file.includes(encrypted) ? 'file-is-locked' : 'file-is-xls')
  return others.some((magic) => startsWith(file, magic)) ? refusedFile('file-is-no-list') : decodeText(file)
}

const zip = Buffer.from('504b0304', 'hex')
/** Excel before 2007, and Excel of today where the file has a password. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')
/** Archives that hold nothing, PDF, PNG, JPEG, GIF, RAR, 7z, gzip: said so rather than read as text. */
const others = [
  '504b0506',
  '504b0708',
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '52617221',
  '377abcaf',
  '1f8b',
].map((hex) => Buffer.from(hex, 'hex'))

function startsWith(file: Buffer, magic: Buffer): boolean {
  return file.subarray(0, magic.length).equals(magic)
}
