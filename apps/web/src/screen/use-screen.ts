import type { OptionsAhead, Progress, ScreenView } from '@khac-sau/engine'
import type { JoinInfo, ScreenHandshake, ServerToScreen } from '@khac-sau/protocol'
import { PROTOCOL_VERSION } from '@khac-sau/protocol/version'
import { createContestClock, createViewSession } from '@khac-sau/session'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { io } from 'socket.io-client'
import { watchReturns } from '../ui/watch-returns.ts'

type ScreenPayload = Parameters<ServerToScreen['screen:view']>

export type ScreenConnection = ReturnType<typeof useScreen>

/** The projector's connection, for one key: another key is another component. */
export function useScreen(screenKey: string) {
  const [connection] = useState(() => connect(screenKey))
  const [progress, setProgress] = useState<Progress | null>(null)
  const { session, socket, clock } = connection
  useEffect(() => {
    socket.on('screen:progress', setProgress)
    session.start()
    const unwatch = watchReturns(session.wake)
    return () => {
      socket.off('screen:progress', setProgress)
      unwatch()
      session.stop()
    }
  }, [session, socket])
  const state = useSyncExternalStore(session.subscribe, session.snapshot)
  return { ...state, progress, now: clock.contestNow }
}

function connect(screenKey: string) {
  const now = () => performance.now()
  const clock = createContestClock(now, Date.now)
  const socket = io('/screen', {
    auth: { protocolVersion: PROTOCOL_VERSION, screenKey } satisfies ScreenHandshake,
    autoConnect: false,
    transports: ['websocket'],
    ackTimeout: 4000,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
    randomizationFactor: 0.3,
    closeOnBeforeunload: true,
  })
  const session = createViewSession<ScreenPayload>({
    link: socket,
    viewEvent: 'screen:view',
    ahead: { event: 'screen:options', opened: ([view, join], options) => openedScreen(view, join, options) },
    clockRequest: 'screen:clock',
    clock,
    now,
    schedule: (callback, afterMillis) => {
      const timer = setTimeout(callback, afterMillis)
      return () => clearTimeout(timer)
    },
  })
  return { session, socket, clock }
}

/** T8: the room sees the options at the instant at which the phones do. */
function openedScreen(
  view: ScreenView,
  join: JoinInfo | null,
  { openingId, options }: OptionsAhead,
): ScreenPayload | null {
  const { stage, joinedCount } = view
  if (stage.name !== 'stem' || stage.openingId !== openingId || stage.continued) return null
  const progress = { openingId, answered: 0, expected: joinedCount }
  return [{ ...view, stage: { ...stage, name: 'open', options, progress, someHaveTime: false } }, join]
}
