import type { Progress, RemoteView } from '@khac-sau/engine'
import type { Ack, RefusalCode, RemoteCommand, RemoteExtras } from '@khac-sau/protocol'
import { createViewSession, type ViewSession, type ViewSessionOptions } from './view-session.ts'

export type RemotePayload = readonly [RemoteView, RemoteExtras]

/** `unreachable`: it was not sent. `no-answer`: whether it was carried out is not known; the next view says so. */
export type RemoteFailure = RefusalCode | 'unreachable' | 'no-answer'

export type RemoteSession = ViewSession<RemotePayload> & {
  /** `null` once the server has carried it out. A press while the line is down is not kept for later. */
  readonly send: (command: RemoteCommand) => Promise<RemoteFailure | null>
}

type RemoteSessionOptions = Omit<ViewSessionOptions<RemotePayload>, 'viewEvent' | 'clockRequest' | 'ahead'>

/** Moves a contest along: from a paired phone, or from the projector where there is one screen. */
export function createRemoteSession(options: RemoteSessionOptions): RemoteSession {
  const { link } = options
  const session = createViewSession<RemotePayload>({
    ...options,
    viewEvent: 'remote:view',
    clockRequest: 'remote:clock',
  })
  return {
    ...session,
    async send(command) {
      if (!link.connected) return 'unreachable'
      try {
        const ack = (await link.emitWithAck('remote:command', command)) as Ack<object>
        return ack.ok ? null : ack.refusal
      } catch {
        session.doubt()
        return 'no-answer'
      }
    },
  }
}

/** How many have answered comes more often than whole views do; answers are never taken back. */
export function withProgress(view: RemoteView, progress: Progress | null): RemoteView {
  const { stage } = view
  if (!progress || (stage.name !== 'open' && stage.name !== 'closing')) return view
  const isNewer = progress.openingId === stage.openingId && progress.answered >= stage.progress.answered
  return isNewer ? { ...view, stage: { ...stage, progress } } : view
}
