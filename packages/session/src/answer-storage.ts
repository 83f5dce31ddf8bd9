import type { Choice, SentClaim, Submitted } from './answer.ts'
import { storedValue, type DeviceStorage, type StoredValue } from './device-storage.ts'
import type { StoredPaint } from './press-claims.ts'

/** The choice in progress, so that a reload keeps it. */
export function storedChoice(storage: DeviceStorage, roomCode: string): StoredValue<Choice | null> {
  return storedValue(storage, `khac-sau.choice.${roomCode}`, null, (value) => value === null || isChoice(value))
}

/** Submitted and without a receipt; each write reads first, because a second tab may have written. */
export function storedOutbox(storage: DeviceStorage, roomCode: string): StoredValue<readonly Submitted[]> {
  return storedValue(storage, `khac-sau.outbox.${roomCode}`, [], isOutbox)
}

function isOutbox(value: unknown): value is readonly Submitted[] {
  return Array.isArray(value) && value.every(isSubmitted)
}

function isSubmitted(value: unknown): value is Submitted {
  if (!isChoice(value)) return false
  const { answerId, automatic, claim } = value as Partial<Record<keyof Submitted, unknown>>
  return typeof answerId === 'string' && typeof automatic === 'boolean' && isClaim(claim)
}

/** A reload in the same question keeps its first start (T3). */
export function storedPaint(storage: DeviceStorage, roomCode: string): StoredValue<StoredPaint | null> {
  return storedValue(storage, `khac-sau.paint.${roomCode}`, null, (value) => value === null || isPaint(value))
}

function isPaint(value: unknown): value is StoredPaint {
  if (typeof value !== 'object' || value === null) return false
  const { openingId, bootId, paintedAt } = value as Partial<Record<keyof StoredPaint, unknown>>
  return typeof openingId === 'string' && typeof bootId === 'string' && typeof paintedAt === 'number'
}

function isClaim(value: unknown): value is SentClaim | null {
  if (value === null) return true
  if (typeof value !== 'object') return false
  const { bootId, paintedAt, pressedAt } = value as Partial<Record<keyof SentClaim, unknown>>
  const isPainted = paintedAt === null || typeof paintedAt === 'number'
  return typeof bootId === 'string' && isPainted && typeof pressedAt === 'number'
}

function isChoice(value: unknown): value is Choice {
  if (typeof value !== 'object' || value === null) return false
  const { memberId, openingId, question, options } = value as Partial<Record<keyof Choice, unknown>>
  // C10: the warm-up has no number.
  const isAsked = question === null || typeof question === 'number'
  const isNamed = typeof memberId === 'string' && typeof openingId === 'string' && isAsked
  return isNamed && Array.isArray(options) && options.every((option) => typeof option === 'number')
}
