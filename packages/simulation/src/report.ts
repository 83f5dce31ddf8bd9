import type { Row, Trial } from './trial.ts'

export function reportOf(trials: readonly Trial[]): string {
  const rows = trials.flatMap(({ rows }) => rows)
  const lines = rows.map(
    ({ what, measured, bar, isMet }) => `| ${what} | ${measured} | ${bar} | ${verdict(bar, isMet)} |`,
  )
  const findings = trials.flatMap(({ findings }) => findings)
  return [
    '| what | measured | bar | |',
    '|---|---|---|---|',
    ...lines,
    ...(findings.length > 0 ? ['', `${findings.length} findings:`, ...findings.slice(0, shownFindings)] : []),
  ].join('\n')
}

/** In every frame of every trial (GB5). */
export function secrecyRows(trials: readonly Trial[]): readonly Row[] {
  const contests = trials.reduce((sum, trial) => sum + trial.contests, 0)
  const options = trials.reduce((sum, trial) => sum + trial.optionBytesEarly, 0)
  const keys = trials.reduce((sum, trial) => sum + trial.keyBytesEarly, 0)
  return [
    {
      what: `bytes of frames with options before T8 or a key before the close, ${contests} contests`,
      measured: `${options}, ${keys}`,
      bar: '0, 0',
      isMet: options === 0 && keys === 0,
    },
  ]
}

export function isFaultless(trials: readonly Trial[]): boolean {
  return trials.every(({ rows, findings }) => findings.length === 0 && rows.every(({ isMet }) => isMet))
}

const shownFindings = 40

function verdict(bar: string, isMet: boolean): string {
  if (bar === '') return ''
  return isMet ? 'met' : 'MISSED'
}
