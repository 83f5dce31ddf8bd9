import { parseArgs } from 'node:util'
import { type Figures, isFaultless, reportOf } from './figures.ts'
import { runSwarm } from './swarm.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    blackouts: { type: 'string', default: '0' },
    phones: { type: 'string', default: '100' },
    seed: { type: 'string', default: '42' },
    questions: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '8' },
    delay: { type: 'string', default: '0' },
  },
})
const seed = Number(values.seed)
const all: Figures[] = []
const startedAt = performance.now()
say(`seed ${seed}`)
await runSwarm({
  kills: Number(values.kills),
  blackouts: Number(values.blackouts),
  phones: Number(values.phones),
  seed,
  questionsPerContest: Number(values.questions),
  secondsPerQuestion: Number(values.seconds),
  delayMillis: Number(values.delay),
  // GA3
  longestOutageMillis: 20_000,
  tell: (line) => say(`${Math.round((performance.now() - startedAt) / 1000)} s: ${line}`),
  onContest(figures) {
    all.push(figures)
    say(`\n${reportOf(all, seed)}\n`)
  },
})
process.exitCode = all.every(isFaultless) ? 0 : 1

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
