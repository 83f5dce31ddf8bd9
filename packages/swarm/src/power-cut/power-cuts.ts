import { parseArgs } from 'node:util'
import { seededRandom } from '../random.ts'
import { drawCuts } from './moments.ts'
import { type CutOutcome, isHarmless, replayCut } from './replay.ts'
import { cutReport, traceReport } from './report.ts'
import { playTraced, type TracedEvening } from './traced-evening.ts'
import { CannotTraceError } from './tracing.ts'

const { values } = parseArgs({
  options: {
    cuts: { type: 'string', default: '300' },
    phones: { type: 'string', default: '100' },
    seed: { type: 'string', default: '42' },
    contests: { type: 'string', default: '2' },
    questions: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '8' },
  },
})
/** Of a disk that harmed: to look into. */
const mostKept = 3
const seed = Number(values.seed)
const startedAt = performance.now()
const evening = await playTraced({
  contests: Number(values.contests),
  questionsPerContest: Number(values.questions),
  secondsPerQuestion: Number(values.seconds),
  phones: Number(values.phones),
  seed,
  tell,
}).catch((error: unknown) => {
  if (!(error instanceof CannotTraceError)) throw error
  say(error.message)
})
if (evening) await replayAll(evening)
else process.exitCode = 1

async function replayAll(evening: TracedEvening): Promise<void> {
  tell(traceReport(evening))
  const random = seededRandom(seed)
  const receivedAt = evening.contests
    .flatMap(({ histories }) => histories.flatMap(({ receipts }) => receipts))
    .map(({ at }) => at)
  const outcomes: CutOutcome[] = []
  for (const cut of drawCuts(Number(values.cuts), { ...evening, receivedAt }, random)) {
    const kept = outcomes.filter(({ directory }) => directory !== null).length
    outcomes.push(await replayCut(evening, cut, random, kept < mostKept))
    if (outcomes.length % 50 === 0) tell(`${outcomes.length} power cuts replayed`)
  }
  say(`\n${cutReport(outcomes, seed)}`)
  process.exitCode = outcomes.length > 0 && outcomes.every(isHarmless) ? 0 : 1
}

function tell(line: string): void {
  say(`${Math.round((performance.now() - startedAt) / 1000)} s: ${line}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
