import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Found by the package's name, because the server's bundle stands elsewhere than these sources. */
export function migrationsFolder(dialect: 'sqlite' | 'postgres'): string {
  const journal = createRequire(import.meta.url).resolve(`@khac-sau/database/migrations/${dialect}/meta/_journal.json`)
  return join(dirname(journal), '..')
}
