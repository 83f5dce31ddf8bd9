import { administrationActions } from '@khac-sau/engine'
import type { Kit } from './kit.ts'

/** Whoever looks after the installation: of no cell. Nothing of a cell points here, and nothing here into a cell. */
export function administrationTables(kit: Kit) {
  const administrator = kit.table('administrator', {
    id: kit.text('id').primaryKey(),
    login: kit.text('login').notNull().unique(),
    // `null` until it was set by a link: nobody signs in without one.
    passwordHash: kit.text('password_hash'),
    createdAtMs: kit.bigint('created_at_ms').notNull(),
    // The row stays, so that it can be told who did what.
    removedAtMs: kit.bigint('removed_at_ms'),
  })
  const administratorSession = kit.table(
    'administrator_session',
    {
      tokenHash: kit.text('token_hash').primaryKey(),
      administratorId: kit.text('administrator_id').notNull(),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
      expiresAtMs: kit.bigint('expires_at_ms').notNull(),
    },
    (t) => [
      kit
        .foreignKey({
          name: 'administrator_session_administrator',
          columns: [t.administratorId],
          foreignColumns: [administrator.id],
        })
        .onDelete('cascade'),
    ],
  )
  // The way in, the first time and after a lost password: made on the machine, good for one use.
  const administratorLink = kit.table(
    'administrator_link',
    {
      secretHash: kit.text('secret_hash').primaryKey(),
      administratorId: kit.text('administrator_id').notNull(),
      expiresAtMs: kit.bigint('expires_at_ms').notNull(),
    },
    (t) => [
      kit
        .foreignKey({
          name: 'administrator_link_administrator',
          columns: [t.administratorId],
          foreignColumns: [administrator.id],
        })
        .onDelete('cascade'),
    ],
  )
  // Append-only, as the cells' own. No keys to other tables: what was done outlives what it was done to.
  const administrationEntry = kit.table(
    'administration_entry',
    {
      seq: kit.integer('seq').notNull(),
      atMs: kit.bigint('at_ms').notNull(),
      // `null`: whoever sat at the server's computer.
      administratorId: kit.text('administrator_id'),
      action: kit.oneOf('action', [...administrationActions]).notNull(),
      cellId: kit.text('cell_id'),
      // How many: never a text that somebody wrote.
      detail: kit.text('detail'),
    },
    // A key of its own, because SQLite numbers a lone integer key by itself.
    (t) => [kit.primaryKey({ name: 'administration_entry_seq', columns: [t.seq] })],
  )
  // One row, or none as long as nothing was decided.
  const installation = kit.table('installation', {
    id: kit.text('id').primaryKey(),
    mostCells: kit.integer('most_cells'),
    mostMembers: kit.integer('most_members'),
    mostContests: kit.integer('most_contests'),
  })
  return { administrator, administratorSession, administratorLink, administrationEntry, installation }
}
