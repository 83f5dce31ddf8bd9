import { contestRepository, deviceRepository, hashSecret, newId, newSecret } from '@khac-sau/database'
import type { HostCommand } from '@khac-sau/engine'
import { type Ack, HostHandshake, hostRequests, type SentHostCommand } from '@khac-sau/protocol'
import type { Asked } from '@khac-sau/room'
import { ackOf, type GatewayDependencies, hostExtras, liveContest } from './gateway.ts'
import { door } from './handshake.ts'
import { serve } from './serve.ts'
import { memberChannel } from './socket-server.ts'

/** Who runs the contest: signed in, and of the cell that the contest belongs to. */
export function hostGateway(dependencies: GatewayDependencies): void {
  const { namespaces, store, rooms, lobbies, accountOfCookie, bootId, report } = dependencies
  const contests = contestRepository(store)
  namespaces.hosts.use(
    door(
      HostHandshake,
      async ({ contestId }, socket) => {
        const account = await accountOfCookie(socket.handshake.headers.cookie)
        if (!account) return { ok: false, refusal: 'signed-out' }
        const contest = await contests.byId(account.cellId, contestId)
        if (!contest || contest.stage === 'draft') return { ok: false, refusal: 'no-such-room' }
        lobbies.admit(contest)
        return { ok: true, data: { cellId: account.cellId, contestId, accountId: account.accountId } }
      },
      report,
    ),
  )
  namespaces.hosts.on('connection', (socket) => {
    const { cellId, contestId, accountId } = socket.data
    serve(
      socket,
      hostRequests,
      {
        async 'host:command'(sent) {
          const { room } = await liveContest(rooms, cellId, contestId)
          const reply = await room.submit(commandOf(sent, accountId, dependencies.wallNow()))
          if (reply.ok && sent.type === 'remove') displace(dependencies, contestId, sent.memberId)
          return ackOf(reply, {})
        },
        'host:answer-place-request': ({ requestId, grant }) =>
          answerPlaceRequest(dependencies, { cellId, contestId, requestId, grant }),
        async 'host:clock'() {
          const { room } = await liveContest(rooms, cellId, contestId)
          return { ok: true, value: { bootId, at: room.contestNow() } }
        },
      },
      report,
    )
    void liveContest(rooms, cellId, contestId)
      .then(async ({ room }) => {
        await socket.join(contestId)
        const view = room.hostView()
        socket.emit('host:view', view, hostExtras(lobbies.of(contestId), view.stage.name))
      })
      .catch((error: unknown) => report(error, `host of ${contestId}`))
  })
}

/** Who pressed and when is the server's to say, never the page's. */
function commandOf(sent: SentHostCommand, by: string, wallMillis: number): Asked {
  const command: SentHostCommand & Pick<HostCommand, 'by'> = { ...sent, by }
  if (command.type === 'settle' || command.type === 'unsettle') return { ...command, wallMillis }
  return command
}

/** The member's pages, wherever they are open, look at the roster again. */
function displace({ namespaces }: GatewayDependencies, contestId: string, memberId: string): void {
  const pages = namespaces.members.in(memberChannel(contestId, memberId))
  pages.emit('member:displaced')
  pages.disconnectSockets(true)
}

type PlaceAnswer = {
  readonly cellId: string
  readonly contestId: string
  readonly requestId: string
  readonly grant: boolean
}

/** One live device per name: the place is handed over with a new token, and every older one ends. */
async function answerPlaceRequest(
  dependencies: GatewayDependencies,
  { cellId, contestId, requestId, grant }: PlaceAnswer,
): Promise<Ack<Record<string, never>>> {
  const { namespaces, store, rooms, lobbies, wallNow } = dependencies
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
  const devices = deviceRepository(store)
  const token = newSecret()
  await devices.revokeAllOf(cellId, memberId, wallNow())
  displace(dependencies, contestId, memberId)
  await devices.create(cellId, { id: newId(), memberId, tokenHash: hashSecret(token), createdAtMs: wallNow() })
  phone.emit('member:place', { memberId, token })
  return { ok: true, value: {} }
}
