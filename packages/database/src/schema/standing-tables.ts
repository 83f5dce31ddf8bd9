import type { TimePercent } from '@khac-sau/engine'
import type { ContestTables } from './contest-tables.ts'
import type { Kit } from './kit.ts'
import type { MemberTables } from './member-tables.ts'

/** `result` and `award` can be rebuilt from the log at any time. */
export function standingTables(kit: Kit, { member }: MemberTables, { contest }: ContestTables) {
  const result = kit.table(
    'result',
    {
      cellId: kit.text('cell_id').notNull(),
      contestId: kit.text('contest_id').notNull(),
      memberId: kit.text('member_id').notNull(),
      rank: kit.integer('rank'),
      ranked: kit.boolean('ranked').notNull(),
      timePercent: kit.integer('time_percent').$type<TimePercent>().notNull().default(100),
      tookPart: kit.boolean('took_part').notNull(),
      scoreUnits: kit.bigint('score_units').notNull(),
      rightCount: kit.integer('right_count').notNull(),
      totalMillis: kit.bigint('total_millis').notNull(),
      errorMillis: kit.bigint('error_millis').notNull(),
      fullMillis: kit.bigint('full_millis').notNull(),
      throughSeq: kit.integer('through_seq').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'result_contest_member', columns: [t.contestId, t.memberId] }),
      kit.index('result_cell').on(t.cellId, t.contestId),
      kit.foreignKey({
        name: 'result_contest',
        columns: [t.cellId, t.contestId],
        foreignColumns: [contest.cellId, contest.id],
      }),
    ],
  )
  const award = kit.table(
    'award',
    {
      cellId: kit.text('cell_id').notNull(),
      contestId: kit.text('contest_id').notNull(),
      month: kit.text('month').notNull(),
      memberId: kit.text('member_id').notNull(),
      kind: kit.oneOf('kind', ['monthly-first']).notNull(),
      throughSeq: kit.integer('through_seq').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'award_contest_member_kind', columns: [t.contestId, t.memberId, t.kind] }),
      kit.index('award_month').on(t.cellId, t.month),
      kit.foreignKey({
        name: 'award_contest',
        columns: [t.cellId, t.contestId],
        foreignColumns: [contest.cellId, contest.id],
      }),
    ],
  )
  const excusal = kit.table(
    'excusal',
    {
      cellId: kit.text('cell_id').notNull(),
      contestId: kit.text('contest_id').notNull(),
      memberId: kit.text('member_id').notNull(),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
    },
    (t) => [
      kit.primaryKey({ name: 'excusal_contest_member', columns: [t.contestId, t.memberId] }),
      kit
        .foreignKey({
          name: 'excusal_contest',
          columns: [t.cellId, t.contestId],
          foreignColumns: [contest.cellId, contest.id],
        })
        .onDelete('cascade'),
      kit
        .foreignKey({
          name: 'excusal_member',
          columns: [t.cellId, t.memberId],
          foreignColumns: [member.cellId, member.id],
        })
        .onDelete('cascade'),
    ],
  )
  return { result, award, excusal }
}
