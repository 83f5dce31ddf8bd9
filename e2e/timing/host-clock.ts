import type { Page } from '@playwright/test'

type View = {
  readonly now: number
  readonly stage: { readonly question?: number; readonly opensAt?: number }
}

/** When options were due (T0), in wall time, by what a host without delay is told: the soonest frame is the nearest. */
export function listenToHost(host: Page): (question: number) => number {
  const opensAt = new Map<number, number>()
  let toWall = Infinity
  host.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const text = String(payload)
      if (!text.startsWith('42/host,["host:view"')) return
      const [, { now, stage }] = JSON.parse(text.slice(text.indexOf('['))) as readonly [string, View]
      toWall = Math.min(toWall, Date.now() - now)
      if (stage.question !== undefined && stage.opensAt !== undefined) opensAt.set(stage.question, stage.opensAt)
    }),
  )
  return (question) => toWall + (opensAt.get(question) ?? Number.NaN)
}
