import { backupSaid, backupUsage } from './lines.ts'
import { runScript, withProgress } from './run-job.ts'
import { workApart } from './work-apart.ts'

// `npm run backup -- <file>`: also while the server runs.
process.exitCode = await runScript(backupUsage, async ({ dataFile, file }) => {
  const outcome = await withProgress((onStep) =>
    workApart({ type: 'back-up', fromFile: dataFile, toFile: file }, { onStep }),
  )
  return backupSaid(outcome, dataFile, file)
})
