import { accountTables } from './account-tables.ts'
import { administrationTables } from './administration-tables.ts'
import { cellTables } from './cell-tables.ts'
import { contestTables } from './contest-tables.ts'
import type { Kit } from './kit.ts'
import { memberTables } from './member-tables.ts'
import { standingTables } from './standing-tables.ts'

export type Tables = ReturnType<typeof tables>

/**
 * The one schema, called once per dialect. Ids are 128-bit random text, every instant is a UTC integer of milliseconds.
 * Foreign keys carry `cell_id` along, so no row of one cell can point into another.
 */
export function tables(kit: Kit) {
  const cells = cellTables(kit)
  const members = memberTables(kit, cells)
  const contests = contestTables(kit, cells)
  return {
    ...cells,
    ...accountTables(kit, cells),
    ...administrationTables(kit),
    ...members,
    ...contests,
    ...standingTables(kit, members, contests),
  }
}
