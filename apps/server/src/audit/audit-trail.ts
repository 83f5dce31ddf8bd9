import { auditRepository, type NewAuditEntry, type Store } from '@khac-sau/database'
import type { AccountId, AuditAction, WallMillis } from '@khac-sau/engine'
import type { FastifyRequest, onSendAsyncHookHandler } from 'fastify'
import { auditedAction } from '../accounts/account-guard.ts'
import type { SignedInAccount } from '../accounts/account-sessions.ts'

export type Subject = Partial<Pick<NewAuditEntry, 'contestId' | 'memberId' | 'accountId' | 'question' | 'detail'>>

export type AuditTrail = {
  readonly append: (cellId: string, actorId: AccountId | null, action: AuditAction, subject?: Subject) => Promise<void>
  /** For whatever the address of a request does not name: what its handler made, or to what it was changed. */
  readonly note: (request: FastifyRequest, subject: Subject) => void
  /** Writes down what a route declared, once it is done and before it is answered. */
  readonly afterRequest: onSendAsyncHookHandler
}

export type AuditTrailDeps = {
  readonly store: Store
  readonly now: () => WallMillis
  readonly accountOf: (request: FastifyRequest) => SignedInAccount
}

/** A contest is stored with every pause in typing: the same again within this is the same work. */
const sameWorkMillis = 10 * 60_000
const severalTimes: ReadonlySet<AuditAction> = new Set(['contest-changed', 'member-changed'])

export function auditTrail({ store, now, accountOf }: AuditTrailDeps): AuditTrail {
  const audit = auditRepository(store)
  const noted = new WeakMap<FastifyRequest, Subject>()

  async function append(cellId: string, actorId: AccountId | null, action: AuditAction, subject: Subject = {}) {
    const entry = { atMs: now(), actorId, action, ...subject }
    if (severalTimes.has(action) && (await isSameWork(cellId, entry))) return
    await audit.append(cellId, entry)
  }

  async function isSameWork(cellId: string, entry: NewAuditEntry): Promise<boolean> {
    const [newest] = await audit.page(cellId, 1)
    if (newest === undefined || entry.atMs - newest.atMs >= sameWorkMillis) return false
    const { actorId, action, contestId = null, memberId = null } = entry
    return (
      newest.actorId === actorId &&
      newest.action === action &&
      newest.contestId === contestId &&
      newest.memberId === memberId
    )
  }

  return {
    append,
    note: (request, subject) => void noted.set(request, subject),
    async afterRequest(request, reply, payload) {
      const action = auditedAction(request.routeOptions.config)
      if (action === undefined || reply.statusCode >= 400) return payload
      const { cellId, accountId } = accountOf(request)
      await append(cellId, accountId, action, { ...namedIn(request.params), ...noted.get(request) })
      return payload
    },
  }
}

const names = ['contestId', 'memberId', 'accountId'] as const

function namedIn(params: unknown): Subject {
  const given: Readonly<Record<string, unknown>> = typeof params === 'object' && params !== null ? { ...params } : {}
  const subject: { contestId?: string; memberId?: string; accountId?: string } = {}
  for (const name of names) {
    const id = given[name]
    if (typeof id === 'string') subject[name] = id
  }
  return subject
}
