import { type RefObject, useLayoutEffect } from 'react'

type Position = { readonly left: number; readonly top: number }

/** Where each row stood when the standings were last shown; other stages come in between. */
export type PlacePositions = Map<string, Position>

/** Rows first stand where they stood before, then go to their new places: gently, or at once where motion is unwelcome. */
export function useMoves(
  list: RefObject<HTMLElement | null>,
  positions: PlacePositions | undefined,
  order: string,
): void {
  useLayoutEffect(() => {
    if (!positions || !order) return
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    for (const row of list.current?.querySelectorAll<HTMLElement>('[data-place]') ?? []) {
      const key = row.dataset['place'] ?? ''
      const before = positions.get(key)
      const after = { left: row.offsetLeft, top: row.offsetTop }
      positions.set(key, after)
      if (before && !isStill) move(row, before, after)
    }
  }, [list, positions, order])
}

function move(row: HTMLElement, before: Position, after: Position): void {
  const [x, y] = [before.left - after.left, before.top - after.top]
  if (x === 0 && y === 0) return
  row.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
    delay: 600,
    duration: 900,
    easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
    fill: 'backwards',
  })
}
