import type { Millis } from '@khac-sau/engine'

/** Runs once after a delay; the returned function takes it back. */
export type Schedule = (delay: Millis, run: () => void) => () => void
