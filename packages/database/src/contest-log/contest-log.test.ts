import { afterAll, beforeAll, describe } from 'vitest'
import { openDatabase } from '../database.ts'
import { engines, patienceMillis, report, temporaryFile, temporaryPostgres } from '../testing/databases.ts'
import { contestLogContract, type LogUnderTest } from './contest-log.contract.ts'

describe.each(engines)('the log on %s', (engine) => {
  let opened: LogUnderTest & { readonly close: () => Promise<void> }
  beforeAll(async () => {
    opened = await openTwice(engine)
  }, patienceMillis)
  afterAll(() => opened.close(), patienceMillis)

  contestLogContract(() => opened)
})

async function openTwice(engine: 'SQLite' | 'PostgreSQL') {
  const { location, discard } = await temporaryLocation(engine)
  const database = await openDatabase(location, { report })
  const other = await openDatabase(location, { report })
  return {
    store: database.store,
    log: database.contestLog,
    rival: other.contestLog,
    async close() {
      await Promise.all([database.close(), other.close()])
      await discard()
    },
  }
}

async function temporaryLocation(engine: 'SQLite' | 'PostgreSQL') {
  if (engine === 'SQLite') {
    const { file, discard } = await temporaryFile()
    return { location: file, discard }
  }
  const { url, discard } = await temporaryPostgres()
  return { location: url, discard }
}
