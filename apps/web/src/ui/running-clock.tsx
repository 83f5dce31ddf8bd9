import { useEffect, useState } from 'react'
import { Clock, clockPhase, type ClockPhase, type ClockSize } from './clock.tsx'

type RunningClockProps = {
  /** On the same scale as `now`. */
  readonly closesAt: number
  readonly totalMillis: number
  /** The contest's clock as this screen knows it. */
  readonly now: () => number
  readonly label: string
  readonly size?: ClockSize | undefined
  /** Once per stage and question, for what a screen reader should hear. Must keep its identity between renders. */
  readonly onPhase?: ((phase: ClockPhase) => void) | undefined
  /** Stands at its beginning: laid out before its time, it must cost nothing. */
  readonly waiting?: boolean | undefined
}

/** It only shows: whether time is over is decided by the server (A1), never by this clock reaching 0. */
export function RunningClock({ closesAt, totalMillis, now, label, size, onPhase, waiting }: RunningClockProps) {
  const remainingMillis = useRemainingMillis(closesAt, now, waiting)
  const phase = clockPhase(remainingMillis)
  useEffect(() => onPhase?.(phase), [onPhase, phase, closesAt])
  return <Clock remainingMillis={remainingMillis} totalMillis={totalMillis} label={label} size={size} />
}

const tickMillis = 100

/** Read from the clock at every tick, so that a tab that slept is right again at once. */
export function useRemainingMillis(closesAt: number, now: () => number, waiting = false): number {
  const [remaining, setRemaining] = useState(() => closesAt - now())
  useEffect(() => {
    if (waiting) return undefined
    const read = () => setRemaining(Math.max(0, closesAt - now()))
    read()
    const timer = setInterval(read, tickMillis)
    document.addEventListener('visibilitychange', read)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', read)
    }
  }, [closesAt, now, waiting])
  return remaining
}
