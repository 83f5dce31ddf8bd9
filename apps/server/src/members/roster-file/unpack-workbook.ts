import { inflateRawSync } from 'node:zlib'
import { type FileOutcome, refusedFile } from './file-refusal.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

export type WorkbookParts = ReadonlyMap<string, Buffer>

/** The XML of a workbook, each part no larger than it was announced. Pictures and macros are left where they are. */
export function unpackWorkbook(file: Buffer): FileOutcome<WorkbookParts> {
  const directory = readZipDirectory(file)
  if (!directory.ok) return directory
  const names = new Set(directory.value.map(({ name }) => name))
  if (!names.has('xl/workbook.xml') || !names.has('[Content_Types].xml')) return refusedFile('file-is-no-list')
  const parts = new Map<string, Buffer>()
  for (const entry of directory.value) {
    if (!/\.(?:xml|rels)$/.test(entry.name)) continue
    const part = unpacked(file, entry)
    if (!part.ok) return part
    if (isHostile(part.value)) return refusedFile('file-damaged')
    parts.set(entry.name, part.value)
  }
  return { ok: true, value: parts }
}

function unpacked(file: Buffer, { method, packedBytes, bytes, start }: ZipEntry): FileOutcome<Buffer> {
  const packed = file.subarray(start, start + packedBytes)
  try {
    const part = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) })
    return part.length === bytes ? { ok: true, value: part } : refusedFile('file-damaged')
  } catch (error) {
    const isLarger = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return refusedFile(isLarger ? 'file-unpacks-too-large' : 'file-damaged')
  }
}

/** No spreadsheet declares entities, and none is written in anything but UTF-8. */
function isHostile(part: Buffer): boolean {
  return part.includes(0) || part.includes('<!DOCTYPE') || part.includes('<!ENTITY')
}
