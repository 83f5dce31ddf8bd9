import { hostAccess, hostOwnAccount } from '@khac-sau/language'
import { InvitationFound } from '@khac-sau/protocol'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { HostShell } from '../parts/host-shell.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { AcceptScreen } from './accept-screen.tsx'
import { takeLinkSecret } from './link-secret.ts'

export function AcceptPage() {
  const text = useMessages(hostAccess)
  const own = useMessages(hostOwnAccount)
  const [secret] = useState(takeLinkSecret)
  const found = useQuery({
    queryKey: ['invitation'],
    enabled: secret !== '',
    staleTime: Infinity,
    queryFn: () => request('POST', '/api/invitations/look', InvitationFound, { body: { secret } }),
  })
  if (found.data?.ok) return <AcceptScreen secret={secret} found={found.data.value} />
  return (
    <HostShell width="phone">
      {secret === '' ? (
        <EmptyState title={text.acceptNothing} action={<Link href="/">{own.toSignIn}</Link>} alone>
          {text.acceptNothingNext}
        </EmptyState>
      ) : (
        <Loaded query={found}>
          {(outcome) => (
            <FailureBanner
              failure={outcome.ok ? null : outcome.failure}
              action={<Link href="/">{own.toSignIn}</Link>}
            />
          )}
        </Loaded>
      )}
    </HostShell>
  )
}
