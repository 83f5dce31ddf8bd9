import type { Millis } from '@khac-sau/engine'
import type { Browser } from './link.ts'
import type { Network } from './network.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What somebody does to be taken for faster than they are. */
export type Cheat = {
  /** An edited page script: presses are claimed so much earlier, paints so much later. */
  readonly pressEarlierMillis?: Millis
  readonly paintLaterMillis?: Millis
  /** Holds back all that leaves the phone for so long, as soon as the options have come. */
  readonly blackoutMillis?: Millis
  /** An own client: every pong leaves so much later. */
  readonly pongDelayMillis?: Millis
  /** An own client: no pong leaves for so long before each press, and all right behind it. */
  readonly stallMillis?: Millis
}

export type CheatingBrowser = Browser & {
  /** Known to who presses. */
  readonly willPressAt: (instant: Millis) => void
}

export function cheatingBrowser(time: VirtualTime, network: Network, cheat: Cheat): CheatingBrowser {
  const { pressEarlierMillis = 0, paintLaterMillis = 0, blackoutMillis = 0 } = cheat
  const { pongDelayMillis = 0, stallMillis = 0 } = cheat
  let pressAt: Millis = -Infinity
  return {
    willPressAt: (instant) => void (pressAt = instant),
    pongAt(now) {
      const isHeld = stallMillis > 0 && now > pressAt - stallMillis && now <= pressAt
      return isHeld ? pressAt + behindAnswerMillis : now + pongDelayMillis
    },
    outgoing(event, input) {
      if (event !== 'member:answer') return input
      const { claim, ...answer } = input as { claim: { paintedAt: Millis | null; pressedAt: Millis } | null }
      if (!claim) return input
      const paintedAt = claim.paintedAt === null ? null : claim.paintedAt + paintLaterMillis
      return { ...answer, claim: { ...claim, paintedAt, pressedAt: claim.pressedAt - pressEarlierMillis } }
    },
    incoming(event) {
      if (event === 'member:options' && blackoutMillis > 0) network.holdUp(time.now() + blackoutMillis)
    },
  }
}

/** The answer leaves within 8 ms of its press; what was held back leaves behind it, and proves nothing of before. */
const behindAnswerMillis = 8.5
