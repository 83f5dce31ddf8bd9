/** Synchronous, as localStorage is: what is written before an emit is on the device before it (T4). May throw. */
export type DeviceStorage = {
  readonly read: (key: string) => string | null
  readonly write: (key: string, value: string) => void
  readonly remove: (key: string) => void
}

/** A JSON value under one key. Where a browser forbids storage, or it is full, it lasts as long as the page. */
export type StoredValue<Value> = { readonly read: () => Value; readonly write: (value: Value) => void }

export function storedValue<Value>(
  storage: DeviceStorage,
  key: string,
  empty: Value,
  isValue: (value: unknown) => value is Value,
): StoredValue<Value> {
  /** Set once the storage refuses to keep it. */
  let fallback: { readonly value: Value } | null = null
  return {
    read() {
      if (fallback) return fallback.value
      const value = readJson(storage, key)
      return isValue(value) ? value : empty
    },
    write(value) {
      try {
        storage.write(key, JSON.stringify(value))
        fallback = null
      } catch {
        fallback = { value }
      }
    },
  }
}

/** Anything may stand there: another version of this page wrote it, or a person did. */
function readJson(storage: DeviceStorage, key: string): unknown {
  try {
    return JSON.parse(storage.read(key) ?? 'null')
  } catch {
    return null
  }
}
