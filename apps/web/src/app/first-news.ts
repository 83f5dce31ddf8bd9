import type { MemberSession, MemberState } from '@khac-sau/session'

/** After this long it is to be said in words that the room does not answer. */
const patienceMillis = 1500

/**
 * Resolves when the room has said something, or after a while. What stands in the page until then looks as the screen
 * of who waits (ui/first-paint.css): a slow phone would draw that for half a second, and at once the next one.
 */
export function firstNews({ subscribe, snapshot }: Pick<MemberSession, 'subscribe' | 'snapshot'>): Promise<void> {
  if (isNews(snapshot())) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const timer = setTimeout(done, patienceMillis)
    const unsubscribe = subscribe(() => isNews(snapshot()) && done())
  })
}

function isNews({ status, roster, view }: MemberState): boolean {
  return roster !== null || view !== null || status === 'refused' || status === 'offline'
}
