import { parseArgs } from 'node:util'
import { accuracy } from './accuracy.ts'
import { cheating } from './cheating.ts'
import { clocks } from './clocks.ts'
import { faults } from './faults.ts'
import { groups } from './groups.ts'
import { isFaultless, reportOf, secrecyRows } from './report.ts'
import type { Trial } from './trial.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '42' },
    only: { type: 'string' },
  },
})
const seeds = Number(values.seeds)
const seed = Number(values.seed)
const startedAt = performance.now()
const tell = (line: string) => say(`${Math.round((performance.now() - startedAt) / 1_000)} s: ${line}`)

/** What a thousand seeds are of each trial: whole evenings are dear, and say much. */
const trials: Readonly<Record<string, () => Promise<Trial>>> = {
  accuracy: () => accuracy([seed, seed + 1, seed + 2], share(20), tell),
  cheating: () => cheating(seed, share(100), tell),
  clocks: () => clocks(seed, share(100), tell),
  groups: () => groups(seed, seeds, tell),
  faults: () => faults(seed, seeds, tell),
}

const done: Trial[] = []
say(`seed ${seed}, ${seeds} seeds`)
for (const [name, trial] of Object.entries(trials)) {
  if (values.only !== undefined && values.only !== name) continue
  done.push(await trial())
  say(`\n${reportOf(done.slice(-1))}\n`)
}
const secrecy: Trial = { rows: secrecyRows(done), findings: [], contests: 0, optionBytesEarly: 0, keyBytesEarly: 0 }
say(`\nseed ${seed}, ${seeds} seeds\n${reportOf([...done, secrecy])}`)
process.exitCode = isFaultless([...done, secrecy]) ? 0 : 1

function share(of: number): number {
  return Math.max(1, Math.round(seeds / of))
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
