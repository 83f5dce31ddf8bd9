/** Work that must not run beside other work of its kind: in the order in which it was asked for. */
export function oneAtATime() {
  let last: Promise<void> = Promise.resolve()
  return {
    take<T>(work: () => Promise<T>): Promise<T> {
      const run = last.then(work)
      last = run.then(nothing, nothing)
      return run
    },
    /** Resolves when everything that was asked for so far is done. */
    idle: () => last,
  }
}

function nothing(): void {}
