import { sqliteKit } from './kit.ts'
import { tables } from './tables.ts'

/** What drizzle-kit reads to generate the migrations of this dialect. */
export const {
  cell,
  erasedCell,
  account,
  accountSession,
  accountRecovery,
  invitation,
  auditEntry,
  administrator,
  administratorSession,
  administratorLink,
  administrationEntry,
  installation,
  member,
  device,
  memberMerge,
  memberLink,
  contest,
  contestContent,
  contestLog,
  contestRemote,
  result,
  award,
  excusal,
} = tables(sqliteKit)
