import { mkdir } from 'node:fs/promises'
import { openDatabase } from '@khac-sau/database'
import { passwordHashing } from '../accounts/passwords.ts'
import { databaseFile, readEnvironment } from '../environment.ts'
import { demoAccount, fillDemoCell } from './demo-cell.ts'
import { readSampleQuestions } from './sample-questions.ts'

// Run before the server starts on the same DATA_DIR: a demo never mixes with a cell that is there already.
const environment = readEnvironment(process.env)
if (environment.ok) process.exitCode = await seed(environment.value)
else process.exitCode = fail(environment.problem)

async function seed(environment: Parameters<typeof databaseFile>[0]): Promise<number> {
  await mkdir(environment.dataDir, { recursive: true })
  const database = await openDatabase(databaseFile(environment), { report: ({ message }) => void fail(message) })
  try {
    const questionText = await readSampleQuestions()
    const outcome = await fillDemoCell({
      database,
      passwords: passwordHashing(),
      nowMillis: Date.now(),
      questionText,
    })
    if (!outcome.ok) return fail(`${environment.dataDir} holds a cell already: choose another DATA_DIR for the demo.`)
    process.stdout.write(`Demo cell ready. Login: ${demoAccount.login}, password: ${demoAccount.password}\n`)
    return 0
  } finally {
    await database.close()
  }
}

function fail(problem: string): number {
  process.stderr.write(`${problem}\n`)
  return 1
}
