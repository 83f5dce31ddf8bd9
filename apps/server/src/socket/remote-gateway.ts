import { type AccountId, remoteView } from '@khac-sau/engine'
import { type RemoteCommand, RemoteHandshake, remoteRequests } from '@khac-sau/protocol'
import type { Asked } from '@khac-sau/room'
import { findContest, refusalOfNothing } from '../rooms/houses.ts'
import { ackOf, clockOf, cutOff, type GatewayDependencies, liveContest, remoteExtras } from './gateway.ts'
import { type Admitted, door } from './handshake.ts'
import { mayAll, remotePermissions } from './permissions.ts'
import { serve } from './serve.ts'
import type { RemoteData } from './socket-server.ts'

/** Who moves a contest along without the host's page: a paired phone, or the projector itself where there is one screen. */
export function remoteGateway(dependencies: GatewayDependencies): void {
  const { namespaces, lobbies, limits, wallNow, report } = dependencies
  namespaces.remotes.use(
    door(
      RemoteHandshake,
      async ({ screenKey }, { handshake }) => {
        const { cookie } = handshake.headers
        return screenKey === undefined ? phoneOf(dependencies, cookie) : screenOf(dependencies, screenKey, cookie)
      },
      report,
    ),
  )
  namespaces.remotes.on('connection', (socket) => {
    const { house, cellId, contestId, accountId, isPhone } = socket.data
    const { rooms } = house
    limits.requests(socket, Object.keys(remoteRequests))
    const { remote } = lobbies.of(contestId)
    serve(
      socket,
      remoteRequests,
      {
        async 'remote:command'(sent) {
          if (isPhone && sent.type === 'settle') return { ok: false, refusal: 'not-by-remote' }
          const { room } = await liveContest(rooms, cellId, contestId)
          return ackOf(await room.submit(commandOf(sent, accountId, wallNow())), {})
        },
        async 'remote:clock'() {
          return clockOf(await liveContest(rooms, cellId, contestId))
        },
      },
      report,
    )
    void liveContest(rooms, cellId, contestId)
      .then(async ({ room }) => {
        await socket.join(contestId)
        socket.emit(
          'remote:view',
          remoteView(room.hostView()),
          remoteExtras(lobbies.of(contestId), room.storageTrouble()),
        )
        if (!isPhone || socket.disconnected) return
        remote.connections += 1
        room.presenceChanged()
        socket.once('disconnect', () => {
          remote.connections -= 1
          room.presenceChanged()
        })
      })
      .catch((error: unknown) => {
        report(error, `remote of ${contestId}`)
        cutOff(socket)
      })
  })
}

async function phoneOf(
  { remotes, lobbies }: GatewayDependencies,
  cookie: string | undefined,
): Promise<Admitted<RemoteData>> {
  const paired = await remotes.ofCookie(cookie)
  if (!paired) return { ok: false, refusal: 'remote-over' }
  const { house, contest, accountId } = paired
  lobbies.admit(contest)
  const { cellId, id: contestId } = contest
  return { ok: true, data: { house, cellId, contestId, accountId, sessionHash: null, isPhone: true } }
}

/** The key is known to all who saw the projector's address: it says which contest, and the session who it is. */
async function screenOf(
  { houses, lobbies, accountOfCookie }: GatewayDependencies,
  screenKey: string,
  cookie: string | undefined,
): Promise<Admitted<RemoteData>> {
  const account = await accountOfCookie(cookie)
  if (!account) return { ok: false, refusal: 'signed-out' }
  if (!mayAll(account.role, remotePermissions)) return { ok: false, refusal: 'not-permitted' }
  const found = await findContest(houses.all(), (contests) => contests.byScreenKey(screenKey))
  if (found?.contest.cellId !== account.cellId) return refusalOfNothing(houses, screenKey)
  const { house, contest } = found
  lobbies.admit(contest)
  const { cellId, accountId, sessionHash } = account
  return { ok: true, data: { house, cellId, contestId: contest.id, accountId, sessionHash, isPhone: false } }
}

/** Who pressed and when is the server's to say, never the page's. */
function commandOf(sent: RemoteCommand, by: AccountId, wallMillis: number): Asked {
  return sent.type === 'settle' ? { ...sent, by, wallMillis } : { ...sent, by }
}
