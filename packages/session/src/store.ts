export type Store<State> = {
  /** The same object until something changes, as useSyncExternalStore wants it. */
  readonly snapshot: () => State
  readonly subscribe: (listener: () => void) => () => void
  readonly change: (change: Partial<State>) => void
}

export function createStore<State>(initial: State): Store<State> {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    snapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change(change) {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
  }
}
