import type { Choice, Submitted } from './answer.ts'
import { storedValue, type DeviceStorage, type StoredValue } from './device-storage.ts'

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
  const { answerId, automatic } = value as Partial<Record<keyof Submitted, unknown>>
  return typeof answerId === 'string' && typeof automatic === 'boolean'
}

function isChoice(value: unknown): value is Choice {
  if (typeof value !== 'object' || value === null) return false
  const { memberId, openingId, question, options } = value as Partial<Record<keyof Choice, unknown>>
  const isNamed = typeof memberId === 'string' && typeof openingId === 'string' && typeof question === 'number'
  return isNamed && Array.isArray(options) && options.every((option) => typeof option === 'number')
}
