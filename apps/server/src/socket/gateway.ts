import { type ContestRecord, deviceRepository, hashSecret, newId, newSecret } from '@khac-sau/database'
import { type DeviceProof, type MemberId, type Millis, remoteView } from '@khac-sau/engine'
import type { PageLinks, RoomOutlets, RoomReply } from '@khac-sau/room'
import type { Ack, HostExtras, JoinInfo, RemoteExtras, RemoteState, StorageTrouble } from '@khac-sau/protocol'
import type { SignedInAccount } from '../accounts/account-sessions.ts'
import type { ClientAddress } from '../limits/client-address.ts'
import type { CodeGuesses } from '../limits/code-guesses.ts'
import type { Visitor } from '../limits/visitors.ts'
import type { PinCheck } from '../members/pin-check.ts'
import type { Remotes } from '../remotes/remotes.ts'
import { type Audience, newAudience } from '../rooms/audience.ts'
import type { ContestRooms, LiveContest } from '../rooms/contest-rooms.ts'
import type { House, Houses } from '../rooms/houses.ts'
import { newPlaceRequests, type PlaceRequests } from '../rooms/place-requests.ts'
import type { KernelRoundTrips } from './kernel-round-trips.ts'
import type { requestLimits } from './request-limits.ts'
import { memberChannel, type Namespaces } from './socket-server.ts'

/** What the doors of a contest share. */
export type GatewayDependencies = {
  readonly namespaces: Namespaces
  readonly houses: Houses
  readonly lobbies: Lobbies
  readonly remotes: Remotes
  /** D2 */
  readonly pins: PinCheck
  readonly kernel: KernelRoundTrips
  readonly limits: DoorLimits
  readonly accountOfCookie: (header: string | undefined) => Promise<SignedInAccount | undefined>
  readonly wallNow: () => number
  readonly report: (error: unknown, about: string) => void
}

/** What keeps guessing and flooding within bounds, and no room out. */
export type DoorLimits = {
  readonly guesses: CodeGuesses
  readonly addressOf: ClientAddress
  readonly requests: ReturnType<typeof requestLimits>
  readonly now: () => Millis
}

/** Once a page is let in, it is known where its contest lives. */
export type InHouse = Omit<GatewayDependencies, 'houses'> & House

/** What is known of a contest's pages and not in its log: who is connected, who asks for a place, how to get in. */
export type Lobby = {
  readonly audience: Audience
  readonly placeRequests: PlaceRequests
  /** Names that are being given to a device right now: to one at a time (A6). */
  readonly claims: Set<MemberId>
  /** L4: by the id of their socket. */
  readonly visitors: Map<string, Visitor>
  addresses: Addresses | undefined
  /** As the host's page was last told; whether there is one, its row says. */
  readonly remote: { isPaired: boolean; connections: number }
  /** Pings, and options just in time (T8). */
  readonly links: PageLinks
}

/** Asked each time, because the machine's network changes while it runs. */
type Addresses = { join(): JoinInfo; screenUrl(): string; remoteUrl(secret: string): string }

export type Lobbies = {
  of(contestId: string): Lobby
  /** Every door that lets somebody in has the contest's record at hand; its code and key never change (C5). */
  admit(contest: ContestRecord): void
  /** The contest and its pages are gone. */
  forget(contestId: string): void
  /** Nothing is pinged or sent any more. */
  close(): void
}

export function newLobbies(publicUrl: () => string, newLinks: () => PageLinks): Lobbies {
  const lobbies = new Map<string, Lobby>()
  function of(contestId: string): Lobby {
    const known = lobbies.get(contestId)
    if (known) return known
    const placeRequests = newPlaceRequests()
    const lobby: Lobby = {
      audience: newAudience(),
      placeRequests,
      claims: new Set(),
      visitors: new Map(),
      addresses: undefined,
      remote: { isPaired: false, connections: 0 },
      links: newLinks(),
    }
    lobbies.set(contestId, lobby)
    return lobby
  }
  return {
    of,
    admit({ id, roomCode, screenKey }) {
      if (!roomCode || !screenKey) return
      of(id).addresses = {
        join: () => ({ roomCode, url: `${publicUrl()}/p/${roomCode}` }),
        screenUrl: () => `${publicUrl()}/screen/${screenKey}`,
        // In the fragment: no server, no log and no Referer ever sees it.
        remoteUrl: (secret) => `${publicUrl()}/remote#${secret}`,
      }
    },
    forget(contestId) {
      lobbies.get(contestId)?.links.stop()
      lobbies.delete(contestId)
    },
    close() {
      for (const { links } of lobbies.values()) links.stop()
    },
  }
}

/** Nobody joins a contest that is over. */
export function joinInfo(lobby: Lobby, stage: string): JoinInfo | null {
  return stage === 'podium' ? null : (lobby.addresses?.join() ?? null)
}

export function hostExtras(lobby: Lobby, stage: string, storageTrouble: StorageTrouble | null): HostExtras {
  return {
    join: joinInfo(lobby, stage),
    screenUrl: lobby.addresses?.screenUrl() ?? '',
    placeRequests: lobby.placeRequests.list(),
    storageTrouble,
    remote: remoteState(lobby.remote),
  }
}

function remoteState({ isPaired, connections }: Lobby['remote']): RemoteState {
  if (!isPaired) return 'none'
  return connections > 0 ? 'connected' : 'away'
}

export function remoteExtras({ placeRequests }: Lobby, storageTrouble: StorageTrouble | null): RemoteExtras {
  return { placeRequests: placeRequests.list().length, storageTrouble }
}

/** Where a room's views go: Socket.IO rooms named by contest and member. */
export function outletsOf(
  { members, screens, hosts, remotes }: Namespaces,
  lobby: Lobby,
  contestId: string,
): RoomOutlets {
  return {
    connectedMembers: lobby.audience.members,
    toMember: (memberId, view) => void members.to(memberChannel(contestId, memberId)).emit('member:view', view),
    toScreens: (view) => void screens.to(contestId).emit('screen:view', view, joinInfo(lobby, view.stage.name)),
    toHosts(view, trouble) {
      hosts.to(contestId).emit('host:view', view, hostExtras(lobby, view.stage.name, trouble))
      remotes.to(contestId).emit('remote:view', remoteView(view), remoteExtras(lobby, trouble))
    },
    progress(progress) {
      screens.to(contestId).emit('screen:progress', progress)
      hosts.to(contestId).emit('host:progress', progress)
      remotes.to(contestId).emit('remote:progress', progress)
    },
    course: lobby.links.follow,
  }
}

/** A contest whose room this process has; a handshake has made sure that it exists. */
export async function liveContest(rooms: ContestRooms, cellId: string, contestId: string): Promise<LiveContest> {
  const live = await rooms.of(cellId, contestId)
  if (!live) throw new Error(`contest ${contestId} has no content`)
  return live
}

/** One sample of the contest clock. It is the room's: another one of the same contest counts from elsewhere (T1). */
export function clockOf({ room }: LiveContest) {
  return { ok: true, value: room.clock() } as const
}

export function ackOf<Value>(reply: RoomReply, value: Value): Ack<Value> {
  if (reply.ok) return { ok: true, value }
  const { refusal, receipt } = reply
  return receipt ? { ok: false, refusal, receipt } : { ok: false, refusal }
}

/** A page that could not be let in would wait for its view for ever; cut off, it comes again by itself. */
export function cutOff({ conn }: { readonly conn: { close(): unknown } }): void {
  conn.close()
}

/** The member's pages, wherever they are open, look at the roster again. */
function displace({ namespaces }: InHouse, contestId: string, memberId: MemberId): void {
  const pages = namespaces.members.in(memberChannel(contestId, memberId))
  pages.emit('member:displaced')
  pages.disconnectSockets(true)
}

type Place = { readonly cellId: string; readonly contestId: string; readonly memberId: MemberId }

/** A6: one live device per name. Every older one ends, also one that came in a moment ago. */
export async function giveName(
  dependencies: InHouse,
  { cellId, contestId, memberId }: Place,
  provedBy: DeviceProof,
): Promise<string> {
  const { store, lobbies, wallNow } = dependencies
  const { claims } = lobbies.of(contestId)
  const devices = deviceRepository(store)
  const token = newSecret()
  claims.add(memberId)
  try {
    await devices.revokeAllOf(cellId, memberId, wallNow())
    displace(dependencies, contestId, memberId)
    await devices.create(cellId, {
      id: newId(),
      memberId,
      tokenHash: hashSecret(token),
      provedBy,
      createdAtMs: wallNow(),
    })
  } finally {
    claims.delete(memberId)
  }
  return token
}
