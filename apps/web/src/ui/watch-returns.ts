/**
 * Calls back when the page is in sight or in touch again: a locked phone, another app, a network change, a tab that
 * was frozen. Sockets die there without a word. Returns how to stop.
 */
export function watchReturns(onReturn: () => void): () => void {
  const inSight = () => {
    if (document.visibilityState === 'visible') onReturn()
  }
  /** The first one comes while the page is still on its way in. */
  const shown = ({ persisted }: PageTransitionEvent) => persisted && inSight()
  document.addEventListener('visibilitychange', inSight)
  document.addEventListener('resume', inSight)
  window.addEventListener('pageshow', shown)
  window.addEventListener('online', inSight)
  return () => {
    document.removeEventListener('visibilitychange', inSight)
    document.removeEventListener('resume', inSight)
    window.removeEventListener('pageshow', shown)
    window.removeEventListener('online', inSight)
  }
}
