import { storedValue, type DeviceStorage } from './device-storage.ts'

/**
 * A token belongs to a member of one cell, and so holds in all rooms of that cell: a new room is tried with the
 * last one. Kept by room, because a phone may be used in two cells.
 */
export type DeviceTokens = {
  readonly tokenFor: (roomCode: string) => string | null
  /** C9: a place in a rehearsal is nobody's place in the cell, and holds in its own room only. */
  readonly keep: (roomCode: string, token: string, rehearsal?: boolean) => void
  /** For the next room of the cell; which one is not known yet. */
  readonly keepForNextRoom: (token: string) => void
  /** Not theirs any more, or never known in this room: a token of another cell stays theirs there. */
  readonly drop: (roomCode: string, token: string) => void
}

export function createDeviceTokens(storage: DeviceStorage): DeviceTokens {
  const stored = storedTokens(storage)
  return {
    tokenFor(roomCode) {
      const { rooms, last } = stored.read()
      const own = rooms[roomCode]
      return own === undefined ? last : own
    },
    keep(roomCode, token, rehearsal = false) {
      const { rooms, last } = stored.read()
      stored.write({ rooms: newest({ ...rooms, [roomCode]: token }), last: rehearsal ? last : token })
    },
    keepForNextRoom(token) {
      stored.write({ rooms: stored.read().rooms, last: token })
    },
    drop(roomCode, token) {
      const { rooms, last } = stored.read()
      const own = rooms[roomCode]
      const isOwn = own === token
      // Another page of this device got another place meanwhile.
      if (typeof own === 'string' && !isOwn) return
      // null: this room has been tried with the last token already.
      stored.write({ rooms: newest({ ...rooms, [roomCode]: null }), last: isOwn && last === token ? null : last })
    },
  }
}

/** Whose phone this is, as far as it knows: the token used last. */
export function readDeviceToken(storage: DeviceStorage): string | null {
  return storedTokens(storage).read().last
}

type Stored = { readonly rooms: Readonly<Record<string, string | null>>; readonly last: string | null }

const storedTokens = (storage: DeviceStorage) =>
  storedValue<Stored>(storage, 'khac-sau.device', { rooms: {}, last: null }, isStored)

const keptRooms = 24

function newest(rooms: Stored['rooms']): Stored['rooms'] {
  return Object.fromEntries(Object.entries(rooms).slice(-keptRooms))
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false
  const { rooms, last } = value as Partial<Record<keyof Stored, unknown>>
  if (typeof rooms !== 'object' || rooms === null || !isToken(last)) return false
  return Object.values(rooms).every(isToken)
}

function isToken(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}
