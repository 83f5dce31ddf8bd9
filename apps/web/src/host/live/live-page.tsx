import { hostLive, hostShell, refusals } from '@khac-sau/language'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Banner } from '../../ui/banner.tsx'
import { keys } from '../parts/queries.ts'
import { LiveScreen } from './live-screen.tsx'
import { useLiveContest } from './use-live-contest.ts'

type LivePageProps = { readonly contestId: string; readonly boardUrl: string }

/** The host's end of a running contest: the only place of these pages that holds a socket. */
export function LivePage({ contestId, boardUrl }: LivePageProps) {
  const text = useMessages(hostLive)
  const live = useLiveContest(contestId)
  useFreshLists(live.view ? `${live.view.stage.name === 'podium'}/${live.view.settled}` : '')
  if (live.status === 'refused' && live.refusal) return <Refused refusal={live.refusal} />
  if (!live.view || !live.extras) return <Spinner label={text.connecting} />
  return (
    <LiveScreen
      contestId={contestId}
      boardUrl={boardUrl}
      isConnected={live.status === 'live'}
      view={live.view}
      extras={live.extras}
      now={live.now}
      send={live.send}
      answerPlaceRequest={live.answerPlaceRequest}
      peek={live.peek}
      pairRemote={live.pairRemote}
      endRemote={live.endRemote}
    />
  )
}

type RefusedProps = { readonly refusal: NonNullable<ReturnType<typeof useLiveContest>['refusal']> }

function Refused({ refusal }: RefusedProps) {
  const text = useMessages(hostShell)
  const client = useQueryClient()
  const codes = useMessages(refusals)
  useEffect(() => {
    if (refusal === 'signed-out') client.setQueryData(keys.session, null)
  }, [refusal, client])
  return (
    <Banner
      tone="error"
      title={codes[refusal]}
      action={
        <Link href="/" asChild>
          <LinkButton>{text.toContests}</LinkButton>
        </Link>
      }
    />
  )
}

/** The list of contests shows stages: it is loaded anew once this contest is over or settled. */
function useFreshLists(state: string) {
  const client = useQueryClient()
  useEffect(() => {
    if (state !== '') void client.invalidateQueries({ queryKey: keys.contests })
  }, [state, client])
}
