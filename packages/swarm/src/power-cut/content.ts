import type { Random } from '../random.ts'
import type { Change } from './disk-call.ts'

/**
 * What becomes of what no fsync has confirmed. `in-order`: the first so many changes, and of the next one some sectors.
 * `scattered`: of each block, on its own, whatever it held at some time since the fsync; likewise the size.
 */
export type Fate = 'none' | 'in-order' | 'scattered' | 'all'

export const fates: readonly Fate[] = ['none', 'in-order', 'scattered', 'all']

const sectorBytes = 512
const pageBytes = 4096

/** The bytes of one file after a power cut: everything in `durable`, and of `volatile` what `fate` leaves. */
export function contentAfterCut(
  durable: readonly Change[],
  volatile: readonly Change[],
  fate: Fate,
  random: Random,
): Buffer {
  const file = emptyFile([...durable, ...volatile])
  applyAll(file, durable)
  if (fate === 'all') applyAll(file, volatile)
  if (fate === 'in-order') applyInOrder(file, volatile, random)
  if (fate === 'scattered') applyScattered(file, volatile, random)
  return file.bytes.subarray(0, file.size)
}

/** `bytes` has room for every change; behind `size` it is zero. */
type File = { readonly bytes: Buffer; size: number }

function applyInOrder(file: File, volatile: readonly Change[], random: Random): void {
  const survivors = random.between(0, volatile.length)
  applyAll(file, volatile.slice(0, survivors))
  const torn = volatile[survivors]
  if (torn?.type !== 'write') return
  const pieces = blocksOf(torn, sectorBytes)
  applyAll(file, pieces.slice(0, random.between(0, pieces.length)))
}

function applyScattered(file: File, volatile: readonly Change[], random: Random): void {
  const blockBytes = random.isOneIn(2) ? sectorBytes : pageBytes
  const size = sizeAfter(file.size, volatile.slice(0, random.between(0, volatile.length)))
  const pieces = volatile.flatMap((change) => (change.type === 'write' ? blocksOf(change, blockBytes) : []))
  for (const versions of versionsOfBlocks(pieces, blockBytes)) {
    applyAll(file, versions.slice(0, random.between(0, versions.length)))
  }
  resize(file, size)
}

type Write = Extract<Change, { readonly type: 'write' }>

/** Cut at the borders of blocks in the file. */
function blocksOf({ file, offset, bytes }: Write, blockBytes: number): readonly Write[] {
  const pieces: Write[] = []
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + blockBytes - ((offset + from) % blockBytes))
    pieces.push({ type: 'write', file, offset: offset + from, bytes: bytes.subarray(from, to) })
    from = to
  }
  return pieces
}

function versionsOfBlocks(pieces: readonly Write[], blockBytes: number): Iterable<readonly Write[]> {
  const byBlock = new Map<number, Write[]>()
  for (const piece of pieces) {
    const block = Math.floor(piece.offset / blockBytes)
    const versions = byBlock.get(block)
    if (versions) versions.push(piece)
    else byBlock.set(block, [piece])
  }
  return byBlock.values()
}

function emptyFile(changes: readonly Change[]): File {
  const room = changes.reduce((most, change) => Math.max(most, endOf(change)), 0)
  return { bytes: Buffer.alloc(room), size: 0 }
}

function applyAll(file: File, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.type === 'resize') {
      resize(file, change.size)
      continue
    }
    change.bytes.copy(file.bytes, change.offset)
    file.size = Math.max(file.size, endOf(change))
  }
}

function resize(file: File, size: number): void {
  if (size < file.size) file.bytes.fill(0, size, file.size)
  file.size = size
}

function sizeAfter(size: number, changes: readonly Change[]): number {
  return changes.reduce(
    (before, change) => (change.type === 'resize' ? change.size : Math.max(before, endOf(change))),
    size,
  )
}

function endOf(change: Change): number {
  return change.type === 'resize' ? change.size : change.offset + change.bytes.length
}
