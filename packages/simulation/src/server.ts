import {
  type Contest,
  evolveAll,
  type HostCommand,
  type HostView,
  type MemberId,
  type Millis,
  newContest,
  type RosterEntry,
} from '@khac-sau/engine'
import type { Answer, RefusalCode } from '@khac-sau/protocol'
import { openPageLinks, openRoom, type PageLink, type PageLinks, type Room, type RoomOutlets } from '@khac-sau/room'
import type { Disk } from './disk.ts'
import { createOpenings } from './openings.ts'
import type { Door, Served, Wire } from './link.ts'
import type { Random } from './random.ts'
import type { Cancel, VirtualTime } from './virtual-time.ts'
import type { Sender, Witness } from './witness.ts'

export type ServerOptions = {
  readonly time: VirtualTime
  readonly disk: Disk
  readonly witness: Witness
  /** As it was frozen, before anything happened. */
  readonly start: Contest
  readonly roster: readonly RosterEntry[]
  readonly random: Random
  readonly kernelRoundTripMillis: (memberId: MemberId) => Millis | null
  readonly onHostView: (view: HostView) => void
}

export type Server = {
  readonly door: Door
  readonly post: (memberId: MemberId, answer: unknown, reply: (text: string) => void) => void
  readonly boot: () => void
  readonly kill: () => void
  readonly standStill: (millis: Millis) => void
  readonly stepWall: (byMillis: Millis) => void
  /** A host's command reaches the process as everything else does. */
  readonly command: (command: (contest: Contest) => HostCommand | null) => void
  /** Of the process that has the contest; `null` while there is none. */
  readonly room: () => Room | null
  readonly stop: () => void
}

/** The server around a room: processes that come and go, and as little of its glue as a phone can tell from the real one. */
export function createServer(options: ServerOptions): Server {
  let current: Process | null = null
  let boots = 0
  let wallAhead = 1_795_000_000_000
  const wallNow = () => options.time.now() + wallAhead
  /** Another one that still runs is suspended, and fenced with its next append. */
  const boot = () => {
    current?.standStill(suspendedMillis)
    const own = startProcess({ ...options, wallNow }, `${(boots += 1)}`, {
      isCurrent: () => own === current,
      onEnd() {
        if (own !== current) return
        current = null
        // Who ends by itself is started again by its supervisor.
        options.time.at(options.time.now() + restartMillis, () => current ?? boot())
      },
    })
    current = own
  }
  const kill = () => {
    const killed = current
    current = null
    killed?.die()
  }
  return {
    door: {
      isUp: () => current !== null && !current.isStill(),
      open: (token, wire) => current?.serve(token ?? '', wire) ?? deadEnd,
    },
    post: (memberId, answer, reply) => current?.post(memberId, answer, reply),
    boot,
    kill,
    standStill: (millis) => current?.standStill(millis),
    stepWall: (byMillis) => void (wallAhead += byMillis),
    command: (command) => current?.command(command),
    room: () => current?.room() ?? null,
    stop: kill,
  }
}

const deadEnd: Served = { request() {}, pong() {}, gone() {} }

type Place = { readonly isCurrent: () => boolean; readonly onEnd: () => void }
type Process = ReturnType<typeof startProcess>
type Socket = {
  readonly memberId: MemberId
  readonly wire: Wire
  link: PageLink | null
  heardAt: Millis
  isGone: boolean
}

function startProcess(options: ServerOptions & { readonly wallNow: () => number }, name: string, place: Place) {
  const { isCurrent, onEnd } = place
  const { time, disk, witness, start, roster, random, kernelRoundTripMillis } = options
  const sockets = new Set<Socket>()
  const audience = new Set<Socket>()
  const bornAt = time.now()
  let isAlive = true
  let stillSince: Millis = 0
  let stillUntil: Millis = 0
  let boots = 0
  let isUncertain = false
  let contestAhead: Millis = 0
  let openings = createOpenings()
  const sender: Sender = {
    contestNow: () => time.now() + contestAhead,
    get openings() {
      return openings
    },
  }

  const now = () => time.now() - bornAt + 1_000
  const clockStandsFor = () => (stillUntil - stillSince > standstillMillis ? stillUntil - stillSince : 0)
  const whenAlive = (run: () => void): void => {
    if (!isAlive) return
    if (time.now() < stillUntil) time.at(stillUntil, () => whenAlive(run))
    else run()
  }
  /** Whole milliseconds and never early, as Node's timers are. */
  const schedule = (delay: Millis, run: () => void): Cancel =>
    time.at(time.now() + Math.max(1, Math.ceil(delay)) + random.next(), () => whenAlive(run))
  const links: PageLinks = openPageLinks(now, schedule)
  const membersHere = () => new Set([...audience].map(({ memberId }) => memberId))
  const send = (socket: Socket, event: string, value: object) => {
    if (socket.isGone) return
    const text = JSON.stringify(value)
    witness.frame(sender, socket.memberId, event, value, text)
    socket.wire.emit(event, text)
  }
  const show = (to: string, event: string, value: object) =>
    witness.frame(sender, to, event, value, JSON.stringify(value))
  const outlets: RoomOutlets = {
    connectedMembers: membersHere,
    toMember(memberId, view) {
      for (const socket of audience) if (socket.memberId === memberId) send(socket, 'member:view', view)
    },
    toScreens: (view) => show('screen', 'screen:view', view),
    toHosts(view) {
      show('host', 'host:view', view)
      options.onHostView(view)
    },
    progress: (progress) => show('screen', 'screen:progress', progress),
    course(course, contestNow) {
      contestAhead = contestNow() - time.now()
      links.follow(course, contestNow)
    },
  }
  let room = loadRoom()

  function loadRoom(): Room {
    isUncertain = false
    openings = createOpenings()
    for (const event of disk.rows) openings.know(event)
    const append = disk.appendOf(whenAlive, () => isAlive)
    const opened = openRoom({
      contest: evolveAll(newContest(start.id, start.content), disk.rows),
      lastSeq: disk.rows.length,
      append: async (afterSeq, events) => {
        const outcome = await append(afterSeq, events)
        if (outcome.outcome === 'failed') isUncertain = true
        if (outcome.outcome === 'stored') for (const event of events) openings.know(event)
        return outcome
      },
      now,
      wallNow: options.wallNow,
      newBootId: () => `boot-${name}-${(boots += 1)}`,
      schedule,
      context: {
        cellName: 'Chi bộ',
        publicPlaces: 'all',
        nameOf: (memberId) => `Đồng chí ${memberId.slice(1)}`,
        rehearsal: false,
        isConnected: (memberId) => membersHere().has(memberId),
      },
      outlets,
      report: (error, about) => {
        if (!String(error).includes('append')) witness.find(`${about}: ${String(error)}`)
      },
      // Behind the log by rows of its own, it is followed at once; another owner is left alone.
      fenced: () => (isUncertain && isCurrent() ? (room = loadRoom()) : die()),
    })
    if (disk.rows.length === 0) {
      void opened.submit({ type: 'open-room', contentHash: 'hash', roster })
    }
    // Running, it shows itself by being taken over.
    if (opened.contest().phase.name === 'finished') opened.showEveryone()
    return opened
  }

  function die(): void {
    if (!isAlive) return
    isAlive = false
    room.close()
    links.stop()
    for (const { wire } of sockets) wire.hangUp()
    onEnd()
  }

  function leave(socket: Socket): void {
    if (socket.isGone) return
    socket.isGone = true
    socket.link?.close()
    sockets.delete(socket)
    audience.delete(socket)
    room.presenceChanged()
  }

  async function enter(socket: Socket): Promise<void> {
    const { memberId } = socket
    audience.add(socket)
    const joined = await room.submit({ type: 'join', memberId })
    if (socket.isGone) return
    if (!joined.ok && passing.has(joined.refusal)) return cutOff(socket)
    send(socket, 'member:view', room.memberView(memberId))
    socket.link = links.open({
      memberId,
      ping: (pingId) => socket.wire.ping(pingId),
      showOptions: (ahead) => send(socket, 'member:options', ahead),
      kernelRoundTripMillis: () => kernelRoundTripMillis(memberId),
    })
    room.presenceChanged()
  }

  function cutOff(socket: Socket): void {
    socket.wire.hangUp()
    leave(socket)
  }

  /** As `submit-answer.ts` of the server. */
  async function submitAnswer(memberId: MemberId, { claim: sent, ...answer }: Answer, link: PageLink | null) {
    const { bootId, at } = room.clock()
    witness.clock(at, bootId)
    const claim = sent?.bootId === bootId ? sent : null
    const press = links.pressEvidence({ memberId, openingId: answer.openingId, claim, link, contestNow: at })
    const reply = await room.submit({ type: 'answer', memberId, ...answer, press })
    return reply.ok ? { ok: true, value: reply.receipt } : reply
  }

  function answer(memberId: MemberId, input: unknown, link: PageLink | null, reply: (text: string) => void): void {
    void submitAnswer(memberId, input as Answer, link).then((ack) => {
      const text = JSON.stringify(ack)
      witness.ack(sender, memberId, text)
      reply(text)
    })
  }

  function listen(socket: Socket): Served {
    const { memberId } = socket
    const request: Served['request'] = (event, input, reply) => {
      socket.heardAt = time.now()
      if (event === 'member:answer') return answer(memberId, input, socket.link, reply)
      if (event === 'member:clock') reply(JSON.stringify({ ok: true, value: room.clock() }))
    }
    return {
      request: (...asked) => whenAlive(() => socket.isGone || request(...asked)),
      pong: (pingId) =>
        whenAlive(() => {
          socket.heardAt = time.now()
          if (!socket.isGone) socket.link?.pong(pingId)
        }),
      gone: () => whenAlive(() => leave(socket)),
    }
  }

  /** Engine.IO: who has not been heard of is gone. */
  function watch(): void {
    schedule(1_000, () => {
      for (const socket of sockets) if (time.now() - socket.heardAt > silentMillis) cutOff(socket)
      watch()
    })
  }
  watch()

  return {
    room: () => room,
    isStill: () => time.now() < stillUntil,
    die,
    command: (commandIn: (contest: Contest) => HostCommand | null) =>
      whenAlive(() => {
        const command = commandIn(room.contest())
        if (command) void room.submit(command)
      }),
    post: (memberId: MemberId, input: unknown, reply: (text: string) => void) =>
      whenAlive(() => answer(memberId, input, null, reply)),
    standStill(millis: Millis) {
      const until = Math.max(stillUntil, time.now() + millis)
      if (time.now() >= stillUntil) stillSince = stillUntil = time.now()
      const before = clockStandsFor()
      stillUntil = until
      // T1: whether the room has noticed it yet or not.
      contestAhead -= clockStandsFor() - before
    },
    serve(memberId: MemberId, wire: Wire): Served {
      const socket: Socket = { memberId, wire, link: null, heardAt: time.now(), isGone: false }
      sockets.add(socket)
      whenAlive(() => void enter(socket))
      return listen(socket)
    },
  }
}

const passing: ReadonlySet<RefusalCode> = new Set(['storage-failed', 'moved-elsewhere', 'server-error'])
const silentMillis: Millis = 9_000
const standstillMillis: Millis = 3_000
const restartMillis: Millis = 1_000
/** A machine whose lid was closed, and that is opened again when everybody has gone on without it. */
const suspendedMillis: Millis = 20_000
