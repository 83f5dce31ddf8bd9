/** A map that names made up by the thousand cannot fill: they push out the one that was written longest ago. */
export function newestKeys<Value>(most = 10_000) {
  const values = new Map<string, Value>()
  return {
    get: (key: string) => values.get(key),
    set(key: string, value: Value): void {
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > most && oldest !== undefined) values.delete(oldest)
    },
  }
}
