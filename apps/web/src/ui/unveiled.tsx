import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { classNames } from './class-names.ts'
import styles from './unveiled.module.css'

type UnveiledProps = {
  /** What stands there until `children` are shown; `null` once they are. */
  readonly veil: ReactNode
  /**
   * When that is to be, by the page's own clock; `veil` may go later, or before. `null` while `children` are not yet what
   * will be shown.
   */
  readonly unveilsAt: number | null
  readonly children: ReactNode
}

/**
 * Lays out and draws `children` before they may be seen, so that showing them takes a single frame on any device (T2, T8):
 * pages that had to lay out first showed the options up to a tenth of a second apart. Where the moment is known ahead,
 * the browser's compositor shows them then, whatever the page itself is busy with.
 */
export function Unveiled({ veil, unveilsAt, children }: UnveiledProps) {
  const isVeiled = veil !== null
  const isReady = unveilsAt !== null
  const content = useRef<HTMLDivElement>(null)
  const cover = useRef<HTMLDivElement>(null)
  useUnveiling(cover, content, isVeiled ? unveilsAt : null)
  return (
    <div className={styles.place}>
      {isVeiled && (
        <div ref={cover} className={classNames(styles.veil, isReady && styles.still)}>
          {veil}
        </div>
      )}
      <div
        ref={content}
        className={classNames(styles.content, isVeiled && styles.veiled)}
        inert={isVeiled}
        aria-hidden={isVeiled}
      >
        {children}
      </div>
    </div>
  )
}

/** As many options as most questions have, before it is known what they are. */
export const optionPlaces: readonly string[] = Array<string>(4).fill('\u00A0')

/** Whether a browser can be told ahead when to show something: all but those of 2019. */
export const unveilsByItself = typeof Element !== 'undefined' && 'animate' in Element.prototype

function useUnveiling(cover: Place, content: Place, at: number | null): void {
  useLayoutEffect(() => {
    if (at === null || !unveilsByItself) return undefined
    const unveilings = [change(cover.current, 1, 0), change(content.current, hiddenOpacity, 1)]
    for (const unveiling of unveilings) if (unveiling) unveiling.startTime = at - frameMillis
    return () => {
      for (const unveiling of unveilings) unveiling?.cancel()
    }
  }, [cover, content, at])
}

type Place = RefObject<HTMLDivElement | null>

/** From one to the other at once; it holds before and after, until it is cancelled. */
function change(element: HTMLDivElement | null, from: number, to: number): Animation | undefined {
  return element?.animate([{ opacity: from }, { opacity: to }], { duration: 1, fill: 'both' })
}

/** Begun so much earlier, a frame is on the glass when it should be. */
const frameMillis = 24
/** As in the style sheet. */
const hiddenOpacity = 0.001
