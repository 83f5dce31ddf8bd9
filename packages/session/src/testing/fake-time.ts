import type { Schedule } from '../link.ts'

/** Time that stands until a test moves it, and what is to happen in it. */
export function fakeTime(start = 1_000_000) {
  let now = start
  let asleep = 0
  let tasks: readonly { readonly at: number; readonly run: () => void }[] = []
  const schedule: Schedule = (run, afterMillis) => {
    const task = { at: now + afterMillis, run }
    tasks = [...tasks, task]
    return () => {
      tasks = tasks.filter((other) => other !== task)
    }
  }
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return {
    now: () => now,
    wallNow: () => now + asleep,
    schedule,
    settle,
    /** The device slept: time of day went on, the monotonic clock did not. */
    sleep(millis: number) {
      asleep += millis
    },
    async pass(millis: number) {
      const end = now + millis
      await settle()
      for (;;) {
        const next = [...tasks].sort((a, b) => a.at - b.at)[0]
        if (!next || next.at > end) break
        now = next.at
        tasks = tasks.filter((other) => other !== next)
        next.run()
        await settle()
      }
      now = end
    },
  }
}

export type FakeTime = ReturnType<typeof fakeTime>
