import { formatMonth, hostEditor } from '@khac-sau/language'
import type { ContestDetail } from '@khac-sau/protocol'
import { Link } from 'wouter'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { OpenRoomCard } from './open-room.tsx'

type DraftToOpenProps = { readonly contest: ContestDetail; readonly onLoadNewest: () => void }

/** A contest that others wrote, for whoever runs it: its questions come with the room. */
export function DraftToOpen({ contest, onLoadNewest }: DraftToOpenProps) {
  const text = useMessages(hostEditor)
  const { locale } = useLanguage()
  const { contestId, title, month, settings, questionCount, revision } = contest
  const { secondsPerQuestion: seconds, maximumScore: maximum } = settings
  return (
    <>
      <PageHead
        above={<Link href="/">← {text.back}</Link>}
        title={title}
        lead={`${formatMonth(month, locale)} · ${text.settingsSummary({ seconds, maximum })}`}
      />
      <OpenRoomCard contestId={contestId} count={questionCount} revision={() => revision} onLoadNewest={onLoadNewest} />
    </>
  )
}
