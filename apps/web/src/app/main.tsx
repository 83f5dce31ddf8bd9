// First, before React: see there.
import { makeUsualErrors } from './light-errors.ts'
import { preloadLaterScreens } from '../play/later-screens.tsx'
import { PlayApp } from '../play/play-app.tsx'
import { Entry } from './entry.tsx'
import { firstNews } from './first-news.ts'
import { ownSession, roomCode } from './line.ts'
import '../ui/first-paint.css'
import { mount } from './mount.tsx'

makeUsualErrors()
if (ownSession && roomCode) {
  const page = <PlayApp roomCode={roomCode} session={ownSession} />
  void firstNews(ownSession).then(() => mount(page))
  if (ownSession.handshake().token !== undefined) preloadLaterScreens()
} else {
  // Whoever typed the code on the entry has by then what a phone needs.
  mount(<Entry />)
}
