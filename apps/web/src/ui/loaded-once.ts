type LoadedOnceOptions<Loaded> = {
  readonly load: () => Promise<Loaded>
  /** Arranges for another try after one that failed. */
  readonly again: (retry: () => void) => void
}

/** Something that is loaded ahead, and tried again until it is here; once it is, it is there without waiting. */
export function loadedOnce<Loaded>({ load, again }: LoadedOnceOptions<Loaded>) {
  let loaded: Loaded | undefined
  let begun = false
  const listeners = new Set<() => void>()
  const attempt = () => {
    load().then(
      (result) => {
        loaded = result
        for (const listener of listeners) listener()
      },
      () => again(attempt),
    )
  }
  return {
    preload() {
      if (begun) return
      begun = true
      attempt()
    },
    snapshot: () => loaded,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
