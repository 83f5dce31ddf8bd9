import { contestRepository } from '@khac-sau/database'
import { type HostCommand, type MemberId, upNext } from '@khac-sau/engine'
import { type Ack, HostHandshake, hostRequests, type SentHostCommand } from '@khac-sau/protocol'
import type { Asked, Room } from '@khac-sau/room'
import { findContest, refusalOfNothing } from '../rooms/houses.ts'
import {
  ackOf,
  clockOf,
  cutOff,
  type GatewayDependencies,
  giveName,
  hostExtras,
  type InHouse,
  liveContest,
} from './gateway.ts'
import { writeDown } from '../audit/host-commands.ts'
import { door } from './handshake.ts'
import { keepNewest, pagesOfOneAccount } from './newest-pages.ts'
import { hostPermissions, mayAll } from './permissions.ts'
import { serve } from './serve.ts'

/** Who runs the contest: signed in, and of the cell that the contest belongs to. */
export function hostGateway(dependencies: GatewayDependencies): void {
  const { namespaces, houses, lobbies, remotes, limits, accountOfCookie, report } = dependencies
  namespaces.hosts.use(
    door(
      HostHandshake,
      async ({ contestId }, socket) => {
        const account = await accountOfCookie(socket.handshake.headers.cookie)
        if (!account) return { ok: false, refusal: 'signed-out' }
        if (!mayAll(account.role, hostPermissions)) return { ok: false, refusal: 'not-permitted' }
        const found = await findContest(houses.all(), (contests) => contests.byId(account.cellId, contestId))
        if (!found || found.contest.stage === 'draft') return refusalOfNothing(houses, contestId)
        lobbies.admit(found.contest)
        return {
          ok: true,
          data: {
            house: found.house,
            cellId: account.cellId,
            contestId,
            accountId: account.accountId,
            sessionHash: account.sessionHash,
          },
        }
      },
      report,
    ),
  )
  namespaces.hosts.on('connection', (socket) => {
    const { house, cellId, contestId, accountId } = socket.data
    const { rooms } = house
    const ofAccount = [...namespaces.hosts.sockets.values()].filter(({ data }) => data.accountId === accountId)
    keepNewest(ofAccount, pagesOfOneAccount)
    limits.requests(socket, Object.keys(hostRequests))
    serve(
      socket,
      hostRequests,
      {
        async 'host:command'(sent) {
          const { room } = await liveContest(rooms, cellId, contestId)
          const reply = await room.submit(commandOf(sent, accountId, dependencies.wallNow()))
          if (reply.ok)
            await writeDown(house.store, { cellId, contestId, actorId: accountId, atMs: dependencies.wallNow() }, sent)
          if (reply.ok && sent.type === 'readmit') await bringBack(dependencies, contestId, room, sent.memberId)
          return ackOf(reply, {})
        },
        'host:answer-place-request': ({ requestId, grant }) =>
          answerPlaceRequest({ ...dependencies, ...house }, { cellId, contestId, requestId, grant }),
        async 'host:peek'() {
          const { room } = await liveContest(rooms, cellId, contestId)
          const record = await contestRepository(house.store).byId(cellId, contestId)
          return { ok: true, value: { next: upNext(room.contest()), notes: record?.notes ?? '' } }
        },
        async 'host:pair-remote'() {
          const { addresses } = lobbies.of(contestId)
          if (!addresses) return { ok: false, refusal: 'room-not-open' }
          const { secret, validMillis } = remotes.offer({ house, cellId, contestId, accountId })
          return { ok: true, value: { url: addresses.remoteUrl(secret), validMillis } }
        },
        async 'host:end-remote'() {
          await remotes.end({ house, cellId, contestId })
          return { ok: true, value: {} }
        },
        async 'host:clock'() {
          return clockOf(await liveContest(rooms, cellId, contestId))
        },
      },
      report,
    )
    void liveContest(rooms, cellId, contestId)
      .then(async ({ room }) => {
        lobbies.of(contestId).remote.isPaired = await remotes.isPaired({ house, cellId, contestId })
        await socket.join(contestId)
        limits.guesses.cameIn(limits.addressOf(socket.request), contestId, room.contest().people.size)
        const view = room.hostView()
        socket.emit('host:view', view, hostExtras(lobbies.of(contestId), view.stage.name, room.storageTrouble()))
      })
      .catch((error: unknown) => {
        report(error, `host of ${contestId}`)
        cutOff(socket)
      })
  })
}

/** Who pressed and when is the server's to say, never the page's. */
function commandOf(sent: SentHostCommand, by: string, wallMillis: number): Asked {
  const command: SentHostCommand & Pick<HostCommand, 'by'> = { ...sent, by }
  if (command.type === 'settle' || command.type === 'unsettle') return { ...command, wallMillis }
  return command
}

type PlaceAnswer = {
  readonly cellId: string
  readonly contestId: string
  readonly requestId: string
  readonly grant: boolean
}

/** A removed member's page stays open and says so; readmitted, it goes on by itself. */
async function bringBack({ lobbies }: GatewayDependencies, contestId: string, room: Room, memberId: MemberId) {
  if (lobbies.of(contestId).audience.has(memberId)) await room.submit({ type: 'join', memberId })
}

/** The place is handed over with a new token. */
async function answerPlaceRequest(
  dependencies: InHouse,
  { cellId, contestId, requestId, grant }: PlaceAnswer,
): Promise<Ack<Record<string, never>>> {
  const { namespaces, rooms, lobbies } = dependencies
  const request = lobbies.of(contestId).placeRequests.take(requestId)
  const { room } = await liveContest(rooms, cellId, contestId)
  room.presenceChanged()
  if (!request) return { ok: false, refusal: 'no-such-request' }
  // A request is named by the socket that asked.
  const phone = namespaces.members.to(requestId)
  if (!grant) {
    phone.emit('member:place-refused')
    return { ok: true, value: {} }
  }
  const { memberId } = request
  const token = await giveName(dependencies, { cellId, contestId, memberId }, 'host')
  phone.emit('member:place', { memberId, token })
  return { ok: true, value: {} }
}
