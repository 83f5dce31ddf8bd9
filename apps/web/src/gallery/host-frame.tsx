import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Router } from 'wouter'
import { HostShell } from '../host/parts/host-shell.tsx'
import { keys } from '../host/parts/queries.ts'
import { members, signedIn } from './host-samples.ts'

/** The secretary's page around a screen, with what it would have loaded. */
export function HostFrame({ children }: { readonly children: ReactNode }) {
  return (
    <HostAlone isSignedIn>
      <HostShell>{children}</HostShell>
    </HostAlone>
  )
}

/** For screens that bring their own frame. */
export function HostAlone({
  children,
  isSignedIn = false,
}: {
  readonly children: ReactNode
  readonly isSignedIn?: boolean
}) {
  const [client] = useState(() => loaded(isSignedIn))
  return (
    <Router base="/host">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </Router>
  )
}

/** Nothing is asked of a server: there is none. */
function loaded(isSignedIn: boolean): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, refetchOnMount: false, refetchOnWindowFocus: false },
    },
  })
  client.setQueryData(keys.session, isSignedIn ? signedIn : null)
  client.setQueryData(keys.members, { members })
  client.setQueryData(keys.rehearsal, null)
  return client
}
