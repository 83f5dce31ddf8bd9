import { hostShell } from '@khac-sau/language'
import { SetupState, type SignedIn } from '@khac-sau/protocol'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Route, Switch } from 'wouter'
import { AcceptPage } from './account/accept-page.tsx'
import { takeLinkSecret } from './account/link-secret.ts'
import { CellScreen } from './account/cell-screen.tsx'
import { OwnAccountPage } from './account/own-account-page.tsx'
import { RecoverScreen } from './account/recover-screen.tsx'
import { SetUpScreen } from './account/set-up-screen.tsx'
import { SignInScreen } from './account/sign-in-screen.tsx'
import { AuditPage } from './audit/audit-page.tsx'
import { BackupPage } from './backups/backup-page.tsx'
import { ConnectionPage } from './connection/connection-page.tsx'
import { EditorPage } from './editor/editor-page.tsx'
import { HandoverPage } from './handover/handover-page.tsx'
import { HomePage } from './home/home-page.tsx'
import { LivePage } from './live/live-page.tsx'
import { RehearsalPage } from './live/rehearsal-page.tsx'
import { MovingPage } from './moving/moving-page.tsx'
import { request } from './parts/api.ts'
import { HostShell } from './parts/host-shell.tsx'
import { Loaded } from './parts/loaded.tsx'
import { PageErrorBoundary } from './parts/page-error-boundary.tsx'
import { createQueryClient, useSession } from './parts/queries.ts'
import { ProofsPage } from './proofs/proofs-page.tsx'
import { ResultPage } from './result/result-page.tsx'
import { MergePage } from './roster/merge-page.tsx'
import { RosterPage } from './roster/roster-page.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useMessages } from '../ui/language.tsx'
import { loadedPart, usePart } from '../ui/loaded-part.ts'
import { Spinner } from '../ui/spinner.tsx'

/** For the few who administer an installation. */
const administration = loadedPart(() => import('./administration/administration-app.tsx'))

/** The secretary's pages. Whoever is not signed in gets the sign-in form at the same address. */
export function HostApp() {
  const [client] = useState(createQueryClient)
  return (
    <PageErrorBoundary>
      <QueryClientProvider client={client}>
        <Switch>
          <Route path="/invitation">
            <AcceptPage />
          </Route>
          <Route path="/recover">
            <Recover />
          </Route>
          <Route path="/administration/*?">
            <Administration />
          </Route>
          <Route>
            <Gate />
          </Route>
        </Switch>
      </QueryClientProvider>
    </PageErrorBoundary>
  )
}

/** Whoever is signed in here perhaps holds the link of another account. */
function Recover() {
  const [secret] = useState(takeLinkSecret)
  return <RecoverScreen secret={secret} />
}

function Administration() {
  const part = usePart(administration)
  const text = useMessages(hostShell)
  return part ? <part.AdministrationApp /> : <Spinner label={text.loading} />
}

function Gate() {
  const session = useSession()
  if (session.data === undefined) {
    return (
      <HostShell width="phone">
        <Loaded query={session}>{() => null}</Loaded>
      </HostShell>
    )
  }
  return session.data ? <Pages signedIn={session.data} /> : <Door />
}

/** Nobody is signed in: is there an account at all? */
function Door() {
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: async () => {
      const outcome = await request('GET', '/api/setup', SetupState)
      return outcome.ok ? outcome.value : { needed: false, administered: false, withoutAccounts: false }
    },
  })
  if (setup.data === undefined) {
    return (
      <HostShell width="phone">
        <Loaded query={setup}>{() => null}</Loaded>
      </HostShell>
    )
  }
  const { needed, administered, withoutAccounts } = setup.data
  return needed ? <SetUpScreen /> : <SignInScreen administered={administered} withoutAccounts={withoutAccounts} />
}

function Pages({ signedIn }: { readonly signedIn: SignedIn }) {
  return (
    <HostShell>
      <Switch>
        <Route path="/">
          <HomePage signedIn={signedIn} />
        </Route>
        <Route path="/roster">
          <RosterPage />
        </Route>
        <Route path="/roster/merge">
          <MergePage />
        </Route>
        <Route path="/roster/proofs">
          <ProofsPage cell={signedIn.cell} />
        </Route>
        <Route path="/cell">
          <CellScreen cell={signedIn.cell} />
        </Route>
        <Route path="/account">
          <OwnAccountPage signedIn={signedIn} />
        </Route>
        <Route path="/handover">
          <HandoverPage />
        </Route>
        <Route path="/audit">
          <AuditPage />
        </Route>
        <Route path="/backups">
          <BackupPage />
        </Route>
        <Route path="/backups/moving">
          <MovingPage />
        </Route>
        <Route path="/rehearsal">
          <RehearsalPage boardUrl={signedIn.cell.boardUrl} />
        </Route>
        <Route path="/connection">
          <ConnectionPage />
        </Route>
        <Route path="/contest/:contestId">
          {({ contestId }) => <EditorPage key={contestId} contestId={contestId} />}
        </Route>
        <Route path="/contest/:contestId/live">
          {({ contestId }) => <LivePage key={contestId} contestId={contestId} boardUrl={signedIn.cell.boardUrl} />}
        </Route>
        <Route path="/contest/:contestId/result">
          {({ contestId }) => <ResultPage contestId={contestId} boardUrl={signedIn.cell.boardUrl} />}
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </HostShell>
  )
}

function NotFound() {
  const text = useMessages(hostShell)
  return (
    <EmptyState title={text.notFound} action={<Link href="/">{text.toContests}</Link>} alone>
      {text.notFoundNext}
    </EmptyState>
  )
}
