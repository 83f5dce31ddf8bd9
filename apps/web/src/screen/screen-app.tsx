import { StageNotice } from './stage-notice.tsx'
import { ScreenPage } from './screen-page.tsx'
import { useMessages } from '../ui/language.tsx'
import { screen } from '@khac-sau/language'
import { useAwake } from '../ui/use-awake.ts'
import { AwakeNotice } from './awake-notice.tsx'
import { MovedNotice } from './moved-notice.tsx'
import { RefusedNotice } from './refused-notice.tsx'
import { useScreen } from './use-screen.ts'

/** The projector of one contest, under an address that only the host's side gives out. */
export function ScreenApp({ screenKey }: { readonly screenKey: string }) {
  return <ConnectedScreen key={screenKey} screenKey={screenKey} />
}

function ConnectedScreen({ screenKey }: { readonly screenKey: string }) {
  const text = useMessages(screen)
  const { status, refusal, payload, upcoming, unveilsAt, progress, now } = useScreen(screenKey)
  const held = useAwake(true)
  if (refusal) return <RefusedNotice refusal={refusal} />
  if (!payload) return <StageNotice title={text.connecting} />
  const [view, join] = payload
  const connected = status === 'live'
  return (
    <>
      <ScreenPage
        view={view}
        upcoming={upcoming?.[0] ?? null}
        unveilsAt={unveilsAt}
        join={join}
        progress={progress}
        connected={connected}
        now={now}
      />
      {held === false && view.stage.name === 'lobby' && <AwakeNotice />}
      <MovedNotice url={join?.url ?? null} quiet={!connected || view.stage.name === 'open'} />
    </>
  )
}
