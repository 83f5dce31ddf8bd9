const uniqueViolations: ReadonlySet<string | undefined> = new Set([
  '23505',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
])

/** The SQLSTATE of PostgreSQL or the result code of SQLite, found under whatever the driver wrapped it in. */
export function errorCode(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') return current.code
  }
  return undefined
}

/** The innermost message: drizzle's own only repeats the statement. */
export function errorMessage(error: unknown): string {
  let current = error
  while (current instanceof Error && current.cause instanceof Error) current = current.cause
  return current instanceof Error ? current.message : String(current)
}

export function isUniqueViolation(error: unknown): boolean {
  return uniqueViolations.has(errorCode(error))
}
