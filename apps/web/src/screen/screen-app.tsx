import { StageNotice } from './stage-notice.tsx'
import { ScreenPage } from './screen-page.tsx'
import { useMessages } from '../ui/language.tsx'
import { screen } from '@khac-sau/language'
import { useAwake } from '../ui/use-awake.ts'
import { AwakeNotice } from './awake-notice.tsx'
import { LaterDriven, usePreloadedDriven } from './later-driven.tsx'
import { MovedNotice } from './moved-notice.tsx'
import { RefusedNotice } from './refused-notice.tsx'
import { useScreen } from './use-screen.ts'

type ScreenAppProps = {
  readonly screenKey: string
  /** One screen: the contest is hosted from here. */
  readonly driven: boolean
}

/** The projector of one contest, under an address that only the host's side gives out. */
export function ScreenApp(props: ScreenAppProps) {
  return <ConnectedScreen key={props.screenKey} {...props} />
}

function ConnectedScreen({ screenKey, driven }: ScreenAppProps) {
  const text = useMessages(screen)
  const { status, refusal, payload, upcoming, unveilsAt, progress, now } = useScreen(screenKey)
  const held = useAwake(true)
  usePreloadedDriven(driven)
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
      {held === false && view.stage.name === 'lobby' && <AwakeNotice aside={driven} />}
      <MovedNotice url={join?.url ?? null} quiet={!connected || view.stage.name === 'open'} />
      {driven && <LaterDriven screenKey={screenKey} connected={connected} />}
    </>
  )
}
