import type { Role } from '@khac-sau/engine'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Router } from 'wouter'
import { HostShell } from '../host/parts/host-shell.tsx'
import { keys } from '../host/parts/queries.ts'
import { members, signedIn } from './host-samples.ts'

/** The secretary's page around a screen, with what it would have loaded. */
type HostFrameProps = {
  readonly children: ReactNode
  readonly role?: Role
  readonly movedAtMs?: number | null
}

export function HostFrame({ children, role, movedAtMs = null }: HostFrameProps) {
  return (
    <HostAlone isSignedIn role={role} movedAtMs={movedAtMs}>
      <HostShell>{children}</HostShell>
    </HostAlone>
  )
}

/** For screens that bring their own frame. */
export function HostAlone({
  children,
  isSignedIn = false,
  role = 'owner',
  movedAtMs = null,
}: {
  readonly children: ReactNode
  readonly isSignedIn?: boolean
  readonly role?: Role | undefined
  readonly movedAtMs?: number | null
}) {
  const [client] = useState(() => loaded(isSignedIn, role, movedAtMs))
  return (
    <Router base="/host">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </Router>
  )
}

/** Nothing is asked of a server: there is none. */
function loaded(isSignedIn: boolean, role: Role, movedAtMs: number | null): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, retry: false, refetchOnMount: false, refetchOnWindowFocus: false },
    },
  })
  client.setQueryData(keys.session, isSignedIn ? { ...signedIn, role, cell: { ...signedIn.cell, movedAtMs } } : null)
  client.setQueryData(keys.members, { members, revision: 12 })
  client.setQueryData(keys.rehearsal, null)
  return client
}
