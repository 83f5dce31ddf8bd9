import type { Played } from './play.ts'

/** One line of the report. */
export type Row = {
  readonly what: string
  readonly measured: string
  readonly bar: string
  readonly isMet: boolean
}

/** What a trial found, and everything that must not have been. */
export type Trial = {
  readonly rows: readonly Row[]
  readonly findings: readonly string[]
  readonly contests: number
  readonly optionBytesEarly: number
  readonly keyBytesEarly: number
}

/** How far it is. */
export type Tell = (line: string) => void

export type Tally = {
  readonly add: (seed: number, played: Played) => void
  readonly trial: (rows: readonly Row[]) => Trial
}

export function createTally(): Tally {
  const findings: string[] = []
  let contests = 0
  let optionBytesEarly = 0
  let keyBytesEarly = 0
  return {
    add(seed, played) {
      contests += 1
      optionBytesEarly += played.counts.optionBytesEarly
      keyBytesEarly += played.counts.keyBytesEarly
      findings.push(...played.findings.map((finding) => `seed ${seed}: ${finding}`))
    },
    trial: (rows) => ({ rows, findings, contests, optionBytesEarly, keyBytesEarly }),
  }
}

export function row(what: string, measured: string, bar: string, isMet: boolean): Row {
  return { what, measured, bar, isMet }
}

/** Without a bar. */
export function figure(what: string, measured: string): Row {
  return { what, measured, bar: '', isMet: true }
}

export function percent(part: number, whole: number, digits = 2): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(digits)} %`
}

export function millis(value: number): string {
  return `${Math.round(value)} ms`
}
