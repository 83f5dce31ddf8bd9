import { auditActions, roles } from '@khac-sau/engine'
import type { CellTables } from './cell-tables.ts'
import type { Kit } from './kit.ts'

/** Who may sign in, and what they did. */
export function accountTables(kit: Kit, { cell }: CellTables) {
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
      // `null`: the installation's administrator, who invites the first owner.
      invitedBy: kit.text('invited_by'),
      // For whom the link is, as the administrator wrote it; gone once it is accepted.
      inviteeName: kit.text('invitee_name'),
      createdAtMs: kit.bigint('created_at_ms').notNull(),
      expiresAtMs: kit.bigint('expires_at_ms').notNull(),
      acceptedBy: kit.text('accepted_by'),
      acceptedAtMs: kit.bigint('accepted_at_ms'),
      revokedAtMs: kit.bigint('revoked_at_ms'),
    },
    (t) => [
      kit.index('invitation_cell').on(t.cellId, t.createdAtMs),
      kit.foreignKey({ name: 'invitation_of_cell', columns: [t.cellId], foreignColumns: [cell.id] }),
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
      // A role, a reason, or how many: never a text that somebody wrote.
      detail: kit.text('detail'),
    },
    (t) => [
      kit.primaryKey({ name: 'audit_entry_seq', columns: [t.cellId, t.seq] }),
      kit.foreignKey({ name: 'audit_entry_cell', columns: [t.cellId], foreignColumns: [cell.id] }),
    ],
  )
  return { account, accountSession, accountRecovery, invitation, auditEntry }
}
