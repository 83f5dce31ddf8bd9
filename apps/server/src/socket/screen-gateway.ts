import { ScreenHandshake, screenRequests } from '@khac-sau/protocol'
import { closedRefusal, findContest, refusalOfNothing } from '../rooms/houses.ts'
import { controlPings } from './control-pings.ts'
import { clockOf, cutOff, type GatewayDependencies, joinInfo, liveContest } from './gateway.ts'
import { door } from './handshake.ts'
import { serve } from './serve.ts'

/** The projector: watches one contest, whoever holds its secret link. */
export function screenGateway({ namespaces, houses, lobbies, limits, report }: GatewayDependencies): void {
  namespaces.screens.use(
    door(
      ScreenHandshake,
      async ({ screenKey }) => {
        const found = await findContest(houses.all(), (contests) => contests.byScreenKey(screenKey))
        if (!found) return refusalOfNothing(houses, screenKey)
        const { house, contest } = found
        const closed = await closedRefusal(house, contest)
        if (closed) return closed
        lobbies.admit(contest)
        return { ok: true, data: { house, cellId: contest.cellId, contestId: contest.id } }
      },
      report,
    ),
  )
  namespaces.screens.on('connection', (socket) => {
    const { house, cellId, contestId } = socket.data
    const { rooms } = house
    limits.requests(socket, Object.keys(screenRequests))
    serve(
      socket,
      screenRequests,
      {
        async 'screen:clock'() {
          return clockOf(await liveContest(rooms, cellId, contestId))
        },
      },
      report,
    )
    void liveContest(rooms, cellId, contestId)
      .then(async ({ room }) => {
        await socket.join(contestId)
        limits.guesses.cameIn(limits.addressOf(socket.request), contestId, room.contest().people.size)
        const view = room.screenView()
        socket.emit('screen:view', view, joinInfo(lobbies.of(contestId), view.stage.name))
        const link = lobbies.of(contestId).links.open({
          memberId: null,
          ping: controlPings(socket, (pingId) => link.pong(pingId)),
          showOptions: (options) => void socket.emit('screen:options', options),
          kernelRoundTripMillis: () => null,
        })
        if (socket.disconnected) link.close()
        else socket.once('disconnect', link.close)
      })
      .catch((error: unknown) => {
        report(error, `projector of ${contestId}`)
        cutOff(socket)
      })
  })
}
