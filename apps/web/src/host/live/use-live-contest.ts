import type { HostView, Progress, UpNext } from '@khac-sau/engine'
import type { HostExtras, HostToServer, SentHostCommand, ServerToHost } from '@khac-sau/protocol'
import { PROTOCOL_VERSION } from '@khac-sau/protocol/version'
import { createContestClock, createViewSession, type Link, type ViewState } from '@khac-sau/session'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { io, type Socket } from 'socket.io-client'
import { watchReturns } from '../../ui/watch-returns.ts'
import type { HostFailure } from '../parts/api.ts'

/** `no-answer`: whether it was carried out is not known; the next view says so. */
export type CommandFailure = HostFailure | 'no-answer'

export type LiveContest = {
  readonly status: ViewState<unknown>['status']
  readonly refusal: ViewState<unknown>['refusal']
  readonly view: HostView | null
  readonly extras: HostExtras | null
  /** The contest's clock as this page knows it. */
  readonly now: () => number
  readonly send: (command: SentHostCommand) => Promise<CommandFailure | null>
  readonly answerPlaceRequest: (requestId: string, grant: boolean) => Promise<CommandFailure | null>
  /** `null` without an answer. */
  readonly peek: () => Promise<Peeked | null>
  /** A code for the phone that is to be the remote. */
  readonly pairRemote: () => Promise<PairingCode | CommandFailure>
  readonly endRemote: () => Promise<CommandFailure | null>
}

/** What is on this page only while the host holds a button down. */
export type Peeked = { readonly next: UpNext | null; readonly notes: string }

export type PairingCode = { readonly url: string; readonly validMillis: number }

type HostPayload = readonly [HostView, HostExtras]
type HostSocket = Socket<ServerToHost, HostToServer>

/** This page's place in the room: the newest view, and a way to press the buttons. */
export function useLiveContest(contestId: string): LiveContest {
  const [connection] = useState(() => createConnection(contestId))
  const { session, socket, clock } = connection
  const { status, refusal, payload } = useSyncExternalStore(session.subscribe, session.snapshot)
  const progress = useProgress(socket)
  useEffect(() => {
    session.start()
    const unwatch = watchReturns(session.wake)
    return () => {
      unwatch()
      session.stop()
    }
  }, [session])
  return {
    status,
    refusal,
    view: payload ? withProgress(payload[0], progress) : null,
    extras: payload ? payload[1] : null,
    now: clock.contestNow,
    send: connection.send,
    answerPlaceRequest: connection.answerPlaceRequest,
    peek: connection.peek,
    pairRemote: connection.pairRemote,
    endRemote: connection.endRemote,
  }
}

function createConnection(contestId: string) {
  const now = () => performance.now()
  const clock = createContestClock(now, () => Date.now())
  const socket: HostSocket = io('/host', {
    autoConnect: false,
    auth: { protocolVersion: PROTOCOL_VERSION, contestId },
    transports: ['websocket'],
    ackTimeout: 4_000,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2_000,
    randomizationFactor: 0.3,
    closeOnBeforeunload: true,
  })
  const session = createViewSession<HostPayload>({
    link: socket as unknown as Link,
    viewEvent: 'host:view',
    clockRequest: 'host:clock',
    clock,
    now,
    schedule(callback, afterMillis) {
      const timer = setTimeout(callback, afterMillis)
      return () => clearTimeout(timer)
    },
  })
  return {
    clock,
    socket,
    session,
    send: (command: SentHostCommand) =>
      answered(socket, () => socket.emitWithAck('host:command', command as HostCommandInput)),
    answerPlaceRequest: (requestId: string, grant: boolean) =>
      answered(socket, () => socket.emitWithAck('host:answer-place-request', { requestId, grant })),
    async peek() {
      if (!socket.connected) return null
      const ack = await socket.emitWithAck('host:peek', {}).catch(() => null)
      return ack?.ok ? ack.value : null
    },
    async pairRemote() {
      let code: PairingCode | undefined
      const failure = await answered(socket, async () => {
        const ack = await socket.emitWithAck('host:pair-remote', {})
        if (ack.ok) code = ack.value
        return ack
      })
      return code ?? failure ?? 'no-answer'
    },
    endRemote: () => answered(socket, () => socket.emitWithAck('host:end-remote', {})),
  }
}

/** The same command, as the schema spells it: without `readonly`. */
type HostCommandInput = Parameters<HostToServer['host:command']>[0]

type AnyAck = { readonly ok: true } | { readonly ok: false; readonly refusal: HostFailure }

/** A press while the line is down is not kept for later: by then the room is somewhere else. */
async function answered(socket: HostSocket, emit: () => Promise<AnyAck>): Promise<CommandFailure | null> {
  if (!socket.connected) return 'unreachable'
  try {
    const ack = await emit()
    return ack.ok ? null : ack.refusal
  } catch {
    return 'no-answer'
  }
}

/** How many have answered comes more often than whole views do. */
function useProgress(socket: HostSocket): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    socket.on('host:progress', setProgress)
    return () => void socket.off('host:progress', setProgress)
  }, [socket])
  return progress
}

function withProgress(view: HostView, progress: Progress | null): HostView {
  const { stage } = view
  if (!progress || (stage.name !== 'open' && stage.name !== 'closing')) return view
  const isNewer = progress.openingId === stage.openingId && progress.answered >= stage.progress.answered
  return isNewer ? { ...view, stage: { ...stage, progress } } : view
}
