import type { RemoteHandshake } from '@khac-sau/protocol'
import { PROTOCOL_VERSION } from '@khac-sau/protocol/version'
import { createContestClock, createRemoteSession } from '@khac-sau/session'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { io } from 'socket.io-client'
import { watchReturns } from '../ui/watch-returns.ts'

export type Driving = ReturnType<typeof useDriving>

/** One screen: the way by which the projector's page moves its contest along, in the name of who is signed in. */
export function useDriving(screenKey: string) {
  const [{ session, clock }] = useState(() => connect(screenKey))
  useEffect(() => {
    session.start()
    const unwatch = watchReturns(session.wake)
    return () => {
      unwatch()
      session.stop()
    }
  }, [session])
  const state = useSyncExternalStore(session.subscribe, session.snapshot)
  return { ...state, send: session.send, now: clock.contestNow }
}

function connect(screenKey: string) {
  const now = () => performance.now()
  const clock = createContestClock(now, Date.now)
  const socket = io('/remote', {
    auth: { protocolVersion: PROTOCOL_VERSION, screenKey } satisfies RemoteHandshake,
    autoConnect: false,
    // With a connection of its own: a dead one that is shared would not be given up while the other holds on to it.
    multiplex: false,
    transports: ['websocket'],
    ackTimeout: 4000,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
    randomizationFactor: 0.3,
    closeOnBeforeunload: true,
  })
  const session = createRemoteSession({
    link: socket,
    clock,
    now,
    schedule: (callback, afterMillis) => {
      const timer = setTimeout(callback, afterMillis)
      return () => clearTimeout(timer)
    },
  })
  return { session, clock }
}
