import type { AskedQuestion, MemberId, MemberView, Millis, OptionsAhead } from '@khac-sau/engine'
import type { HandshakeRefusal, MemberHandshake } from '@khac-sau/protocol'
import type { AnswerState } from './answer.ts'
import { createAnswerOutbox } from './answer-outbox.ts'
import { storedChoice, storedOutbox, storedPaint } from './answer-storage.ts'
import { createContestClock } from './contest-clock.ts'
import type { DeviceStorage } from './device-storage.ts'
import { createDeviceTokens } from './device-token.ts'
import type { Link, Listener, Schedule } from './link.ts'
import { createMemberAnswer } from './member-answer.ts'
import { createPlaceRequests, type PlaceState, type Roster } from './place.ts'
import { createPressClaims } from './press-claims.ts'
import { createStore } from './store.ts'
import { createViewSession } from './view-session.ts'

export type MemberState = {
  readonly status: 'connecting' | 'live' | 'offline' | 'refused'
  readonly refusal: HandshakeRefusal | null
  /** `null` until this phone has a place in the room. */
  readonly view: MemberView | null
  /** The question with its options, to be laid out unseen until they open (T8). */
  readonly upcoming: MemberView | null
  /** When they do, by the page's own clock: `now` of the options. */
  readonly unveilsAt: Millis | null
  readonly roster: Roster | null
  readonly place: PlaceState
  /** Another device took the place; the roster is open to this one again. */
  readonly displaced: boolean
  /** The answer to the question on show. */
  readonly answer: AnswerState
  /** Answers of earlier questions included. */
  readonly waitingAnswers: number
}

export type MemberSession = {
  readonly start: () => void
  readonly stop: () => void
  readonly wake: () => void
  /** Another page of this device wrote to the storage that they share (A6). */
  readonly storageChanged: () => void
  readonly subscribe: (listener: () => void) => () => void
  readonly snapshot: () => MemberState
  readonly contestNow: () => Millis
  /** What the link says of itself at each connect. */
  readonly handshake: () => MemberHandshake
  /** D1: with the PIN, where one was asked for. */
  readonly claim: (memberId: MemberId, pin?: string) => void
  readonly askForPlace: (memberId: MemberId) => void
  readonly startOver: () => void
  /** *Không phải tôi*: back to the roster, without a token. */
  readonly leave: () => void
  /** All options chosen now; none takes the choice back. `eventAt`: the input event's own time stamp (T4). */
  readonly choose: (options: readonly number[], eventAt?: Millis) => void
  readonly submit: (eventAt?: Millis) => void
  /**
   * The options on show are on the screen, or drawn unseen so that they are at `unveilsAt`: called once they are, and
   * again if that moment moves, by a page that is in sight.
   */
  readonly painted: () => void
}

export type MemberSessionOptions = {
  readonly link: Link
  readonly roomCode: string
  readonly protocolVersion: number
  readonly storage: DeviceStorage
  readonly schedule: Schedule
  readonly now: () => Millis
  readonly wallNow: () => Millis
  readonly randomId: () => string
  /** POST /api/rooms/:roomCode/answers: the ack, or a rejection when nothing came back. */
  readonly post: (answer: object, token: string) => Promise<unknown>
}

/** A phone in a room: whose it is, what it shows, and its answers until they are safe on the server. */
export function createMemberSession(options: MemberSessionOptions): MemberSession {
  const { link, roomCode, protocolVersion, storage, schedule, now, wallNow, randomId, post } = options
  const clock = createContestClock(now, wallNow)
  const tokens = createDeviceTokens(storage)
  let token = tokens.tokenFor(roomCode)
  let displaced = false
  /** Answers go out once a view has shown that the server knows whose this link is. */
  let isKnown = false
  let cancelArrival = () => {}

  const views = createViewSession<readonly [MemberView]>({
    link,
    viewEvent: 'member:view',
    ahead: { event: 'member:options', opened: ([view], options) => openedView(view, options) },
    clockRequest: 'member:clock',
    clock,
    now,
    schedule,
  })
  const viewNow = () => views.snapshot().payload?.[0] ?? null
  const refresh = () => store.change(derive())
  const claims = createPressClaims(storedPaint(storage, roomCode), clock, now)
  const outbox = createAnswerOutbox({
    stored: storedOutbox(storage, roomCode),
    schedule,
    onChange: () => refresh(),
    onSilence: () => views.doubt(),
    send({ memberId, openingId, answerId, options, automatic, claim }) {
      if (!isKnown || !link.connected || viewNow()?.me.memberId !== memberId) return null
      return link.emitWithAck('member:answer', {
        openingId,
        answerId,
        options,
        automatic,
        claim: claims.renewed(claim),
      })
    },
    post: ({ openingId, answerId, options, automatic, claim }) =>
      token ? post({ openingId, answerId, options, automatic, claim: claims.renewed(claim) }, token) : null,
  })
  const answer = createMemberAnswer({
    stored: storedChoice(storage, roomCode),
    outbox,
    contestNow: clock.contestNow,
    claims,
    randomId,
    schedule,
    onChange: () => refresh(),
  })
  /** The server knows a phone by the token of its handshake, so the link goes in anew with it. */
  const enter = (newToken: string, memberId: MemberId) => {
    token = newToken
    displaced = false
    tokens.keep(roomCode, newToken, requests.roster()?.rehearsal ?? false)
    requests.onEntering(memberId)
    views.renew()
  }
  const requests = createPlaceRequests({ link, schedule, onToken: enter, onChange: () => refresh() })
  const chooseAgain = () => {
    requests.startOver()
    requests.watchRoster()
  }
  const dropToken = () => {
    if (token) tokens.drop(roomCode, token)
    token = null
    isKnown = false
    answer.stop()
    outbox.onLost()
    // On its way in with it, the phone would wait for ever.
    requests.startOver()
    views.renew()
  }
  const derive = (): MemberState => {
    const { status, refusal, upcoming, unveilsAt } = views.snapshot()
    const view = viewNow()
    return {
      status: refusal === 'unknown-token' ? 'connecting' : status,
      refusal,
      view,
      upcoming: upcoming?.[0] ?? null,
      unveilsAt,
      roster: requests.roster(),
      place: requests.place(),
      displaced,
      answer: view ? answer.stateIn(view) : { name: 'none' },
      waitingAnswers: view ? outbox.waiting(view.me.memberId, storedOfQuestion(view)) : 0,
    }
  }
  const store = createStore<MemberState>(derive())

  const listeners: Readonly<Record<string, Listener>> = {
    connect() {
      cancelArrival()
      // A token without a view: this room's roster may not know its member any more.
      if (token) cancelArrival = schedule(chooseAgain, arrivalMillis)
      else requests.watchRoster()
      requests.onConnected()
      refresh()
    },
    disconnect() {
      isKnown = false
      outbox.onLost()
    },
    'member:view'(view) {
      const isFirst = !isKnown
      isKnown = true
      // Known in this room now, whatever room the device is used in next.
      if (isFirst && token) tokens.keep(roomCode, token, (view as MemberView).rehearsal)
      cancelArrival()
      requests.stop()
      answer.onView(view as MemberView)
      if (isFirst) outbox.flush()
      refresh()
    },
    'member:place'(place) {
      const { token, memberId } = place as { readonly token: string; readonly memberId: MemberId }
      enter(token, memberId)
    },
    'member:place-refused': () => requests.onDenied(),
    'member:displaced'() {
      displaced = true
      dropToken()
    },
  }
  /** What another page of this device chose, submitted, or came in as, holds here, too. */
  const followDevice = () => {
    const shared = tokens.tokenFor(roomCode)
    // A place that was lost there: the server tells this page itself.
    if (shared !== null && shared !== token) {
      token = shared
      displaced = false
      isKnown = false
      views.renew()
    }
    outbox.adopt()
    const view = viewNow()
    if (view) answer.onView(view)
    refresh()
  }
  const followViews = () => {
    if (views.snapshot().refusal === 'unknown-token' && token) dropToken()
    else refresh()
  }
  let unfollow = () => {}

  return {
    start() {
      unfollow = views.subscribe(followViews)
      // The view session listens first, so that its newest view is at hand for the listeners here.
      views.start()
      for (const [event, listener] of Object.entries(listeners)) link.on(event, listener)
    },
    stop() {
      unfollow()
      for (const [event, listener] of Object.entries(listeners)) link.off(event, listener)
      cancelArrival()
      requests.stop()
      answer.stop()
      outbox.stop()
      views.stop()
      isKnown = false
    },
    wake() {
      views.wake()
      followDevice()
      if (viewNow()) outbox.flush()
    },
    storageChanged: followDevice,
    subscribe: store.subscribe,
    snapshot: store.snapshot,
    contestNow: clock.contestNow,
    handshake: () => ({ protocolVersion, roomCode, ...(token ? { token } : {}) }),
    claim: requests.claim,
    askForPlace: requests.ask,
    startOver: requests.startOver,
    leave() {
      // Written before the disconnect that `dropToken` causes. Unheard, the host can still mark the place as left.
      link.emitWithAck('member:leave', {}).catch(() => {})
      dropToken()
    },
    choose(chosen, eventAt) {
      const view = viewNow()
      if (view) answer.choose(view, chosen, eventAt)
    },
    submit(eventAt) {
      const view = viewNow()
      if (view) answer.submit(view, eventAt)
    },
    painted() {
      const { upcoming, unveilsAt } = views.snapshot()
      const stage = (upcoming?.[0] ?? viewNow())?.stage
      if (stage?.name === 'open') claims.onPainted(stage.openingId, unveilsAt)
    },
  }
}

/** T8: the options have come ahead, and their time has too. A question that goes on is left to the server's own view. */
function openedView(view: MemberView, { openingId, options }: OptionsAhead): readonly [MemberView] | null {
  const { stage } = view
  if (stage.name !== 'stem' || stage.openingId !== openingId || stage.continued) return null
  return [{ ...view, stage: { ...stage, name: 'open', options, own: null } }]
}

/** A place without a view for so long: something was lost. */
const arrivalMillis = 2500

/** The question whose stored answer the view shows; `undefined` where it shows none. */
function storedOfQuestion({ stage }: MemberView): AskedQuestion | undefined {
  return 'own' in stage && stage.own ? stage.question : undefined
}
