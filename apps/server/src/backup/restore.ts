import { dirname } from 'node:path'
import { erasuresFile } from '../environment.ts'
import { readErasures } from '../members/erasure/erasure-list.ts'
import { restoreSaid, restoreUsage, serverRunsSaid } from './lines.ts'
import { runScript, withProgress } from './run-job.ts'
import { livingServer, pidFile } from './server-process.ts'
import { workApart } from './work-apart.ts'

// `npm run restore -- <file>`: only while no server runs.
process.exitCode = await runScript(restoreUsage, async ({ dataFile, file }) => {
  const server = await livingServer(dataFile)
  if (server !== undefined) return serverRunsSaid(server, pidFile(dataFile))
  const erased = await readErasures(erasuresFile({ dataDir: dirname(dataFile) }))
  const outcome = await withProgress((onStep) =>
    workApart({ type: 'restore', backupFile: file, dataFile, nowMillis: Date.now(), erased }, { onStep }),
  )
  return restoreSaid(outcome, dataFile, file)
})
