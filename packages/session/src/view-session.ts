import type { Millis, OptionsAhead, ViewHead } from '@khac-sau/engine'
import type { Ack, HandshakeRefusal } from '@khac-sau/protocol'
import type { ContestClock } from './contest-clock.ts'
import type { Link, Listener, Schedule } from './link.ts'
import { createStore } from './store.ts'

/** The values of a view event; the view itself comes first. */
export type ViewPayload = readonly [Pick<ViewHead, 'bootId' | 'now'>, ...unknown[]]

export type ViewState<Payload> = {
  /** `connecting`: never been in yet. `offline`: lost, and coming back by itself. `refused`: see `refusal`. */
  readonly status: 'connecting' | 'live' | 'offline' | 'refused'
  readonly refusal: HandshakeRefusal | null
  /** The newest view's values; kept while offline, so that the page never goes blank. */
  readonly payload: Payload | null
  /** T8: what is on show once the options open. Laid out unseen until then, it takes but a frame to show. */
  readonly upcoming: Payload | null
  /** When that is, by the page's own clock. */
  readonly unveilsAt: Millis | null
}

export type ViewSession<Payload> = {
  readonly start: () => void
  readonly stop: () => void
  /** The page is in sight again (visibilitychange, pageshow): sockets die unnoticed while it is not. */
  readonly wake: () => void
  /** Something that should have been answered was not: is anybody there? */
  readonly doubt: () => void
  /** Connects anew and forgets the view: the page is somebody else's now, or nobody's. */
  readonly renew: () => void
  readonly subscribe: (listener: () => void) => () => void
  /** The same object until something changes, as useSyncExternalStore wants it. */
  readonly snapshot: () => ViewState<Payload>
}

export type ViewSessionOptions<Payload> = {
  readonly link: Link
  /** Such as 'screen:view'. */
  readonly viewEvent: string
  /** T8, for pages that are sent options ahead. */
  readonly ahead?: {
    /** Such as 'screen:options'. */
    readonly event: string
    /** What is shown once they open; `null` if they are of something else. */
    readonly opened: (payload: Payload, options: OptionsAhead) => Payload | null
  }
  /** Such as 'screen:clock'. */
  readonly clockRequest: string
  readonly clock: ContestClock
  /** The monotonic clock that `clock` was made with. */
  readonly now: () => Millis
  readonly schedule: Schedule
}

/** Keeps a page of any role connected, its newest view at hand, and its clock right. */
export function createViewSession<Payload extends ViewPayload>(
  options: ViewSessionOptions<Payload>,
): ViewSession<Payload> {
  const { link, viewEvent, ahead, clock, now, schedule } = options
  const store = createStore<ViewState<Payload>>({ ...nothingSeen, status: 'connecting' })
  let cancelRetry = () => {}
  let cancelAttempt = () => {}
  let patience = attemptMillis
  const connect = () => {
    link.connect()
    watchAttempt()
  }
  const reconnect = () => {
    link.disconnect()
    connect()
  }
  /** A network that swallows everything swallows attempts to connect, too, and they outlast it. */
  const watchAttempt = () => {
    cancelAttempt()
    cancelAttempt = schedule(() => {
      // Perhaps it is only slow, and would never get through otherwise.
      patience = Math.min(patience * 2, longestAttemptMillis)
      reconnect()
    }, patience)
  }
  const giveUp = () => {
    cancelRetry()
    cancelAttempt()
  }
  const heartbeat = createHeartbeat(options, reconnect)
  let optionsAhead: OptionsAhead | null = null
  let cancelOpening = () => {}

  const onLost = () => {
    heartbeat.stop()
    if (store.snapshot().status === 'live') store.change({ status: 'offline' })
  }
  const retry = (afterMillis = retryMillis) => {
    cancelRetry()
    // A link that gave up by itself stays down for ever unless it is told to try again.
    cancelRetry = schedule(() => !link.connected && !link.active && connect(), afterMillis)
  }
  const lookAhead = (payload: Payload | null) => {
    const upcoming = payload && optionsAhead && ahead ? ahead.opened(payload, optionsAhead) : null
    const unveilsAt = upcoming && optionsAhead ? clock.localOf(optionsAhead.opensAt) : null
    store.change({ payload, upcoming, unveilsAt })
    awaitOpening()
  }
  /** T8: by this page's own idea of the contest clock; in short steps, because a sample may move it meanwhile. */
  const awaitOpening = () => {
    cancelOpening()
    const { upcoming, unveilsAt } = store.snapshot()
    if (!upcoming || !optionsAhead || unveilsAt === null) return
    const dueAt = clock.localOf(optionsAhead.opensAt)
    const left = dueAt - now()
    if (left > 0) {
      if (Math.abs(dueAt - unveilsAt) > movedMillis) store.change({ unveilsAt: dueAt })
      cancelOpening = schedule(awaitOpening, Math.min(left, openingStepMillis))
      return
    }
    store.change({ payload: upcoming, upcoming: null, unveilsAt: null })
  }
  const listeners: Readonly<Record<string, Listener>> = {
    connect() {
      cancelAttempt()
      patience = attemptMillis
      store.change({ status: 'live', refusal: null })
      clock.dropIfTimeJumped()
      heartbeat.start(deadMillis)
    },
    disconnect() {
      onLost()
      retry()
      watchAttempt()
    },
    connect_error(error) {
      const refusal = refusalOf(error)
      if (!refusal) return retry()
      giveUp()
      store.change({ status: 'refused', refusal })
      // The door is busy with others: this page is not wrong, and comes again by itself.
      if (refusal === 'crowded') retry(crowdedMillis)
    },
    [viewEvent](...values) {
      const payload = values as unknown as Payload
      clock.seed({ at: payload[0].now, bootId: payload[0].bootId, receivedAt: now() })
      lookAhead(payload)
    },
  }
  const onAhead: Listener = (value) => {
    optionsAhead = value as OptionsAhead
    lookAhead(store.snapshot().payload)
  }

  return {
    start() {
      for (const [event, listener] of Object.entries(listeners)) link.on(event, listener)
      if (ahead) link.on(ahead.event, onAhead)
      connect()
    },
    stop() {
      giveUp()
      cancelOpening()
      heartbeat.stop()
      for (const [event, listener] of Object.entries(listeners)) link.off(event, listener)
      if (ahead) link.off(ahead.event, onAhead)
      link.disconnect()
    },
    wake() {
      if (store.snapshot().status === 'refused') return
      if (link.connected && !clock.dropIfTimeJumped()) heartbeat.doubt()
      else reconnect()
    },
    doubt() {
      if (link.connected) heartbeat.doubt()
    },
    renew() {
      optionsAhead = null
      cancelOpening()
      store.change({ ...nothingSeen, status: 'connecting' })
      reconnect()
    },
    subscribe: store.subscribe,
    snapshot: store.snapshot,
  }
}

/**
 * Clock samples, which double as a sign of life: a phone's socket may look open for long after it died, and a page
 * cannot see the server's pings. No answer in time, or a jump of time (T9): connect anew, which brings a full view.
 */
function createHeartbeat(
  { link, clockRequest, clock, now, schedule }: Omit<ViewSessionOptions<never>, 'ahead'>,
  reconnect: () => void,
) {
  let cancel = () => {}
  /** Answers to a beat of an earlier start say nothing any more. */
  let run = 0
  let doubted = false

  const beat = async (ownRun: number, count: number, dead: Millis) => {
    if (count > 0 && clock.dropIfTimeJumped()) return reconnect()
    const sentAt = now()
    cancel = schedule(reconnect, dead)
    // No answer: the timer reconnects, or the disconnect that caused this has stopped it.
    const reply = (await link.emitWithAck(clockRequest, {}).catch(() => null)) as ClockAck | null
    if (ownRun !== run || !reply) return
    cancel()
    doubted = false
    if (reply.ok) clock.sample({ sentAt, receivedAt: now(), ...reply.value })
    cancel = schedule(() => void beat(ownRun, count + 1, deadMillis), count < burst ? burstMillis : beatMillis)
  }
  const stop = () => {
    cancel()
    run += 1
    doubted = false
  }
  const start = (dead: Millis) => {
    stop()
    void beat(run, 0, dead)
  }
  return {
    stop,
    start,
    /** Doubting again gives the socket no more time. */
    doubt() {
      if (doubted) return
      start(deadInDoubtMillis)
      doubted = true
    },
  }
}

const nothingSeen = { refusal: null, payload: null, upcoming: null, unveilsAt: null }

type ClockAck = Ack<{ readonly bootId: string; readonly at: Millis }>

function refusalOf(error: unknown): HandshakeRefusal | null {
  return (error as { readonly data?: { readonly refusal?: HandshakeRefusal } }).data?.refusal ?? null
}

const openingStepMillis = 100
/** Less than half a frame makes no difference on a screen. */
const movedMillis = 8
/** A few samples at connect, then one a second: twenty before the first question are a good clock, and a sign of life. */
const burst = 5
const burstMillis = 200
const beatMillis = 1000
const deadMillis = 3000
/** Someone looks at the page and waits (GA4). */
const deadInDoubtMillis = 1500
const retryMillis = 1000
const crowdedMillis = 3000
/** Six ways there and back on the slowest network that is usable, TLS among them, and one of them lost. */
const attemptMillis = 8000
const longestAttemptMillis = 24_000
