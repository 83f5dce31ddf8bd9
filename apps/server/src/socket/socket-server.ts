import type {
  CheckToServer,
  HostToServer,
  MemberToServer,
  RemoteToServer,
  ScreenToServer,
  ServerToCheck,
  ServerToHost,
  ServerToMember,
  ServerToRemote,
  ServerToScreen,
} from '@khac-sau/protocol'
import type { PageLink } from '@khac-sau/room'
import type { Millis } from '@khac-sau/engine'
import type { House } from '../rooms/houses.ts'
import type { Server as HttpServer } from 'node:http'
import { type DefaultEventsMap, type Namespace, Server } from 'socket.io'
import { type Connection, limitFrames } from './connection-limits.ts'

/** `memberId`, `deviceId` and `tokenHash` are there once the phone has a place. */
export type MemberData = ContestData & {
  readonly memberId?: string
  readonly deviceId?: string
  readonly tokenHash?: string
  /** Counted in the audience: a socket may go before it is let in. */
  entered?: boolean
  /** Once it has its first view. */
  link?: PageLink
}
export type ContestData = { readonly house: House; readonly cellId: string; readonly contestId: string }
/** `sessionHash`: ends with that session; `null` for a paired phone, which its host ends. */
export type HostData = ContestData & { readonly accountId: string; readonly sessionHash: string | null }
/** `accountId` presses: the one that paired the phone, or is signed in beside the projector. */
export type RemoteData = HostData & { readonly isPhone: boolean }

export type MemberNamespace = Namespace<MemberToServer, ServerToMember, DefaultEventsMap, MemberData>
export type ScreenNamespace = Namespace<ScreenToServer, ServerToScreen, DefaultEventsMap, ContestData>
export type HostNamespace = Namespace<HostToServer, ServerToHost, DefaultEventsMap, HostData>
export type RemoteNamespace = Namespace<RemoteToServer, ServerToRemote, DefaultEventsMap, RemoteData>

export type CheckData = { readonly checkKey: string; readonly phoneId: string }
export type CheckNamespace = Namespace<CheckToServer, ServerToCheck, DefaultEventsMap, CheckData>

/** Of a contest. */
export type Namespaces = {
  readonly members: MemberNamespace
  readonly screens: ScreenNamespace
  readonly hosts: HostNamespace
  readonly remotes: RemoteNamespace
}

/** A member's own channel, for all pages of theirs in one contest. */
export function memberChannel(contestId: string, memberId: string): string {
  return `${contestId} ${memberId}`
}

/** They come again by themselves, and are told at the door that the contest is gone. */
export function closePages({ members, screens, hosts, remotes }: Namespaces, contestId: string): void {
  for (const namespace of [members, screens, hosts, remotes]) {
    for (const socket of namespace.sockets.values()) {
      if (socket.data.contestId === contestId) socket.disconnect(true)
    }
  }
}

/** Whoever signs out is out on every page that was opened while signed in; at the door each is told so. */
export function closeSession({ hosts, remotes }: Namespaces, sessionHash: string): void {
  for (const namespace of [hosts, remotes]) {
    for (const socket of namespace.sockets.values()) {
      if (socket.data.sessionHash === sessionHash) socket.disconnect(true)
    }
  }
}

/** Its role is another, or it is gone: they come again by themselves, and are judged anew at the door. */
export function closeAccount({ hosts, remotes }: Namespaces, accountId: string): void {
  for (const namespace of [hosts, remotes]) {
    for (const socket of namespace.sockets.values()) {
      if (socket.data.accountId === accountId) socket.disconnect(true)
    }
  }
}

/** Its pages look at the roster again. */
export function closeDevice({ members }: Namespaces, deviceId: string): void {
  for (const socket of members.sockets.values()) {
    if (socket.data.deviceId !== deviceId) continue
    socket.emit('member:displaced')
    socket.disconnect(true)
  }
}

/** They come again by themselves, and are told at the door that they are remotes no more. */
export function closeRemotes({ remotes }: Namespaces, contestId: string): void {
  for (const socket of remotes.sockets.values()) {
    if (socket.data.contestId === contestId && socket.data.isPhone) socket.disconnect(true)
  }
}

/** WebSocket only; a dead phone is noticed within 9 s, long before a question is over. */
export function socketServer(
  http: HttpServer,
  isAllowedOrigin: (origin: string | undefined) => boolean,
  now: () => Millis,
) {
  const io = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: 16_384,
    perMessageDeflate: false,
    connectTimeout: 5_000,
    pingInterval: 5_000,
    pingTimeout: 4_000,
    allowRequest: (request, decide) => decide(null, isAllowedOrigin(request.headers.origin)),
  })
  io.engine.on('connection', (connection: Connection) => limitFrames(connection, now))
  // L6: nobody's door. Whoever is let in nowhere within `connectTimeout` is cut off.
  io.use((_, next) => next(new Error('no-such-room')))
  const namespaces: Namespaces = {
    members: io.of('/member'),
    screens: io.of('/screen'),
    hosts: io.of('/host'),
    remotes: io.of('/remote'),
  }
  const phones: CheckNamespace = io.of('/check')
  return {
    namespaces,
    /** That try out their connection. */
    phones,
    /** Connections first: an HTTP server does not close while one is open. */
    async close(): Promise<void> {
      io.disconnectSockets(true)
      await io.close()
    },
  }
}
