import { errorCode } from '../statement-error.ts'

/** For `toSatisfy`: a row pointed at nothing, or into another cell. */
export function isForeignKeyViolation(error: unknown): boolean {
  return ['23503', 'SQLITE_CONSTRAINT_FOREIGNKEY'].includes(errorCode(error) ?? '')
}
