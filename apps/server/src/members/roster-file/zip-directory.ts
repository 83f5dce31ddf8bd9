import { type FileOutcome, refusedFile } from './file-refusal.ts'

export type ZipEntry = {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly packedBytes: number
  readonly bytes: number
  /** Where its packed bytes begin in the file. */
  readonly start: number
}

const zipLimits = { entries: 200, bytes: 20 * 1024 * 1024, ratio: 100 } as const

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endBytes = 22

/**
 * What an archive says it holds, looked at before a byte of it is unpacked. It must be an archive from its first byte to its last:
 * whatever stands before, between or behind would be seen by another reader and not by this one.
 */
export function readZipDirectory(file: Buffer): FileOutcome<readonly ZipEntry[]> {
  try {
    return directoryOf(file)
  } catch (error) {
    if (error instanceof RangeError) return refusedFile('file-damaged')
    throw error
  }
}

function directoryOf(file: Buffer): FileOutcome<readonly ZipEntry[]> {
  const end = endOf(file)
  if (end === null) return refusedFile('file-damaged')
  const count = file.readUInt16LE(end + 10)
  const size = file.readUInt32LE(end + 12)
  const start = file.readUInt32LE(end + 16)
  // Several disks, or figures that are too large for this directory (ZIP64): no list of a cell needs them.
  if (file.readUInt32LE(end + 4) !== 0 || file.readUInt16LE(end + 8) !== count) return refusedFile('file-damaged')
  if (count > zipLimits.entries) return refusedFile('file-unpacks-too-large')
  if (start + size !== end) return refusedFile('file-damaged')
  const entries: ZipEntry[] = []
  let position = start
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(file, position)
    if (entry === null || position >= end) return refusedFile('file-damaged')
    entries.push(entry)
    position +=
      46 + file.readUInt16LE(position + 28) + file.readUInt16LE(position + 30) + file.readUInt16LE(position + 32)
  }
  if (position !== end || !areApart(entries, start)) return refusedFile('file-damaged')
  return isBearable(entries) ? { ok: true, value: entries } : refusedFile('file-unpacks-too-large')
}

/** The end record whose comment reaches to the very end of the file. */
function endOf(file: Buffer): number | null {
  const first = Math.max(0, file.length - endBytes - 0xffff)
  for (let position = file.length - endBytes; position >= first; position -= 1) {
    if (file.readUInt32LE(position) !== endSignature) continue
    return position + endBytes + file.readUInt16LE(position + 20) === file.length ? position : null
  }
  return null
}

function entryAt(file: Buffer, position: number): ZipEntry | null {
  if (file.readUInt32LE(position) !== entrySignature) return null
  const isEncrypted = (file.readUInt16LE(position + 8) & 1) === 1
  const method = file.readUInt16LE(position + 10)
  if (isEncrypted || (method !== 0 && method !== 8)) return null
  const local = file.readUInt32LE(position + 42)
  const name = file.toString('utf8', position + 46, position + 46 + file.readUInt16LE(position + 28))
  if (file.readUInt32LE(local) !== localSignature || file.readUInt16LE(local + 8) !== method) return null
  const nameBytes = file.readUInt16LE(local + 26)
  // Two names for one entry are two archives in one.
  if (file.toString('utf8', local + 30, local + 30 + nameBytes) !== name) return null
  return {
    name,
    method,
    packedBytes: file.readUInt32LE(position + 20),
    bytes: file.readUInt32LE(position + 24),
    start: local + 30 + nameBytes + file.readUInt16LE(local + 28),
  }
}

/** No two entries share a byte, none reaches into the directory, and no name comes twice. */
function areApart(entries: readonly ZipEntry[], end: number): boolean {
  const inOrder = [...entries].sort((one, other) => one.start - other.start)
  return (
    new Set(entries.map(({ name }) => name)).size === entries.length &&
    inOrder.every(({ start, packedBytes }, index) => start + packedBytes <= (inOrder[index + 1]?.start ?? end))
  )
}

function isBearable(entries: readonly ZipEntry[]): boolean {
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  const packedBytes = entries.reduce((sum, entry) => sum + entry.packedBytes, 0)
  return bytes <= zipLimits.bytes && bytes <= packedBytes * zipLimits.ratio
}
