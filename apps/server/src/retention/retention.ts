import type { WallMillis } from '@khac-sau/engine'

const dayMillis = 24 * 60 * 60_000

/** P4: how long it is kept by which browser somebody signed in. Of members no such thing is stored at all. */
const browserDays = 30

/** What is from then or before has been kept long enough. */
export function keptLongEnough(nowMs: WallMillis): WallMillis {
  return nowMs - browserDays * dayMillis
}
