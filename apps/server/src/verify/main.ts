import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@khac-sau/database'
import { databaseFile, readEnvironment } from '../environment.ts'
import { reportOf } from './report.ts'
import { verifyContests } from './verify-contests.ts'

// node --import tsx apps/server/src/verify/main.ts [contest id | room code | YYYY-MM]
// Reads only, and may run beside the server.
const allRight = 0
const somethingDiffers = 1
const cannotSay = 2
/** Longer than a server needs between storing that a contest is settled and storing its result. */
const momentMillis = 1_000
const whatToGive =
  'mã cuộc thi, mã phòng, tháng như 2026-04, hoặc để trống / a contest id, a room code, a month like 2026-04, or nothing.'

process.exitCode = await main(process.argv.slice(2))

async function main(given: readonly string[]): Promise<number> {
  const environment = readEnvironment(process.env)
  if (!environment.ok) return refuse(environment.problem)
  const [wanted] = given
  if (given.length > 1) return refuse(`Chỉ một đối số / One argument only: ${whatToGive}`)
  const file = databaseFile(environment.value)
  if (!existsSync(file)) {
    return refuse(`Không có dữ liệu ở / No data in ${environment.value.dataDir}: đặt / set DATA_DIR.`)
  }
  const database = await openDatabase(file, { report: ({ message }) => void refuse(message) })
  try {
    const verdicts = await verifyContests({ database, moment: () => sleep(momentMillis) }, wanted)
    if (wanted && verdicts.length === 0) {
      return refuse(`Không tìm thấy / Nothing is called ${JSON.stringify(wanted)}: ${whatToGive}`)
    }
    process.stdout.write(reportOf(verdicts))
    return verdicts.every(({ ok }) => ok) ? allRight : somethingDiffers
  } finally {
    await database.close()
  }
}

function refuse(problem: string): number {
  process.stderr.write(`${problem}\n`)
  return cannotSay
}
