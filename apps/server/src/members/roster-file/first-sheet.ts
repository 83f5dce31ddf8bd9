import { type FileOutcome, refusedFile } from './file-refusal.ts'
import type { WorkbookParts } from './unpack-workbook.ts'

/** The most cells of the rectangle in which a sheet says something. */
const mostCells = 10_000

export type FirstSheet = {
  /** 1-based, in the order of the workbook. */
  readonly number: number
  readonly path: string
  /** Without its empty cells, and what it says of its own size. */
  readonly xml: string
}

/** The first sheet that says anything; its rectangle is known before anybody lays it out in memory. */
export function firstSheet(parts: WorkbookParts): FileOutcome<FirstSheet> {
  for (const [index, path] of sheetPaths(parts).entries()) {
    const part = parts.get(path)
    if (part === undefined) return refusedFile('file-damaged')
    const xml = part.toString('utf8').replace(emptyCell, '').replace(dimension, '')
    const cells = cellsOf(xml)
    if (cells === 0) continue
    return cells > mostCells
      ? refusedFile('file-range-too-large')
      : { ok: true, value: { number: index + 1, path, xml } }
  }
  return refusedFile('file-is-no-list')
}

const dimension = /<dimension\b[^>]*>/g
/** Formatted and empty, as Excel and Google leave them by the thousand. */
const emptyCell = /<c\b[^>]*\/>/g

function sheetPaths(parts: WorkbookParts): string[] {
  const relations = parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? ''
  const targets = new Map(
    [...relations.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), attribute(tag, 'Target')]),
  )
  const workbook = parts.get('xl/workbook.xml')?.toString('utf8') ?? ''
  return [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => pathOf(targets.get(attribute(tag, 'r:id')) ?? ''))
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

/** The rectangle from A1 to the furthest cell, or as many cells as there are where they do not say where they stand. */
function cellsOf(xml: string): number {
  let [count, columns, rows] = [0, 0, 0]
  for (const [tag] of xml.matchAll(/<c\b[^>]*>/g)) {
    count += 1
    const [, letters = '', digits = ''] = /\sr="([A-Z]{1,7})(\d{1,9})"/.exec(tag) ?? []
    columns = Math.max(columns, columnNumber(letters))
    rows = Math.max(rows, Number(digits))
  }
  return Math.max(count, columns * rows)
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
