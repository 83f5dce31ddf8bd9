import { deviceProofs, type TimePercent } from '@khac-sau/engine'
import type { CellTables } from './cell-tables.ts'
import { editColumns, type Kit } from './kit.ts'

export type MemberTables = ReturnType<typeof memberTables>

export function memberTables(kit: Kit, { cell }: CellTables) {
  // P2: the only table that names a member. Logs and results know the id alone, so they survive an erasure.
  const member = kit.table(
    'member',
    {
      id: kit.text('id').primaryKey(),
      cellId: kit.text('cell_id').notNull(),
      name: kit.text('name').notNull(),
      groupName: kit.text('group_name').notNull().default(''),
      position: kit.text('position').notNull().default(''),
      // P2: only to tell two people of one name apart; a day (YYYY-MM-DD) or the year alone.
      birthday: kit.text('birthday'),
      ranked: kit.boolean('ranked').notNull(),
      timePercent: kit.integer('time_percent').$type<TimePercent>().notNull().default(100),
      active: kit.boolean('active').notNull(),
      fromMonth: kit.text('from_month').notNull(),
      toMonth: kit.text('to_month'),
      pinHash: kit.text('pin_hash'),
      ...editColumns(kit),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
      // Erased, the row keeps the id that logs and results know, months, and whether it is ranked; nothing names anybody.
      erasedAtMs: kit.bigint('erased_at_ms'),
      // Of the cell: the pseudonym is made of it.
      erasedNumber: kit.integer('erased_number'),
    },
    (t) => [
      kit.unique('member_cell_id').on(t.cellId, t.id),
      kit.foreignKey({ name: 'member_cell', columns: [t.cellId], foreignColumns: [cell.id] }),
    ],
  )
  const device = kit.table(
    'device',
    {
      id: kit.text('id').primaryKey(),
      cellId: kit.text('cell_id').notNull(),
      memberId: kit.text('member_id').notNull(),
      tokenHash: kit.text('token_hash').notNull().unique(),
      // How whoever holds it showed whose it is.
      provedBy: kit
        .oneOf('proved_by', [...deviceProofs])
        .notNull()
        .default('name'),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
      revokedAtMs: kit.bigint('revoked_at_ms'),
    },
    (t) => [
      kit.index('device_member').on(t.cellId, t.memberId),
      kit
        .foreignKey({
          name: 'device_of_member',
          columns: [t.cellId, t.memberId],
          foreignColumns: [member.cellId, member.id],
        })
        .onDelete('cascade'),
    ],
  )
  // S4: this entry is that person's. Nothing that names it is changed, so that it can be taken back.
  const memberMerge = kit.table(
    'member_merge',
    {
      memberId: kit.text('member_id').primaryKey(),
      cellId: kit.text('cell_id').notNull(),
      intoMemberId: kit.text('into_member_id').notNull(),
      mergedBy: kit.text('merged_by').notNull(),
      mergedAtMs: kit.bigint('merged_at_ms').notNull(),
    },
    (t) => [
      kit.index('member_merge_cell').on(t.cellId),
      kit
        .foreignKey({
          name: 'member_merge_member',
          columns: [t.cellId, t.memberId],
          foreignColumns: [member.cellId, member.id],
        })
        .onDelete('cascade'),
      kit
        .foreignKey({
          name: 'member_merge_into',
          columns: [t.cellId, t.intoMemberId],
          foreignColumns: [member.cellId, member.id],
        })
        .onDelete('cascade'),
    ],
  )
  // D3: exchanged once for a device's token. A new one takes its place; one that was taken back is gone.
  const memberLink = kit.table(
    'member_link',
    {
      memberId: kit.text('member_id').primaryKey(),
      cellId: kit.text('cell_id').notNull(),
      secretHash: kit.text('secret_hash').notNull().unique(),
      madeAtMs: kit.bigint('made_at_ms').notNull(),
      usedAtMs: kit.bigint('used_at_ms'),
    },
    (t) => [
      kit.index('member_link_cell').on(t.cellId),
      kit
        .foreignKey({
          name: 'member_link_member',
          columns: [t.cellId, t.memberId],
          foreignColumns: [member.cellId, member.id],
        })
        .onDelete('cascade'),
    ],
  )
  return { member, device, memberMerge, memberLink }
}
