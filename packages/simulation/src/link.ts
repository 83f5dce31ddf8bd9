import type { Millis } from '@khac-sau/engine'
import type { Link, Listener } from '@khac-sau/session'
import type { Network, Way } from './network.ts'
import type { PhoneClock } from './phone-clock.ts'
import type { Random } from './random.ts'
import type { VirtualTime } from './virtual-time.ts'

/** One connection as the server has it. */
export type Wire = {
  readonly emit: (event: string, text: string) => void
  /** A WebSocket control ping. */
  readonly ping: (pingId: number) => void
  /** The transport ends, and the phone comes again by itself. */
  readonly hangUp: () => void
}

/** What the server does with it. */
export type Served = {
  readonly request: (event: string, input: unknown, answer: (text: string) => void) => void
  readonly pong: (pingId: number) => void
  readonly gone: () => void
}

export type Door = {
  readonly isUp: () => boolean
  readonly open: (token: string | undefined, wire: Wire) => Served
}

/** What the browser under a page, or somebody's own client, makes of a page's wire. */
export type Browser = {
  /** When it answers a control ping that arrived now. */
  readonly pongAt: (now: Millis) => Millis
  readonly outgoing: (event: string, input: object) => object
  readonly incoming: (event: string) => void
}

export type LinkOptions = {
  readonly time: VirtualTime
  readonly clock: PhoneClock
  readonly network: Network
  readonly door: Door
  readonly browser: Browser
  readonly token: () => string | undefined
  readonly random: Random
}

export type PhoneLink = Link & {
  /** The connection breaks, on both sides at once. */
  readonly breakOff: () => void
}

type Stream = { readonly up: Way; readonly down: Way; served: Served | null; isOpen: boolean }
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }

/** As a socket.io-client `Socket` over a WebSocket behaves, reconnecting as the product's page lets it. */
export function createLink(options: LinkOptions): PhoneLink {
  const { time, clock, network, door, browser, token, random } = options
  const listeners = new Map<string, Set<Listener>>()
  const waiting = new Set<Waiting>()
  let stream: Stream | null = null
  let isConnected = false
  let isWanted = false
  let failures = 0
  let cancelRetry = () => {}

  const fire = (event: string, ...values: unknown[]) => {
    for (const listener of listeners.get(event) ?? []) listener(...values)
  }
  /** What the phone hears on a stream that it still holds. */
  const heard = (own: Stream, run: () => void) => clock.whenAwake(() => own === stream && own.isOpen && run())
  const retry = () => {
    const delay = Math.min(firstRetryMillis * 2 ** failures, mostRetryMillis) * random.between(0.7, 1.3)
    failures += 1
    cancelRetry()
    cancelRetry = clock.schedule(() => isWanted && begin(), delay)
  }
  const lose = () => {
    const wasConnected = isConnected
    if (stream) stream.isOpen = false
    stream = null
    isConnected = false
    const errors = [...waiting]
    waiting.clear()
    for (const { reject } of errors) reject(new Error('disconnected'))
    if (wasConnected) fire('disconnect')
    else if (isWanted) fire('connect_error', new Error('unreachable'))
    if (isWanted) retry()
  }
  const wireOf = (own: Stream): Wire => ({
    emit: (event, text) =>
      own.down.send(() =>
        heard(own, () => {
          browser.incoming(event)
          fire(event, JSON.parse(text))
        }),
      ),
    ping: (pingId) =>
      own.down.sendQuietly(() => {
        // The browser answers, also while the page sleeps; a phone that sleeps altogether does when it wakes.
        if (!own.isOpen) return
        const answer = () => own.isOpen && own.up.sendQuietly(() => own.served?.pong(pingId))
        clock.whenAwake(() => void time.quietlyAt(browser.pongAt(time.now()), answer))
      }),
    hangUp: () => own.down.send(() => heard(own, lose)),
  })
  /** TCP, the upgrade, and the namespace with its handshake: two round trips and a half until the server has it. */
  const begin = () => {
    cancelRetry()
    if (stream) return
    const own: Stream = { ...network.openStream(), served: null, isOpen: true }
    stream = own
    const { up, down } = own
    const refuse = () => down.send(() => heard(own, lose))
    const enter = () => {
      if (!own.isOpen) return
      if (!door.isUp()) return refuse()
      down.send(() =>
        heard(own, () => {
          isConnected = true
          failures = 0
          fire('connect')
        }),
      )
      own.served = door.open(token(), wireOf(own))
    }
    const greet = () => (door.isUp() ? down.send(() => heard(own, () => up.send(enter))) : refuse())
    up.send(() => (door.isUp() ? down.send(() => heard(own, () => up.send(greet))) : refuse()))
  }

  return {
    get connected() {
      return isConnected
    },
    get active() {
      return isWanted
    },
    on: (event, listener) => listeners.set(event, (listeners.get(event) ?? new Set()).add(listener)),
    off: (event, listener) => listeners.get(event)?.delete(listener),
    connect() {
      isWanted = true
      begin()
    },
    disconnect() {
      isWanted = false
      cancelRetry()
      const own = stream
      lose()
      own?.up.send(() => own.served?.gone())
    },
    emitWithAck(event, input) {
      const own = stream
      const text = JSON.stringify(browser.outgoing(event, input))
      return new Promise((resolve, reject) => {
        if (!own || !isConnected) return reject(new Error('not connected'))
        const one = { resolve, reject }
        waiting.add(one)
        const done = () => waiting.delete(one)
        clock.schedule(() => done() && reject(new Error('no ack in time')), ackTimeoutMillis)
        const answer = (ack: string) => own.down.send(() => heard(own, () => done() && resolve(JSON.parse(ack))))
        own.up.send(() => own.served?.request(event, JSON.parse(text), answer))
      })
    },
    breakOff() {
      stream?.served?.gone()
      lose()
    },
  }
}

/** As the product's page has them. */
const ackTimeoutMillis = 4_000
const firstRetryMillis = 300
const mostRetryMillis = 2_000
