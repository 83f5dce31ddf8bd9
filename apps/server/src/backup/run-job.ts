import { resolve } from 'node:path'
import type { BackupStep } from '@khac-sau/database'
import { databaseFile, readEnvironment } from '../environment.ts'
import { type Said, stepLine } from './lines.ts'

/** What a script is told by whoever calls it: where the data is, and the one file. */
export type Asked = { readonly dataFile: string; readonly file: string }

const patienceMillis = 1_000

/** Exit codes: 0 done, 1 refused or failed and nothing was changed, 2 the command was not understood. */
export async function runScript(usage: string, work: (asked: Asked) => Promise<Said>): Promise<number> {
  const environment = readEnvironment(process.env)
  if (!environment.ok) return say({ code: 2, lines: [environment.problem] })
  const [file, ...more] = process.argv.slice(2)
  if (file === undefined || file === '' || more.length > 0) return say({ code: 2, lines: [usage] })
  return say(await work({ dataFile: resolve(databaseFile(environment.value)), file: resolve(file) }))
}

/** A line for each step, beside the result and not in it, once it is clear that it takes longer than a second. */
export async function withProgress<T>(work: (onStep: (step: BackupStep) => void) => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  let step: BackupStep | undefined
  let shown: BackupStep | undefined
  const show = () => {
    if (step === undefined || step === shown || performance.now() - startedAt < patienceMillis) return
    shown = step
    process.stderr.write(`${stepLine(step)}\n`)
  }
  const timer = setInterval(show, patienceMillis)
  try {
    return await work((next) => {
      step = next
      show()
    })
  } finally {
    clearInterval(timer)
  }
}

function say({ code, lines }: Said): number {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(`${lines.join('\n')}\n`)
  return code
}
