import { createPlaySession } from '../play/socket.ts'
import { watchReturns } from '../ui/watch-returns.ts'
import { pageKey } from './page-key.ts'

export const roomCode = pageKey('p')

/**
 * This phone's line into its room, for as long as the page lasts: another room is another page. It is opened by the
 * first, small script (build/early-scripts.ts): the round trips to the first view run while React is still on its way.
 */
export const ownSession = roomCode === null ? null : openLine(roomCode)

function openLine(code: string) {
  const session = createPlaySession(code)
  session.start()
  watchReturns(session.wake)
  // Only what other pages of this browser write.
  window.addEventListener('storage', session.storageChanged)
  return session
}
