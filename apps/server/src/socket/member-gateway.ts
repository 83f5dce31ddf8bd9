import { deviceRepository } from '@khac-sau/database'
import type { MemberId, Receipt } from '@khac-sau/engine'
import {
  type Ack,
  type Input,
  MemberHandshake,
  type MemberRequests,
  memberRequests,
  type RefusalCode,
  type Reply,
} from '@khac-sau/protocol'
import type { PageLink } from '@khac-sau/room'
import { missesOfOnePage, surplusVisitor } from '../limits/visitors.ts'
import type { LiveContest } from '../rooms/contest-rooms.ts'
import { distinctions } from '../members/display-names.ts'
import { knownDevice } from '../members/known-device.ts'
import type { PinRefusal } from '../members/pin-check.ts'
import { closedRefusal, findContest, refusalOfNothing } from '../rooms/houses.ts'
import { submitAnswer } from '../rooms/submit-answer.ts'
import { controlPings } from './control-pings.ts'
import {
  clockOf,
  cutOff,
  type GatewayDependencies,
  giveName,
  type InHouse,
  liveContest,
  type Lobby,
} from './gateway.ts'
import { door } from './handshake.ts'
import { keepNewest, pagesOfOneDevice } from './newest-pages.ts'
import { type Handlers, serve } from './serve.ts'
import { memberChannel, type MemberNamespace } from './socket-server.ts'

type MemberSocket = Parameters<Parameters<MemberNamespace['on']>[1]>[0]
type Answered<Name extends keyof MemberRequests> = Promise<Ack<Reply<MemberRequests, Name>>>

/** Phones: anyone in the room may look at the roster, and is a member with the token that a claim gave. */
export function memberGateway(dependencies: GatewayDependencies): void {
  const { namespaces, houses, lobbies, limits, report } = dependencies
  namespaces.members.use(
    door(
      MemberHandshake,
      async ({ roomCode, token }, { request }) => {
        const found = await findContest(houses.all(), (contests) => contests.byRoomCode(roomCode))
        const device =
          found && token !== undefined && (await knownDevice(found.house.store, found.contest.cellId, token))
        const address = limits.addressOf(request)
        const knock = { address, contestId: found?.contest.id ?? null, isKnown: Boolean(device) }
        if (limits.guesses.judge(knock) === 'crowded') return { ok: false, refusal: 'crowded' }
        if (!found) return refusalOfNothing(houses, roomCode)
        const { house, contest } = found
        const closed = await closedRefusal(house, contest)
        if (closed) return closed
        lobbies.admit(contest)
        const place = { house, cellId: contest.cellId, contestId: contest.id }
        if (token === undefined) return { ok: true, data: place }
        if (!device) return { ok: false, refusal: 'unknown-token' }
        const { id: deviceId, memberId, tokenHash } = device
        return { ok: true, data: { ...place, memberId, deviceId, tokenHash } }
      },
      report,
    ),
  )
  namespaces.members.on('connection', (socket) => {
    const inHouse: InHouse = { ...dependencies, ...socket.data.house }
    limits.requests(socket, Object.keys(memberRequests))
    serve(socket, memberRequests, handlersOf(inHouse, socket), report)
    socket.on('disconnect', () => {
      leave(inHouse, socket).catch((error: unknown) => report(error, 'a phone that went'))
    })
    enter(inHouse, socket).catch((error: unknown) => {
      report(error, 'a phone that came')
      cutOff(socket)
    })
  })
}

function handlersOf(dependencies: InHouse, socket: MemberSocket): Handlers<MemberRequests> {
  const { rooms } = dependencies
  const { cellId, contestId } = socket.data
  const live = () => liveContest(rooms, cellId, contestId)
  return {
    'member:roster': async () => ({ ok: true, value: rosterOf(dependencies, await live()) }),
    'member:claim': async (input) => claimOfPage(dependencies, await live(), socket, input),
    'member:ask-for-place': async ({ memberId }) => askForPlace(dependencies, await live(), socket, memberId),
    'member:leave': async () => giveUpPlace(dependencies, await live(), socket),
    'member:answer': async (input) => answer(dependencies, await live(), socket.data, input),
    'member:clock': async () => clockOf(await live()),
  }
}

/** A6: a member, not a socket, is in the contest. */
async function enter(dependencies: InHouse, socket: MemberSocket): Promise<void> {
  const { rooms, lobbies, store, kernel, namespaces } = dependencies
  const { cellId, contestId, memberId, tokenHash } = socket.data
  const live = await liveContest(rooms, cellId, contestId)
  if (socket.disconnected) return
  if (memberId === undefined || tokenHash === undefined) return visit(dependencies, live, socket)
  comeIn(dependencies, live, socket)
  lobbies.of(contestId).audience.enter(memberId)
  socket.data.entered = true
  await socket.join(memberChannel(contestId, memberId))
  keepNewest(pagesIn(namespaces.members, memberChannel(contestId, memberId)), pagesOfOneDevice)
  // From here on whoever gets the name ends this page; until here it may have been given away since the handshake.
  if (!(await deviceRepository(store).byTokenHash(tokenHash))) {
    socket.emit('member:displaced')
    socket.disconnect(true)
    return
  }
  await join(live, memberId)
  // In this order: options that are due go out behind the view that they belong to.
  socket.emit('member:view', live.room.memberView(memberId))
  if (!socket.disconnected) socket.data.link = openLink(lobbies.of(contestId), kernel, socket, memberId)
  live.room.presenceChanged()
}

function pagesIn({ adapter, sockets }: MemberNamespace, channel: string): readonly MemberSocket[] {
  return [...(adapter.rooms.get(channel) ?? [])].flatMap((id) => sockets.get(id) ?? [])
}

/** L3: from here on the code is enough at that address. */
function comeIn({ limits }: InHouse, { contestId, room }: LiveContest, { request }: MemberSocket): void {
  limits.guesses.cameIn(limits.addressOf(request), contestId, room.contest().people.size)
}

/** L4 */
function visit(dependencies: InHouse, live: LiveContest, socket: MemberSocket): void {
  const { limits, lobbies, namespaces } = dependencies
  const { visitors } = lobbies.of(live.contestId)
  const address = limits.addressOf(socket.request)
  comeIn(dependencies, live, socket)
  visitors.set(socket.id, { id: socket.id, address, since: limits.now(), misses: 0 })
  const surplus = surplusVisitor(visitors.values(), address, live.room.contest().people.size)
  if (surplus) namespaces.members.sockets.get(surplus.id)?.conn.close()
}

/** L4: after so many wrong PINs the page is cut off; an honest one comes again by itself. */
async function claimOfPage(
  dependencies: InHouse,
  live: LiveContest,
  socket: MemberSocket,
  input: Input<MemberRequests, 'member:claim'>,
): Answered<'member:claim'> {
  const visitor = dependencies.lobbies.of(live.contestId).visitors.get(socket.id)
  if (visitor && visitor.misses >= missesOfOnePage) return { ok: false, refusal: 'too-many-attempts' }
  const ack = await claim(dependencies, live, input)
  if (!visitor || ack.ok || ack.refusal !== 'wrong-pin') return ack
  visitor.misses += 1
  // Behind the ack.
  if (visitor.misses >= missesOfOnePage) setImmediate(() => cutOff(socket))
  return ack
}

function openLink(
  { links }: Lobby,
  kernel: GatewayDependencies['kernel'],
  socket: MemberSocket,
  memberId: MemberId,
): PageLink {
  const { remoteAddress: address, remotePort: port } = socket.request.socket
  const link = links.open({
    memberId,
    ping: controlPings(socket, (pingId) => link.pong(pingId)),
    showOptions: (options) => void socket.emit('member:options', options),
    kernelRoundTripMillis: () => kernel.of({ address, port }),
  })
  return link
}

/** Coming back is joining, and joining twice is joining once. Throws when it may succeed another time. */
async function join({ room, directory }: LiveContest, memberId: MemberId): Promise<void> {
  let joined = await room.submit({ type: 'join', memberId })
  if (!joined.ok && joined.refusal === 'not-in-contest') {
    const { ranked, timePercent } = directory().get(memberId) ?? { ranked: false, timePercent: 100 }
    await room.submit({ type: 'enroll', memberId, ranked, timePercent })
    joined = await room.submit({ type: 'join', memberId })
  }
  if (!joined.ok && passing.has(joined.refusal)) throw new Error(`joining: ${joined.refusal}`)
}

const passing: ReadonlySet<RefusalCode> = new Set(['storage-failed', 'moved-elsewhere', 'server-error'])

async function leave({ rooms, lobbies }: InHouse, socket: MemberSocket): Promise<void> {
  const { cellId, contestId, memberId } = socket.data
  const lobby = lobbies.of(contestId)
  lobby.visitors.delete(socket.id)
  const asked = lobby.placeRequests.take(socket.id)
  socket.data.link?.close()
  if (memberId !== undefined && socket.data.entered) lobby.audience.leave(memberId)
  if (memberId === undefined && !asked) return
  // A rehearsal that is over is gone before its pages are.
  const live = await rooms.of(cellId, contestId)
  live?.room.presenceChanged()
}

function rosterOf({ lobbies }: InHouse, { contestId, room, cellName, directory, rehearsal }: LiveContest) {
  const { content, people } = room.contest()
  const { audience } = lobbies.of(contestId)
  const marks = distinctions([...directory().values()])
  const listed = [...people].flatMap(([memberId, { presence }]) => {
    const member = directory().get(memberId)
    if (!member || member.erasedAtMs !== null || presence === 'removed') return []
    return [{ memberId, name: member.name, groupName: marks.get(memberId) ?? '', taken: audience.has(memberId) }]
  })
  return { cellName: cellName(), title: content.title, rehearsal, people: listed }
}

/**
 * *Đúng là tôi*: refused while the name is live on another device; otherwise older devices of the name end. D1: a PIN takes
 * the name over from wherever it is live.
 */
async function claim(
  dependencies: InHouse,
  live: LiveContest,
  { memberId, pin }: Input<MemberRequests, 'member:claim'>,
): Answered<'member:claim'> {
  const { cellId, contestId } = live
  const provedBy = live.memberProof()
  const refusal = claimRefusal(live, memberId) ?? (await proofRefusal(dependencies, live, memberId, pin))
  if (refusal) return { ok: false, refusal }
  const { audience, claims } = dependencies.lobbies.of(contestId)
  const isLive = provedBy === 'name' && audience.has(memberId)
  if (isLive || claims.has(memberId)) return { ok: false, refusal: 'name-taken' }
  const token = await giveName(dependencies, { cellId, contestId, memberId }, provedBy)
  return { ok: true, value: { memberId, token } }
}

async function proofRefusal(
  { pins }: InHouse,
  { memberProof, directory }: LiveContest,
  memberId: MemberId,
  pin: string | undefined,
): Promise<PinRefusal | 'link-needed' | null> {
  const member = directory().get(memberId)
  if (memberProof() === 'name' || !member) return null
  // D3: the link has its own page; who comes by the room's code has not opened it on this phone.
  return memberProof() === 'link' ? 'link-needed' : pins.refusalOf(member, pin)
}

async function askForPlace(
  { lobbies }: InHouse,
  live: LiveContest,
  socket: MemberSocket,
  memberId: MemberId,
): Answered<'member:ask-for-place'> {
  const refusal = claimRefusal(live, memberId)
  if (refusal) return { ok: false, refusal }
  // Its request would stay for ever; nobody hears this.
  if (socket.disconnected) return { ok: false, refusal: 'no-such-request' }
  const name = live.directory().get(memberId)?.name ?? ''
  const { number } = lobbies.of(live.contestId).placeRequests.ask(socket.id, memberId, name)
  live.room.presenceChanged()
  return { ok: true, value: { number } }
}

function claimRefusal({ room, directory }: LiveContest, memberId: MemberId): 'no-such-member' | 'removed' | undefined {
  const person = room.contest().people.get(memberId)
  // P2: nobody is let in as somebody who is erased, to look at what they answered.
  if (!person || directory().get(memberId)?.erasedAtMs !== null) return 'no-such-member'
  return person.presence === 'removed' ? 'removed' : undefined
}

/** The page connects anew without its token, so that the name is free before its ack arrives. */
async function giveUpPlace(
  { store, wallNow }: InHouse,
  { cellId, contestId, room }: LiveContest,
  { broadcast, data: { memberId, deviceId } }: MemberSocket,
): Answered<'member:leave'> {
  if (memberId === undefined || deviceId === undefined) return { ok: false, refusal: 'not-joined' }
  await deviceRepository(store).revoke(cellId, deviceId, wallNow())
  // Other pages of the device held the name, too; they come again without it.
  broadcast.to(memberChannel(contestId, memberId)).disconnectSockets(true)
  await room.submit({ type: 'leave', memberId })
  return { ok: true, value: {} }
}

async function answer(
  { lobbies }: InHouse,
  { contestId, room }: LiveContest,
  { memberId, link }: MemberSocket['data'],
  input: Input<MemberRequests, 'member:answer'>,
): Promise<Ack<Receipt>> {
  if (memberId === undefined) return { ok: false, refusal: 'not-joined' }
  return submitAnswer(room, memberId, input, lobbies.of(contestId).links, link ?? null)
}
