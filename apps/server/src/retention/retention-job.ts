import { sessionRepository, type Store } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import type { Schedule } from '@khac-sau/room'
import { keptLongEnough } from './retention.ts'

export type RetentionDependencies = {
  readonly store: Store
  readonly wallNow: () => WallMillis
  readonly schedule: Schedule
  readonly report: (error: unknown, about: string) => void
  /** P2: what an erasure left to be cleaned; reports by itself. */
  readonly clean: () => Promise<void>
}

const everyMillis = 24 * 60 * 60_000

/** P2, P4: forgets at the start, then once a day. What fails is reported, and tried again the next day. */
export async function startRetention(dependencies: RetentionDependencies): Promise<() => void> {
  const { store, wallNow, schedule, report, clean } = dependencies
  const sessions = sessionRepository(store)
  let cancel = () => {}
  let stopped = false

  async function forget(): Promise<void> {
    try {
      const ended = await sessions.deleteExpired(wallNow())
      const forgotten = await sessions.forgetBrowsers(keptLongEnough(wallNow()))
      if (ended + forgotten > 0) await store.checkpoint()
    } catch (error) {
      report(error, 'forgetting what was kept long enough')
    }
    void clean()
  }

  function waitADay(): void {
    if (!stopped) cancel = schedule(everyMillis, () => void forget().then(waitADay))
  }

  await forget()
  waitADay()
  return () => {
    stopped = true
    cancel()
  }
}
