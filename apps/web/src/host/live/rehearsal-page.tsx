import { hostRehearsal, hostShell } from '@khac-sau/language'
import { Link } from 'wouter'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { useRehearsal } from '../parts/queries.ts'
import { LivePage } from './live-page.tsx'
import { RehearsalBar } from './rehearsal-bar.tsx'

/** C9: the host's page of the cell's rehearsal, wherever its secretary comes from. */
export function RehearsalPage({ boardUrl }: { readonly boardUrl: string }) {
  const text = useMessages(hostRehearsal)
  const shell = useMessages(hostShell)
  const rehearsal = useRehearsal()
  return (
    <Loaded query={rehearsal}>
      {(current) =>
        current ? (
          <>
            <RehearsalBar contestId={current.contestId} />
            <LivePage key={current.rehearsalId} contestId={current.rehearsalId} boardUrl={boardUrl} />
          </>
        ) : (
          <EmptyState title={text.noneTitle} action={<Link href="/">{shell.toContests}</Link>}>
            {text.noneText}
          </EmptyState>
        )
      }
    </Loaded>
  )
}
