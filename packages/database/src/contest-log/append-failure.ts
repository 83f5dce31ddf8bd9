import { errorCode, errorMessage, isUniqueViolation } from '../statement-error.ts'
import type { AppendFailure, AppendOutcome } from './contest-log.ts'

/** What a writer hears of an error that its statement raised. */
export function failureOf(error: unknown): AppendOutcome {
  if (isUniqueViolation(error)) return { outcome: 'fenced' }
  return { outcome: 'failed', reason: failureReason(errorCode(error) ?? ''), message: errorMessage(error) }
}

function failureReason(code: string): AppendFailure {
  const known = reasons.find(([pattern]) => pattern.test(code))
  return known?.[1] ?? 'other'
}

/** Result codes of SQLite, SQLSTATEs of PostgreSQL, and the system's own for a connection that broke. */
const reasons: readonly (readonly [RegExp, AppendFailure])[] = [
  [/^(SQLITE_FULL|53100)$/, 'disk-full'],
  [/^(SQLITE_IOERR|SQLITE_CORRUPT|SQLITE_READONLY|SQLITE_CANTOPEN|58)/, 'io'],
  [/^(SQLITE_BUSY|55P03|40001|40P01)/, 'busy'],
  [/^(08|57P|53300|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/, 'connection'],
]
