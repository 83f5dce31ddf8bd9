import type { CellTables } from './cell-tables.ts'
import type { Kit } from './kit.ts'

export type ContestTables = ReturnType<typeof contestTables>

export function contestTables(kit: Kit, { cell }: CellTables) {
  const contest = kit.table(
    'contest',
    {
      id: kit.text('id').primaryKey(),
      cellId: kit.text('cell_id').notNull(),
      month: kit.text('month').notNull(),
      title: kit.text('title').notNull(),
      settings: kit.text('settings').notNull(),
      draft: kit.text('draft').notNull(),
      notes: kit.text('notes').notNull().default(''),
      revision: kit.integer('revision').notNull(),
      changedBy: kit.text('changed_by'),
      changedAtMs: kit.bigint('changed_at_ms'),
      stage: kit.oneOf('stage', ['draft', 'open', 'finished', 'settled']).notNull(),
      roomCode: kit.text('room_code').unique(),
      screenKey: kit.text('screen_key').unique(),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
      settledAtMs: kit.bigint('settled_at_ms'),
    },
    (t) => [
      kit.unique('contest_cell_id').on(t.cellId, t.id),
      kit.index('contest_month').on(t.cellId, t.month),
      kit.foreignKey({ name: 'contest_cell', columns: [t.cellId], foreignColumns: [cell.id] }),
    ],
  )
  // Text on both engines: what is hashed must come back byte for byte, and jsonb reorders keys.
  const contestContent = kit.table(
    'contest_content',
    {
      contestId: kit.text('contest_id').primaryKey(),
      cellId: kit.text('cell_id').notNull(),
      body: kit.text('body').notNull(),
      hash: kit.text('hash').notNull(),
      frozenAtMs: kit.bigint('frozen_at_ms').notNull(),
    },
    (t) => [
      kit.foreignKey({
        name: 'contest_content_contest',
        columns: [t.cellId, t.contestId],
        foreignColumns: [contest.cellId, contest.id],
      }),
    ],
  )
  // Append-only. `opening_id` and `member_id` are filled for answers only, so that the database itself allows one
  // answer per member and opening (A2, T6). Opening ids are random, hence unique over all contests.
  const contestLog = kit.table(
    'contest_log',
    {
      contestId: kit.text('contest_id').notNull(),
      seq: kit.integer('seq').notNull(),
      atMs: kit.bigint('at_ms').notNull(),
      kind: kit.text('kind').notNull(),
      version: kit.integer('version').notNull(),
      openingId: kit.text('opening_id'),
      memberId: kit.text('member_id'),
      body: kit.text('body').notNull(),
      hash: kit.text('hash').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'contest_log_seq', columns: [t.contestId, t.seq] }),
      kit.unique('contest_log_one_answer').on(t.openingId, t.memberId),
      kit.foreignKey({ name: 'contest_log_contest', columns: [t.contestId], foreignColumns: [contest.id] }),
    ],
  )
  // The phone that may move a contest along, at most one for each. No key to `account`: a rehearsal has none.
  const contestRemote = kit.table(
    'contest_remote',
    {
      contestId: kit.text('contest_id').primaryKey(),
      cellId: kit.text('cell_id').notNull(),
      accountId: kit.text('account_id').notNull(),
      tokenHash: kit.text('token_hash').notNull().unique(),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
    },
    (t) => [
      kit
        .foreignKey({
          name: 'contest_remote_contest',
          columns: [t.cellId, t.contestId],
          foreignColumns: [contest.cellId, contest.id],
        })
        .onDelete('cascade'),
    ],
  )
  return { contest, contestContent, contestLog, contestRemote }
}
