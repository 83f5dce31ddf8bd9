import { hostAdministration, hostShell } from '@khac-sau/language'
import type { Administering } from '@khac-sau/protocol'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Route, Switch } from 'wouter'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { takeLinkSecret } from '../account/link-secret.ts'
import { Loaded } from '../parts/loaded.tsx'
import { createQueryClient } from '../parts/queries.ts'
import { useAdministering } from './administration-queries.ts'
import { AdministrationShell } from './administration-shell.tsx'
import { AdministratorAccountScreen } from './administrator-account-screen.tsx'
import { AdministratorLinkScreen } from './administrator-link-screen.tsx'
import { AdministratorSignInScreen } from './administrator-sign-in-screen.tsx'
import { CellsPage } from './cells-page.tsx'
import { JournalPage } from './journal-page.tsx'
import { NewCellsPage } from './new-cells-page.tsx'
import { ServerPage } from './server-page.tsx'

/** What was loaded for a cell on this browser is not seen here, and the other way round. */
export function AdministrationApp() {
  const [client] = useState(createQueryClient)
  return (
    <QueryClientProvider client={client}>
      <Switch>
        <Route path="/administration/link">
          <ByLink />
        </Route>
        <Route>
          <Gate />
        </Route>
      </Switch>
    </QueryClientProvider>
  )
}

function ByLink() {
  const [secret] = useState(takeLinkSecret)
  return <AdministratorLinkScreen secret={secret} />
}

function Gate() {
  const administering = useAdministering()
  if (administering.data === undefined) {
    return (
      <AdministrationShell width="phone">
        <Loaded query={administering}>{() => null}</Loaded>
      </AdministrationShell>
    )
  }
  return administering.data ? <Pages administering={administering.data} /> : <AdministratorSignInScreen />
}

function Pages({ administering }: { readonly administering: Administering }) {
  return (
    <AdministrationShell>
      <Switch>
        <Route path="/administration">
          <CellsPage />
        </Route>
        <Route path="/administration/new">
          <NewCellsPage />
        </Route>
        <Route path="/administration/server">
          <ServerPage version={administering.version} />
        </Route>
        <Route path="/administration/journal">
          <JournalPage />
        </Route>
        <Route path="/administration/account">
          <AdministratorAccountScreen login={administering.login} />
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </AdministrationShell>
  )
}

function NotFound() {
  const text = useMessages(hostShell)
  const words = useMessages(hostAdministration)
  return (
    <EmptyState title={text.notFound} action={<Link href="/administration">{words.toCells}</Link>} alone>
      {text.notFoundNext}
    </EmptyState>
  )
}
