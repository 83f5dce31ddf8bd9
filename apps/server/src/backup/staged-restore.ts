import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type RestoreOutcome, restoreStagedSqlite } from '@khac-sau/database'
import type { LastRestore } from '@khac-sau/protocol'
import { damageRefusal } from './backup-refusals.ts'
import { stagedFile } from './kept-copies.ts'

export type StagedRestoreDependencies = {
  readonly wallNow: () => number
  readonly report: (error: unknown, about: string) => void
}

/** A program that makes a copy, or a server that is on its way out, lets go of the data within this. */
const patienceMillis = 10_000
const pauseMillis = 250

/**
 * Before the data are opened: carries out the restore that was asked for before this start, if one was. It is tried in
 * one start only, and whatever becomes of it, there are whole data afterwards: the old or the restored ones.
 */
export async function restoreStaged(
  dataFile: string,
  { wallNow, report }: StagedRestoreDependencies,
): Promise<LastRestore | null> {
  await removeLeftovers(dataFile)
  const staged = stagedFile(dataFile)
  if (!(await isThere(staged))) return null
  try {
    const outcome = await patiently(() => restoreStagedSqlite(staged, dataFile, { nowMillis: wallNow() }))
    if (!outcome.ok) report(new Error(`not restored: ${JSON.stringify(outcome)}`), 'restore')
    return lastRestore(outcome)
  } catch (error) {
    report(error, 'restore')
    // The rename that puts it in place takes it away from here: what is gone is in place.
    return { refusal: (await isThere(staged)) ? 'storage-failed' : null, keptAs: null }
  } finally {
    await rm(staged, { force: true })
  }
}

function lastRestore(outcome: RestoreOutcome): LastRestore {
  if (outcome.ok) {
    const { keptAs } = outcome.value
    return { refusal: null, keptAs: keptAs === undefined ? null : basename(keptAs) }
  }
  return { refusal: outcome.refusal === 'in-use' ? 'data-in-use' : damageRefusal(outcome.damage), keptAs: null }
}

async function patiently(restore: () => Promise<RestoreOutcome>): Promise<RestoreOutcome> {
  for (let waited = 0; ; waited += pauseMillis) {
    const outcome = await restore()
    const isBusy = !outcome.ok && outcome.refusal === 'in-use'
    if (!isBusy || waited >= patienceMillis) return outcome
    await new Promise((resolve) => setTimeout(resolve, pauseMillis))
  }
}

/** Copies that a killed process did not finish, and uploads nobody waits for any more. */
async function removeLeftovers(dataFile: string): Promise<void> {
  const folder = dirname(dataFile)
  const unfinished = `${basename(stagedFile(dataFile))}.`
  for (const name of await readdir(folder)) {
    if (name.startsWith(unfinished)) await rm(join(folder, name), { force: true })
  }
  await rm(join(folder, 'uploads'), { recursive: true, force: true })
}

async function isThere(file: string): Promise<boolean> {
  return (await readdir(dirname(file))).includes(basename(file))
}
