import type { Progress } from '@khac-sau/engine'
import type { RemoteHandshake } from '@khac-sau/protocol'
import { PROTOCOL_VERSION } from '@khac-sau/protocol/version'
import { createContestClock, createRemoteSession, withProgress } from '@khac-sau/session'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { io } from 'socket.io-client'
import { watchReturns } from '../ui/watch-returns.ts'

/** The phone's connection: which contest it is for, its cookie says. */
export function useRemote() {
  const [{ session, socket, clock }] = useState(connect)
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    socket.on('remote:progress', setProgress)
    session.start()
    const unwatch = watchReturns(session.wake)
    return () => {
      socket.off('remote:progress', setProgress)
      unwatch()
      session.stop()
    }
  }, [session, socket])
  const { status, refusal, payload } = useSyncExternalStore(session.subscribe, session.snapshot)
  const [view, extras] = payload ?? [null, null]
  return {
    status,
    refusal,
    view: view && withProgress(view, progress),
    extras,
    send: session.send,
    now: clock.contestNow,
  }
}

function connect() {
  const now = () => performance.now()
  const clock = createContestClock(now, Date.now)
  const socket = io('/remote', {
    auth: { protocolVersion: PROTOCOL_VERSION } satisfies RemoteHandshake,
    autoConnect: false,
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
  return { session, socket, clock }
}
