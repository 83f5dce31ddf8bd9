import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { entry } from '@khac-sau/language'
import { useMessages } from '../ui/language.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { EntryScreen } from './entry-screen.tsx'

const PlayApp = lazy(() => import('../play/play-app.tsx').then(({ PlayApp }) => ({ default: PlayApp })))
const ScreenApp = lazy(() => import('../screen/screen-app.tsx').then(({ ScreenApp }) => ({ default: ScreenApp })))
const BoardApp = lazy(() => import('../board/board-app.tsx').then(({ BoardApp }) => ({ default: BoardApp })))
const HostApp = lazy(() => import('../host/host-app.tsx').then(({ HostApp }) => ({ default: HostApp })))

/** Which role's pages an address belongs to; each role is loaded only by who needs it. */
export function App() {
  return (
    <Suspense fallback={<Opening />}>
      <Switch>
        <Route path="/p/:roomCode">{({ roomCode }) => <PlayApp roomCode={roomCode} />}</Route>
        <Route path="/screen/:screenKey">{({ screenKey }) => <ScreenApp screenKey={screenKey} />}</Route>
        <Route path="/b/:boardKey">{({ boardKey }) => <BoardApp boardKey={boardKey} />}</Route>
        <Route path="/host" nest>
          <HostApp />
        </Route>
        <Route>
          <EntryScreen />
        </Route>
      </Switch>
    </Suspense>
  )
}

function Opening() {
  return <Spinner label={useMessages(entry).loading} />
}
