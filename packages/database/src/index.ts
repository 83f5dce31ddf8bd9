export {
  type BackupOutcome,
  type BackupStep,
  backUpCellSqlite,
  backUpSqlite,
  type SqliteBackup,
  unfinishedEnding,
} from './backup/back-up-sqlite.ts'
export { type BackupCheck, checkSqliteBackup, type SqliteDamage } from './backup/check-sqlite-backup.ts'
export type { Erased } from './backup/erase-in.ts'
export type { Erasure } from './backup/erase-members.ts'
export { syncFolder, timeInFileName } from './backup/durable-files.ts'
export {
  type RestoreOptions,
  type RestoreOutcome,
  restoreSqlite,
  restoreStagedSqlite,
  type StageOutcome,
  stageSqlite,
} from './backup/restore-sqlite.ts'
export { canonicalJson } from './canonical-json.ts'
export type { AppendFaults } from './contest-log/append-message.ts'
export { type AppendWorker, openAppendWorker } from './contest-log/append-worker.ts'
export type {
  AppendFailure,
  AppendOutcome,
  ChainVerdict,
  ContestLog,
  LogContents,
  LogRow,
} from './contest-log/contest-log.ts'
export { UnreadableEventError } from './contest-log/event-codec.ts'
export { sealOf, verifyChain } from './contest-log/hash-chain.ts'
export { postgresContestLog } from './contest-log/postgres-contest-log.ts'
export { sqliteContestLog } from './contest-log/sqlite-contest-log.ts'
export { type Database, openDatabase } from './database.ts'
export { newId } from './id.ts'
export type { Outcome } from './outcome.ts'
export { openPostgresStore, PostgresNotDurableError } from './postgres-store.ts'
export { type AccessRefusal, type Account, accountRepository, type NewAccount } from './repositories/accounts.ts'
export {
  type AdministrationEntry,
  administrationRepository,
  type CellFigures,
  type CellToMake,
  type NewAdministrationEntry,
} from './repositories/administration.ts'
export { type Administrator, administratorRepository } from './repositories/administrators.ts'
export { type AuditEntry, auditRepository, type NewAuditEntry } from './repositories/audit.ts'
export { cellErasureRepository, type CellEndRefusal } from './repositories/cell-erasure.ts'
export { type Cell, cellRepository, type CellSettings, type NewCell } from './repositories/cells.ts'
export {
  ContentChangedError,
  type ContestDraft,
  type ContestRecord,
  type ContestStage,
  type FrozenContent,
} from './repositories/contest-record.ts'
export {
  contestRepository,
  type FreezeRefusal,
  type Freezing,
  type NewContest,
  type StageChange,
} from './repositories/contests.ts'
export { type Device, deviceRepository, type NewDevice } from './repositories/devices.ts'
export type { Edit } from './repositories/edit.ts'
export { type Excusal, excusalRepository } from './repositories/excusals.ts'
export { type FirstEntries, installationRepository } from './repositories/installation.ts'
export { type Invitation, invitationRepository, type NewInvitation } from './repositories/invitations.ts'
export { memberLinkRepository, type MemberLink } from './repositories/member-links.ts'
export {
  memberMergeRepository,
  type MemberMerge,
  type MergeRefusal,
  type NewMemberMerge,
} from './repositories/member-merges.ts'
export {
  type ErasingMember,
  type Member,
  type MemberChanges,
  memberRepository,
  type NewMember,
  type RosterChanges,
} from './repositories/members.ts'
export { type NewRecovery, recoveryRepository } from './repositories/recoveries.ts'
export { type NewRemote, type Remote, remoteRepository } from './repositories/remotes.ts'
export {
  type Award,
  type ContestResults,
  type NewAward,
  type NewResult,
  type Result,
  resultRepository,
  type SeasonContest,
} from './repositories/results.ts'
export { type AccountSession, type NewAccountSession, sessionRepository } from './repositories/sessions.ts'
export { hashSecret, newSecret } from './secret.ts'
export { SqliteNotDurableError, SqliteTooOldError } from './sqlite-connection.ts'
export { openSqliteStore } from './sqlite-store.ts'
export type { Store, StoreOptions } from './store.ts'
