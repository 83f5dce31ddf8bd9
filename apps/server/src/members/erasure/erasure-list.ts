import { open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Erased, syncFolder } from '@khac-sau/database'
import { erasedName } from '@khac-sau/language'
import { z } from 'zod'

/**
 * P2: what outlives a restore. A file of lines beside the database, only added to: who was erased, and which cells, by ids,
 * and of how many of them no file held anything any more. A line that a crash cut off is no line.
 */
const ErasedLine = z.object({
  cellId: z.string(),
  memberId: z.string(),
  number: z.int().positive(),
  atMs: z.int(),
  lastMonth: z.string().regex(/^\d{4}-\d\d$/),
})
const ErasedCellLine = z.object({ erasedCellId: z.string(), atMs: z.int() })
const CleanLine = z.object({ cleanThrough: z.int() })
const Line = z.union([ErasedLine, ErasedCellLine, CleanLine])

type Line = z.infer<typeof Line>
export type NewErasure = z.infer<typeof ErasedLine>
export type NewCellErasure = z.infer<typeof ErasedCellLine>

export type ErasureList = Erased & {
  /** Members and cells. */
  readonly count: number
  /** Of so many, the first of them, nothing is left in free pages or in kept copies. */
  readonly cleanThrough: number
}

export async function readErasures(file: string): Promise<ErasureList> {
  const lines = await readLines(file)
  return {
    members: lines.flatMap((line) => ('memberId' in line ? [{ ...line, pseudonym: erasedName(line.number) }] : [])),
    cellIds: lines.flatMap((line) => ('erasedCellId' in line ? [line.erasedCellId] : [])),
    count: lines.filter((line) => !('cleanThrough' in line)).length,
    cleanThrough: Math.max(0, ...lines.map((line) => ('cleanThrough' in line ? line.cleanThrough : 0))),
  }
}

export function noteErasures(file: string, erasures: readonly (NewErasure | NewCellErasure)[]): Promise<void> {
  return append(file, erasures)
}

export function noteClean(file: string, cleanThrough: number): Promise<void> {
  return append(file, [{ cleanThrough }])
}

async function readLines(file: string): Promise<readonly Line[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  return text.split('\n').flatMap((line) => {
    const read = Line.safeParse(jsonOf(line))
    return read.success ? [read.data] : []
  })
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** On disk when it resolves. Each begins a line of its own, whatever a crash left before it. */
async function append(file: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.write(lines.map((line) => `\n${JSON.stringify(line)}`).join(''))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncFolder(dirname(file))
}
