import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { playContest, type Torment } from '../contest.ts'
import type { Evening } from '../evening.ts'
import { gather } from '../gathering.ts'
import type { PhoneHistory } from '../history.ts'
import { connectHost } from '../host.ts'
import { type Product, startProduct } from '../product.ts'
import { passing } from '../time.ts'
import type { DiskCall } from './disk-call.ts'
import { filesAfterCut } from './disk.ts'
import { assertCanTrace, readTrace, tracing } from './tracing.ts'

export type EveningPlan = {
  readonly contests: number
  readonly questionsPerContest: number
  readonly secondsPerQuestion: number
  readonly phones: number
  readonly seed: number
  readonly tell: (line: string) => void
}

export type TracedEvening = {
  readonly databaseName: string
  readonly calls: readonly DiskCall[]
  readonly contests: readonly TracedContest[]
}

/** What phones sent and were told, in wall-clock time. */
export type TracedContest = { readonly contestId: string; readonly histories: readonly PhoneHistory[] }

/** Contests that nobody disturbs, on a product every write of which is written down. */
export async function playTraced(plan: EveningPlan): Promise<TracedEvening> {
  const traceDir = await mkdtemp(join(tmpdir(), 'khac-sau-trace-'))
  try {
    assertCanTrace(traceDir)
    const product = await startProduct((databaseFile) => tracing(traceDir, databaseFile))
    try {
      const gathering = { ...plan, product, delayMillis: 0, historyNow }
      const contests = await gather(gathering, (torment, evening) => playAll(plan, torment, evening))
      const calls = await checkedTrace(traceDir, product)
      return { databaseName: basename(product.databaseFile), calls, contests }
    } finally {
      await product.stop()
    }
  } finally {
    await rm(traceDir, { recursive: true, force: true })
  }
}

/** The next whole millisecond: nothing counts as told before it was. */
function historyNow(): number {
  return Date.now() + 1
}

async function playAll(plan: EveningPlan, torment: Torment, evening: Evening): Promise<readonly TracedContest[]> {
  const contests: TracedContest[] = []
  for (let number = 1; number <= plan.contests; number += 1) {
    const title = `Kỳ thi ${number}`
    const opened = await evening.openContest({
      title,
      questions: plan.questionsPerContest,
      seconds: plan.secondsPerQuestion,
    })
    const { contestId } = opened
    const host = connectHost(torment.product.origin, evening.cookie, contestId)
    try {
      await playContest(
        torment,
        host,
        opened,
        Array.from({ length: plan.questionsPerContest }, () => []),
      )
    } finally {
      host.stop()
    }
    contests.push({ contestId, histories: torment.phones.map((phone) => phone.history()) })
    plan.tell(`${title}: ${plan.questionsPerContest} questions answered`)
  }
  return contests
}

/** With nothing cut off, the trace must give the very bytes that lie on the disk. */
async function checkedTrace(traceDir: string, { databaseFile }: Product): Promise<readonly DiskCall[]> {
  await passing(calmMillis)
  const onDisk = await Promise.all([databaseFile, `${databaseFile}-wal`].map((file) => readFile(file)))
  const calls = await readTrace(traceDir, databaseFile)
  const never = () => {
    throw new Error('nothing is drawn when everything survives')
  }
  const files = filesAfterCut(calls, Infinity, 'all', { next: never, between: never, isOneIn: never })
  for (const [index, name] of [basename(databaseFile), `${basename(databaseFile)}-wal`].entries()) {
    if (onDisk[index] && files.get(name)?.equals(onDisk[index])) continue
    throw new Error(`${name} as the trace tells it is not the one on the disk`)
  }
  return calls
}

/** The last phones to leave write nothing any more after this. */
const calmMillis = 1000
