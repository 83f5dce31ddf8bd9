import { PlayApp } from '../play/play-app.tsx'
import { Entry } from './entry.tsx'
import { mount } from './mount.tsx'
import { pageKey } from './page-key.ts'

// Whoever typed the code on the entry has by then what a phone needs.
const roomCode = pageKey('p')
mount(roomCode === null ? <Entry /> : <PlayApp roomCode={roomCode} />)
