import { auditActions, roles, type TimePercent } from '@khac-sau/engine'
import type { Kit } from './kit.ts'

export type Tables = ReturnType<typeof tables>

/**
 * The one schema, called once per dialect. Ids are 128-bit random text, every instant is a UTC integer of milliseconds.
 * Foreign keys carry `cell_id` along, so no row of one cell can point into another.
 */
export function tables(kit: Kit) {
  const people = peopleTables(kit)
  const contests = contestTables(kit, people)
  return { ...people, ...contests, ...standingTables(kit, people, contests) }
}

function peopleTables(kit: Kit) {
  const cell = kit.table('cell', {
    id: kit.text('id').primaryKey(),
    name: kit.text('name').notNull(),
    boardKey: kit.text('board_key').notNull().unique(),
    publicPlaces: kit.oneOf('public_places', ['top-3', 'top-10', 'all']).notNull().default('top-3'),
    memberProof: kit.oneOf('member_proof', ['name', 'pin']).notNull().default('name'),
    createdAtMs: kit.bigint('created_at_ms').notNull(),
  })
  const account = kit.table(
    'account',
    {
      id: kit.text('id').primaryKey(),
      cellId: kit.text('cell_id').notNull(),
      login: kit.text('login').notNull().unique(),
      displayName: kit.text('display_name').notNull(),
      // Before there were roles a cell had one account: its owner.
      role: kit
        .oneOf('role', [...roles])
        .notNull()
        .default('owner'),
      passwordHash: kit.text('password_hash').notNull(),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
      // The row stays, so that it can be told who did what; nobody signs in by it.
      removedAtMs: kit.bigint('removed_at_ms'),
    },
    (t) => [
      kit.unique('account_cell_id').on(t.cellId, t.id),
      kit.foreignKey({ name: 'account_cell', columns: [t.cellId], foreignColumns: [cell.id] }),
    ],
  )
  const accountSession = kit.table(
    'account_session',
    {
      tokenHash: kit.text('token_hash').primaryKey(),
      accountId: kit.text('account_id').notNull(),
      cellId: kit.text('cell_id').notNull(),
      // As the browser says it of itself, so that its owner knows which of their devices a session is.
      userAgent: kit.text('user_agent').notNull().default(''),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
      lastUsedAtMs: kit.bigint('last_used_at_ms').notNull().default(0),
      expiresAtMs: kit.bigint('expires_at_ms').notNull(),
    },
    (t) => [
      kit.index('account_session_expiry').on(t.expiresAtMs),
      kit.index('account_session_account_id').on(t.cellId, t.accountId),
      kit
        .foreignKey({
          name: 'account_session_account',
          columns: [t.cellId, t.accountId],
          foreignColumns: [account.cellId, account.id],
        })
        .onDelete('cascade'),
    ],
  )
  // The way back in for whoever forgot the password: made on the machine, good for one use.
  const accountRecovery = kit.table(
    'account_recovery',
    {
      secretHash: kit.text('secret_hash').primaryKey(),
      accountId: kit.text('account_id').notNull(),
      cellId: kit.text('cell_id').notNull(),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
      expiresAtMs: kit.bigint('expires_at_ms').notNull(),
    },
    (t) => [
      kit
        .foreignKey({
          name: 'account_recovery_account',
          columns: [t.cellId, t.accountId],
          foreignColumns: [account.cellId, account.id],
        })
        .onDelete('cascade'),
    ],
  )
  // One use; the secret is in the fragment of a link. Whoever accepts it chooses login and password.
  const invitation = kit.table(
    'invitation',
    {
      id: kit.text('id').primaryKey(),
      cellId: kit.text('cell_id').notNull(),
      role: kit.oneOf('role', [...roles]).notNull(),
      secretHash: kit.text('secret_hash').notNull().unique(),
      invitedBy: kit.text('invited_by').notNull(),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
      expiresAtMs: kit.bigint('expires_at_ms').notNull(),
      acceptedBy: kit.text('accepted_by'),
      acceptedAtMs: kit.bigint('accepted_at_ms'),
      revokedAtMs: kit.bigint('revoked_at_ms'),
    },
    (t) => [
      kit.index('invitation_cell').on(t.cellId, t.createdAtMs),
      kit.foreignKey({
        name: 'invitation_invited_by',
        columns: [t.cellId, t.invitedBy],
        foreignColumns: [account.cellId, account.id],
      }),
      kit.foreignKey({
        name: 'invitation_accepted_by',
        columns: [t.cellId, t.acceptedBy],
        foreignColumns: [account.cellId, account.id],
      }),
    ],
  )
  // Append-only: triggers of the migrations refuse to change or delete a row. Ids and codes, no secrets, no answers, no
  // names; no keys to other tables, so that what was done outlives what it was done to.
  const auditEntry = kit.table(
    'audit_entry',
    {
      cellId: kit.text('cell_id').notNull(),
      seq: kit.integer('seq').notNull(),
      atMs: kit.bigint('at_ms').notNull(),
      // `null`: whoever sat at the server's computer.
      actorId: kit.text('actor_id'),
      action: kit.oneOf('action', [...auditActions]).notNull(),
      contestId: kit.text('contest_id'),
      memberId: kit.text('member_id'),
      accountId: kit.text('account_id'),
      question: kit.integer('question'),
      // A role, or a reason: another code.
      detail: kit.text('detail'),
    },
    (t) => [
      kit.primaryKey({ name: 'audit_entry_seq', columns: [t.cellId, t.seq] }),
      kit.foreignKey({ name: 'audit_entry_cell', columns: [t.cellId], foreignColumns: [cell.id] }),
    ],
  )
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
      createdAtMs: kit.bigint('created_at_ms').notNull(),
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
      provedBy: kit.oneOf('proved_by', ['name', 'pin', 'host']).notNull().default('name'),
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
  return { cell, account, accountSession, accountRecovery, invitation, auditEntry, member, device }
}

function contestTables(kit: Kit, { cell }: Pick<ReturnType<typeof peopleTables>, 'cell'>) {
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

/** `result` and `award` can be rebuilt from the log at any time. */
function standingTables(
  kit: Kit,
  { member }: Pick<ReturnType<typeof peopleTables>, 'member'>,
  { contest }: Pick<ReturnType<typeof contestTables>, 'contest'>,
) {
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
