import { tidyName } from '../names.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { onlyRow } from '../rows.ts'
import { run, type Store } from '../store.ts'
import { type Account, accountValues, type NewAccount } from './accounts.ts'
import type { Cell, NewCell } from './cells.ts'

export type FirstEntries = { readonly cell: NewCell; readonly account: NewAccount }

export function installationRepository({ atomically, tables: { cell, account } }: Store) {
  return {
    /** Of several who set up at once, one succeeds: the check and the inserts are one transaction. */
    async createFirst(
      first: FirstEntries,
    ): Promise<Outcome<{ readonly cell: Cell; readonly account: Account }, 'already-set-up'>> {
      return atomically(function* (writer) {
        const existing = yield* run(writer.select({ id: account.id }).from(account).limit(1))
        if (existing.length > 0) return refused('already-set-up')

        const cellValues = { ...first.cell, name: tidyName(first.cell.name) }
        const cells = yield* run(writer.insert(cell).values(cellValues).returning())
        const values = accountValues(first.cell.id, first.account)
        const accounts = yield* run(writer.insert(account).values(values).returning())
        return done({ cell: onlyRow(cells), account: onlyRow(accounts) })
      })
    },
  }
}
