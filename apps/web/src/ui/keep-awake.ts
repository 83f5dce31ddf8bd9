/** Something that keeps the screen on until it is let go, or until the browser takes it back. */
export type Hold = { readonly release: () => void }

/** `null` where the browser refuses, for now or for ever. */
export type HoldingWay = (lost: () => void) => Promise<Hold | null>

export type KeepAwake = {
  /** At the beginning, at every press (some browsers want one), and when the page is in sight again. */
  readonly attempt: () => void
  /** Out of sight the screen is nobody's business: nothing is played in a pocket. */
  readonly letGo: () => void
  readonly stop: () => void
}

type KeepAwakeOptions = {
  /** The best first. */
  readonly ways: readonly HoldingWay[]
  readonly isInSight: () => boolean
  readonly changed: (held: boolean) => void
}

export function createKeepAwake({ ways, isInSight, changed }: KeepAwakeOptions): KeepAwake {
  let hold: Hold | null = null
  let trying = false
  let stopped = false

  const letGo = () => {
    hold?.release()
    hold = null
  }
  const take = async () => {
    for (const way of ways) {
      const taken = await way(lost)
      if (!taken) continue
      hold = taken
      break
    }
    trying = false
    if (stopped || !isInSight()) return letGo()
    changed(hold !== null)
  }
  const attempt = () => {
    if (stopped || trying || hold || !isInSight()) return
    trying = true
    void take()
  }
  const lost = () => {
    hold = null
    attempt()
  }
  return {
    attempt,
    letGo,
    stop() {
      stopped = true
      letGo()
    },
  }
}
