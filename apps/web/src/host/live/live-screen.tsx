import type { HostView } from '@khac-sau/engine'
import { formatSecondsUp, hostEditor, hostLive } from '@khac-sau/language'
import type { HostExtras, StorageTrouble } from '@khac-sau/protocol'
import { useState } from 'react'
import { Link } from 'wouter'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useMoved } from '../../ui/use-moved.ts'
import { useFailureText } from '../parts/failure-banner.tsx'
import { AskedQuestions } from './asked-questions.tsx'
import { coarseTiming } from './coarse-timing.ts'
import { Controls } from './controls.tsx'
import { JoinPanel } from './join-panel.tsx'
import { PeekNext } from './peek-next.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { PlaceRequests } from './place-requests.tsx'
import { PodiumPanel } from './podium-panel.tsx'
import { RecountDialog } from './recount-dialog.tsx'
import { RemotePanel } from './remote-panel.tsx'
import { StageReplica } from './stage-replica.tsx'
import { type Commands, type HostLine, useCommands } from './use-commands.ts'
import type { LiveContest } from './use-live-contest.ts'
import styles from './live-screen.module.css'

type LiveScreenProps = Pick<LiveContest, 'now' | 'peek'> &
  HostLine & {
    readonly contestId: string
    readonly boardUrl: string
    readonly isConnected: boolean
    readonly view: HostView
    readonly extras: HostExtras
  }

export function LiveScreen(props: LiveScreenProps) {
  const { contestId, boardUrl, isConnected, view, extras, now } = props
  const commands = useCommands(props)
  /** The ranking as it was before an amendment, to be compared with what the view says now (R6). */
  const [rankingBefore, setRankingBefore] = useState<HostView['ranking'] | null>(null)
  const onAmended = (before: HostView['ranking']) => before.length > 0 && setRankingBefore(before)
  const isLobby = view.stage.name === 'lobby'
  const join = <JoinPanel extras={extras} open={isLobby} />
  return (
    <>
      <LiveHead title={view.title} />
      <LiveBanners isConnected={isConnected} trouble={extras.storageTrouble} commands={commands} />
      <Moved url={extras.join?.url ?? null} />
      <CoarseTiming people={view.people} />
      <PlaceRequests requests={extras.placeRequests} commands={commands} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <StageReplica view={view} now={now} />
          <Controls view={view} now={now} commands={commands} isConnected={isConnected} screenUrl={extras.screenUrl} />
          {view.stage.name !== 'podium' && <PeekNext peek={props.peek} />}
          {view.stage.name === 'podium' && (
            <PodiumPanel contestId={contestId} boardUrl={boardUrl} view={view} commands={commands} />
          )}
          <AskedQuestions view={view} commands={commands} onAmended={onAmended} />
        </div>
        <div className={styles.side}>
          {isLobby && join}
          <PeoplePanel people={view.people} inLobby={view.stage.name === 'lobby'} commands={commands} />
          {!isLobby && join}
          {view.stage.name !== 'podium' && <RemotePanel remote={extras.remote} commands={commands} />}
        </div>
      </div>
      <RecountDialog before={rankingBefore} after={view.ranking} onClose={() => setRankingBefore(null)} />
    </>
  )
}

function LiveHead({ title }: { readonly title: string }) {
  const editor = useMessages(hostEditor)
  return (
    <header className={styles.head}>
      <Link href="/">← {editor.back}</Link>
      <h1 className={styles.title}>{title}</h1>
    </header>
  )
}

type LiveBannersProps = {
  readonly isConnected: boolean
  readonly trouble: StorageTrouble | null
  readonly commands: Commands
}

function LiveBanners({ isConnected, trouble, commands }: LiveBannersProps) {
  const text = useMessages(hostLive)
  const textOf = useFailureText()
  const { failure, dismiss } = commands
  return (
    <>
      {!isConnected && (
        <Banner tone="offline" title={text.lostTitle} pinned>
          {text.lostText}
        </Banner>
      )}
      {isConnected && trouble !== null && (
        <Banner tone="error" title={trouble === 'disk-full' ? text.diskFullTitle : text.storageTitle} pinned>
          <p>{trouble === 'disk-full' ? text.diskFullText : text.storageText}</p>
          <p>{text.storageKept}</p>
        </Banner>
      )}
      {failure !== null && (
        <Banner tone="error" title={text.refused} pinned action={<Button onClick={dismiss}>{text.dismiss}</Button>}>
          {failure === 'no-answer' ? text.noAnswer : textOf(failure)}
        </Banner>
      )}
    </>
  )
}

/** The laptop went into another network: phones that came by the old address cannot come back by it. */
function Moved({ url }: { readonly url: string | null }) {
  const text = useMessages(hostLive)
  const { moved, seen } = useMoved(url)
  if (!moved) return null
  return (
    <Banner tone="warning" title={text.movedTitle} pinned action={<Button onClick={seen}>{text.dismiss}</Button>}>
      <p>{text.movedText}</p>
      <p>{url}</p>
    </Banner>
  )
}

/** T12 */
function CoarseTiming({ people }: Pick<HostView, 'people'>) {
  const text = useMessages(hostLive)
  const { locale } = useLanguage()
  const coarse = coarseTiming(people)
  if (!coarse) return null
  const { phones, pingMillis } = coarse
  return (
    <Banner tone="info" title={text.coarseTitle}>
      {text.coarseText({ phones, seconds: formatSecondsUp(pingMillis, locale) })}
    </Banner>
  )
}
