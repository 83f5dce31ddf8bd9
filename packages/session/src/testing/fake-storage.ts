import type { DeviceStorage } from '../device-storage.ts'

export function fakeStorage(): DeviceStorage {
  const values = new Map<string, string>()
  return {
    read: (key) => values.get(key) ?? null,
    write: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  }
}

/** As localStorage is in some in-app browsers and private windows. */
export const forbiddenStorage: DeviceStorage = {
  read: () => forbid(),
  write: () => forbid(),
  remove: () => forbid(),
}

function forbid(): never {
  throw new Error('storage is forbidden')
}
