import { type TouchEvent, useEffect, useRef } from 'react'

type Press = (event: { readonly timeStamp: number; readonly target: EventTarget }) => void

/**
 * Takes a press as the finger leaves the glass (T4). The click that browsers make of it has the same time stamp and comes
 * up to 50 ms later on a slow phone, and none comes of a long press, or of a finger that trembled. Mouse, keyboard and
 * screen readers still click. `parts` names what of the element is pressed, where one listens for many.
 */
export function useTouchPress(onPress: Press | undefined, parts?: string) {
  const began = useRef<Spot | 'rolled' | null>(null)
  const rolledAt = useRef(-restMillis)
  useEffect(() => {
    if (!parts) return undefined
    const roll = ({ timeStamp }: Event) => {
      rolledAt.current = timeStamp
      if (began.current) began.current = 'rolled'
    }
    window.addEventListener('scroll', roll, { passive: true })
    return () => window.removeEventListener('scroll', roll)
  }, [parts])
  return {
    onTouchStart({ touches, timeStamp }: TouchEvent) {
      const isAtRest = timeStamp - rolledAt.current >= restMillis
      began.current = touches.length !== 1 ? null : isAtRest ? spotOf(touches[0]) : 'rolled'
    },
    onTouchEnd(event: TouchEvent) {
      const from = began.current
      const to = spotOf(event.changedTouches[0])
      began.current = null
      // What became a scroll or a pinch cannot be cancelled any more.
      if (!onPress || !from || !to || !event.cancelable || event.touches.length > 0) return
      // Where the list had just come to rest, the browser would make a click of it.
      if (from === 'rolled') return event.preventDefault()
      // A touch keeps the target on which it began.
      const pressed = parts ? (event.target as Element).closest(parts) : event.currentTarget
      if (!pressed || !isPress(from, to, pressed.getBoundingClientRect())) return
      // Instead of a click, which would meet whatever is there by then.
      event.preventDefault()
      onPress(event)
    },
    onTouchCancel() {
      began.current = null
    },
  }
}

type Spot = { readonly clientX: number; readonly clientY: number }
type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>

/** A finger that stops a rolling list presses nothing, and one under which it rolls neither. */
const restMillis = 100

/** A thumb trembles and rolls; who means to take it back slides away. In CSS pixels. */
const trembleMost = 30

export function isPress(from: Spot, { clientX, clientY }: Spot, { left, right, top, bottom }: Box): boolean {
  const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
  return isInside && Math.hypot(clientX - from.clientX, clientY - from.clientY) <= trembleMost
}

function spotOf(touch: Spot | undefined): Spot | null {
  return touch ? { clientX: touch.clientX, clientY: touch.clientY } : null
}
