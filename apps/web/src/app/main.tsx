import '../ui/first-paint.css'
import { preloadLaterScreens } from '../play/later-screens.tsx'
import { PlayApp } from '../play/play-app.tsx'
import { Entry } from './entry.tsx'
import { ownSession, roomCode } from './line.ts'
import { mount } from './mount.tsx'

// Whoever typed the code on the entry has by then what a phone needs.
mount(ownSession && roomCode ? <PlayApp roomCode={roomCode} session={ownSession} /> : <Entry />)
if (ownSession?.handshake().token !== undefined) preloadLaterScreens()
