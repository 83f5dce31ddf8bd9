import { auditActions } from '@khac-sau/engine'
import type { Access, AccountSession, AuditPage } from '@khac-sau/protocol'
import { names } from './host-samples.ts'

const since = 1_776_000_000_000

export const access: Access = {
  accounts: (['owner', 'secretary', 'host', 'viewer'] as const).map((role, index) => ({
    accountId: role,
    login: ['bithu', 'chiuy', 'dieuhanh', 'danguy'][index] ?? '',
    displayName: names[index] ?? '',
    role,
    createdAtMs: since,
    lastUsedAtMs: index === 3 ? null : since - index * 3_600_000,
    isYou: index === 0,
  })),
  invitations: (['open', 'accepted', 'revoked', 'expired'] as const).map((state, index) => ({
    invitationId: state,
    role: (['host', 'secretary', 'owner', 'viewer'] as const)[index] ?? 'viewer',
    state,
    createdAtMs: since - index * 86_400_000,
    expiresAtMs: since + 604_800_000,
    invitedByName: names[0] ?? '',
    acceptedByName: state === 'accepted' ? (names[1] ?? '') : null,
  })),
}

export const auditPage: AuditPage = {
  lines: auditActions.map((action, index) => ({
    seq: 40 - index,
    atMs: since - index * 700_000,
    action,
    actorName: names[index % 3] ?? null,
    contestTitle: 'Tìm hiểu Nghị quyết số 57-NQ/TW',
    memberName: names[4] ?? null,
    accountName: names[1] ?? null,
    question: 2,
    detail: 'secretary',
  })),
  older: 5,
}

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'

export const accountSessions: readonly AccountSession[] = [
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`,
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1',
  '',
].map((userAgent, index) => ({
  sessionId: String(index),
  isThis: index === 0,
  userAgent,
  createdAtMs: 1_776_000_000_000 - index * 86_400_000,
  lastUsedAtMs: 1_776_000_000_000 - index * 3_600_000,
  expiresAtMs: 1_778_000_000_000,
}))
