import type { MemberId, MemberView, Millis, OpeningId } from '@khac-sau/engine'
import { createMemberSession, type DeviceStorage, type MemberSession, type MemberState } from '@khac-sau/session'
import { type Cheat, cheatingBrowser } from './cheat.ts'
import { warmUpNumber } from './content.ts'
import type { Intention } from './human.ts'
import { createLink } from './link.ts'
import { createNetwork, type Network, type NetworkShape } from './network.ts'
import { createPhoneClock, type PhoneClock } from './phone-clock.ts'
import { type Random, randomOf } from './random.ts'
import type { Server } from './server.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What really happened in front of one screen, in true time. */
export type TrueAnswer = { readonly paintedAt: Millis; pressedAt: Millis | null }

export type Phone = {
  readonly memberId: MemberId
  readonly network: Network
  readonly clock: PhoneClock
  readonly start: () => void
  readonly stop: () => void
  readonly reload: () => void
  readonly sleep: (millis: Millis) => void
  readonly breakOff: () => void
  readonly state: () => MemberState
  readonly truth: ReadonlyMap<OpeningId, TrueAnswer>
  /** When the options of each opening first reached this phone. */
  readonly optionsAt: ReadonlyMap<OpeningId, Millis>
}

export type PhoneOptions = {
  readonly seed: number
  readonly memberId: MemberId
  readonly time: VirtualTime
  readonly server: Pick<Server, 'door' | 'post'>
  readonly shape: NetworkShape
  readonly cheat: Cheat
  readonly intend: (question: number) => Intention
}

/** The real session on a made-up phone, with somebody in front of it. */
export function createPhone(options: PhoneOptions): Phone {
  const { seed, memberId, time, shape, cheat } = options
  const draws = (purpose: string) => randomOf(seed, memberId, purpose)
  const clock = createPhoneClock(time, draws('clock'))
  const network = createNetwork(time, shape, draws('network'))
  const postNetwork = createNetwork(time, shape, draws('post'))
  const screen = draws('screen')
  const ids = draws('ids')
  const isSlow = draws('speed').chance(0.2)
  const storage = deviceStorage(memberId)
  const truth = new Map<OpeningId, TrueAnswer>()
  const optionsAt = new Map<OpeningId, Millis>()
  const browser = cheatingBrowser(time, network, cheat)
  /** The opening that somebody is thinking about. */
  let thinking: OpeningId | null = null
  /** The opening whose options the page lays out unseen, and the one for which it has done so. */
  let laidOut: OpeningId | null = null
  let drawn: OpeningId | null = null
  let page = open()

  function open(): { readonly session: MemberSession; readonly link: ReturnType<typeof createLink> } {
    const link = createLink({
      time,
      clock,
      network,
      door: options.server.door,
      browser,
      token: () => session.handshake().token,
      random: draws('link'),
    })
    const session: MemberSession = createMemberSession({
      link,
      roomCode,
      protocolVersion: 1,
      storage,
      schedule: clock.schedule,
      now: clock.now,
      wallNow: clock.wallNow,
      randomId: () => `${memberId}.${ids.whole(0, 1e9)}`,
      post: (answer) => post(answer),
    })
    session.subscribe(() => look(session))
    link.on('member:options', (ahead) => {
      const { openingId } = ahead as { readonly openingId: OpeningId }
      if (!optionsAt.has(openingId)) optionsAt.set(openingId, time.now())
    })
    return { session, link }
  }

  /** A request of its own: in no order with the socket, and now and then the network brings it twice. */
  function post(answer: object): Promise<unknown> {
    const { up, down } = postNetwork.openStream()
    const input: unknown = JSON.parse(JSON.stringify(browser.outgoing('member:answer', answer)))
    return new Promise((resolve) => {
      const arrive = () => options.server.post(memberId, input, (text) => down.send(() => resolve(JSON.parse(text))))
      up.send(() => down.send(() => up.send(arrive)))
      if (screen.chance(0.1)) time.at(time.now() + screen.between(0, 3_000), () => up.send(arrive))
    })
  }

  /** T8: options that came ahead are drawn unseen. */
  function layOut(session: MemberSession, { stage }: MemberView): void {
    if (stage.name !== 'open' || laidOut === stage.openingId) return
    const { openingId } = stage
    laidOut = openingId
    time.at(time.now() + paintMillis(draws(`lay out ${openingId}`)), () =>
      clock.whenAwake(() => {
        if (session !== page.session || laidOut !== openingId) return
        drawn = openingId
        session.painted()
      }),
    )
  }

  function look(session: MemberSession): void {
    const { view, upcoming, answer } = session.snapshot()
    if (upcoming && session === page.session) layOut(session, upcoming)
    const stage = view?.stage
    if (session !== page.session || stage?.name !== 'open') return
    if (thinking === stage.openingId || (answer.name !== 'none' && answer.name !== 'choosing')) return
    const { openingId, question } = stage
    thinking = openingId
    const frame = draws(`paint ${openingId}`)
    time.at(time.now() + (drawn === openingId ? unveilMillis(frame) : paintMillis(frame)), () =>
      clock.whenAwake(() => paint(session, openingId, question ?? warmUpNumber)),
    )
  }

  function paint(session: MemberSession, openingId: OpeningId, question: number): void {
    if (!isAsked(session, openingId)) return void (thinking = null)
    session.painted()
    const known = truth.get(openingId)
    if (!known) truth.set(openingId, { paintedAt: time.now(), pressedAt: null })
    const { kind, reactionMillis, option } = options.intend(question)
    if (kind === 'none') return
    // Who had to read it again thinks on from there.
    const pressAt = time.now() + reactionMillis
    browser.willPressAt(pressAt)
    const pressNow = () => press(session, openingId, option, kind === 'left')
    // Nobody presses on a dark screen, nor in the moment in which it lights up.
    time.at(pressAt, () => {
      if (clock.isAsleep()) clock.whenAwake(() => void time.at(time.now() + screen.between(300, 1_200), pressNow))
      else pressNow()
    })
  }

  function press(session: MemberSession, openingId: OpeningId, option: number, isLeft: boolean): void {
    if (!isAsked(session, openingId)) return void (thinking = null)
    const pressedAt = time.now()
    const eventAt = clock.now()
    time.at(pressedAt + handlerMillis(draws(`handler ${openingId}`), isSlow), () =>
      clock.whenAwake(() => {
        if (!isAsked(session, openingId)) return void (thinking = null)
        const answer = truth.get(openingId)
        if (answer && !isLeft) answer.pressedAt = pressedAt
        session.choose([option], eventAt)
        if (!isLeft) session.submit(eventAt)
      }),
    )
  }

  function isAsked(session: MemberSession, openingId: OpeningId): boolean {
    const { view, answer } = session.snapshot()
    const isOpen = view?.stage.name === 'open' && view.stage.openingId === openingId
    return session === page.session && isOpen && (answer.name === 'none' || answer.name === 'choosing')
  }

  return {
    memberId,
    network,
    clock,
    truth,
    optionsAt,
    start: () => page.session.start(),
    stop: () => page.session.stop(),
    reload() {
      page.session.stop()
      thinking = null
      laidOut = null
      drawn = null
      page = open()
      page.session.start()
    },
    sleep(millis) {
      clock.sleep(millis)
      // The page is in sight again some time after the phone woke.
      const { session } = page
      time.at(time.now() + millis + screen.between(0, 50), () => session === page.session && session.wake())
    },
    breakOff: () => page.link.breakOff(),
    state: () => page.session.snapshot(),
  }
}

const roomCode = '123456'

/** The next frame of 60 a second; one in twenty comes late. */
function paintMillis(screen: Random): Millis {
  return screen.between(0, 17) + (screen.chance(0.05) ? screen.exponential(60) : 0)
}

/** The compositor needs nobody: the frame that was meant for the moment, or the next one. */
function unveilMillis(screen: Random): Millis {
  return screen.between(0, 17)
}

/** From the touch to the sending. Some phones are slow, and any page may be busy. */
function handlerMillis(screen: Random, isSlow: boolean): Millis {
  return screen.between(0, isSlow ? 50 : 8) + (screen.chance(0.03) ? screen.exponential(30) : 0)
}

/** A device that forgets nothing, and that has claimed its name before. Its token is the name here. */
function deviceStorage(memberId: MemberId): DeviceStorage {
  const device = JSON.stringify({ rooms: { [roomCode]: memberId }, last: memberId })
  const values = new Map([['khac-sau.device', device]])
  return {
    read: (key) => values.get(key) ?? null,
    write: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  }
}
