import { contestRepository } from '@khac-sau/database'
import { ScreenHandshake, screenRequests } from '@khac-sau/protocol'
import { controlPings } from './control-pings.ts'
import { clockOf, cutOff, type GatewayDependencies, joinInfo, liveContest } from './gateway.ts'
import { door } from './handshake.ts'
import { serve } from './serve.ts'

/** The projector: watches one contest, whoever holds its secret link. */
export function screenGateway({ namespaces, store, rooms, lobbies, report }: GatewayDependencies): void {
  const contests = contestRepository(store)
  namespaces.screens.use(
    door(
      ScreenHandshake,
      async ({ screenKey }) => {
        const contest = await contests.byScreenKey(screenKey)
        if (!contest) return { ok: false, refusal: 'no-such-room' }
        lobbies.admit(contest)
        return { ok: true, data: { cellId: contest.cellId, contestId: contest.id } }
      },
      report,
    ),
  )
  namespaces.screens.on('connection', (socket) => {
    const { cellId, contestId } = socket.data
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
