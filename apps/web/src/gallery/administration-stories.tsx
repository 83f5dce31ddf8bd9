import { hostAdministration } from '@khac-sau/language'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ComponentType, type ReactNode, useState } from 'react'
import { Router } from 'wouter'
import { AcceptScreen } from '../host/account/accept-screen.tsx'
import { SignInScreen } from '../host/account/sign-in-screen.tsx'
import { AdministrationShell } from '../host/administration/administration-shell.tsx'
import { AdministratorAccountScreen } from '../host/administration/administrator-account-screen.tsx'
import { AdministratorLinkScreen } from '../host/administration/administrator-link-screen.tsx'
import { AdministratorSignInScreen } from '../host/administration/administrator-sign-in-screen.tsx'
import { CellsMadeScreen } from '../host/administration/cells-made-screen.tsx'
import { CellsScreen } from '../host/administration/cells-screen.tsx'
import { JournalScreen } from '../host/administration/journal-screen.tsx'
import { LinkReadyDialog } from '../host/administration/link-ready-dialog.tsx'
import { NewCellsForm } from '../host/administration/new-cells-page.tsx'
import { NewCellsPreview } from '../host/administration/new-cells-preview.tsx'
import { ServerScreen } from '../host/administration/server-screen.tsx'
import { keys } from '../host/parts/queries.ts'
import { administeredCells, administrationJournal, cellListPreview, cellsMade } from './administration-samples.ts'
import { HostAlone } from './host-frame.tsx'
import { signedIn } from './host-samples.ts'
import { Pressed } from './pressed.tsx'

const nothing = () => {}
const [first, closed, waiting] = administeredCells

/** What whoever administers an installation of several cells sees. */
export const administrationStories: Readonly<Record<string, ComponentType>> = {
  'administration-cells': () => (
    <Frame>
      <CellsScreen cells={administeredCells} cleaning={false} />
    </Frame>
  ),
  'administration-no-cells': () => (
    <Frame>
      <CellsScreen cells={[]} cleaning={false} />
    </Frame>
  ),
  'administration-reset': () => (
    <Pressed
      words={(locale) =>
        hostAdministration[locale].resetOf({ name: first?.owners[0]?.displayName ?? '', cell: first?.name ?? '' })
      }
    >
      <Frame>
        <CellsScreen cells={administeredCells} cleaning={false} />
      </Frame>
    </Pressed>
  ),
  'administration-invite': () => (
    <Pressed words={(locale) => hostAdministration[locale].newLinkOf({ cell: waiting?.name ?? '' })}>
      <Frame>
        <CellsScreen cells={administeredCells} cleaning={false} />
      </Frame>
    </Pressed>
  ),
  'administration-cleaning': () => (
    <Frame>
      <CellsScreen cells={administeredCells.slice(1)} cleaning />
    </Frame>
  ),
  'administration-close': () => (
    <Pressed words={(locale) => hostAdministration[locale].closeOf({ cell: first?.name ?? '' })}>
      <Frame>
        <CellsScreen cells={administeredCells} cleaning={false} />
      </Frame>
    </Pressed>
  ),
  'administration-erase': () => (
    <Pressed words={(locale) => hostAdministration[locale].eraseOf({ cell: closed?.name ?? '' })}>
      <Frame>
        <CellsScreen cells={administeredCells} cleaning={false} />
      </Frame>
    </Pressed>
  ),
  'administration-link-ready': () => (
    <Frame>
      <LinkReadyDialog
        made={{ url: 'https://quiz.example.vn/host/recover#mot-lan-duy-nhat-22ky', expiresAtMs: cellsMade.expiresAtMs }}
        onClose={nothing}
      />
    </Frame>
  ),
  'administration-new': () => (
    <Frame>
      <NewCellsForm pasted="" busy={false} failure={null} onPasted={nothing} onFile={nothing} onRead={nothing} />
    </Frame>
  ),
  'administration-preview': () => (
    <Frame>
      <NewCellsPreview preview={cellListPreview} busy={false} failure={null} onMake={nothing} onBack={nothing} />
    </Frame>
  ),
  'administration-preview-empty': () => (
    <Frame>
      <NewCellsPreview
        preview={{ rows: [], problems: [{ problem: 'empty', limit: null }] }}
        busy={false}
        failure={null}
        onMake={nothing}
        onBack={nothing}
      />
    </Frame>
  ),
  'administration-full': () => (
    <Frame>
      <NewCellsPreview
        preview={cellListPreview}
        busy={false}
        failure="too-many-cells"
        onMake={nothing}
        onBack={nothing}
      />
    </Frame>
  ),
  'administration-made': () => (
    <Frame>
      <CellsMadeScreen made={cellsMade} />
    </Frame>
  ),
  'administration-server': () => (
    <Frame>
      <ServerScreen quotas={{ mostCells: 40, mostMembers: 200, mostContests: null }} version="0.1.0" />
    </Frame>
  ),
  'administration-journal': () => (
    <Frame>
      <JournalScreen page={administrationJournal} before={90} onBefore={nothing} />
    </Frame>
  ),
  'administration-journal-empty': () => (
    <Frame>
      <JournalScreen page={{ lines: [], older: null }} before={null} onBefore={nothing} />
    </Frame>
  ),
  'administration-account': () => (
    <Frame>
      <AdministratorAccountScreen login="quantri" />
    </Frame>
  ),
  'administration-sign-in': () => (
    <Alone>
      <AdministratorSignInScreen />
    </Alone>
  ),
  'administration-link': () => (
    <Alone>
      <AdministratorLinkScreen secret="mot-lan" />
    </Alone>
  ),
  'administration-link-nothing': () => (
    <Alone>
      <AdministratorLinkScreen secret="" />
    </Alone>
  ),
  'host-sign-in-shared': () => (
    <HostAlone>
      <SignInScreen administered />
    </HostAlone>
  ),
  'host-sign-in-no-cells': () => (
    <HostAlone>
      <SignInScreen administered withoutAccounts />
    </HostAlone>
  ),
  'host-accept-owner': () => (
    <HostAlone>
      <AcceptScreen
        secret="s"
        found={{ cellName: signedIn.cell.name, role: 'owner', inviteeName: 'Lê Thị Mẫu', expiresAtMs: 0 }}
      />
    </HostAlone>
  ),
}

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <Alone administering={{ login: 'quantri', version: '0.1.0' }}>
      <AdministrationShell>{children}</AdministrationShell>
    </Alone>
  )
}

type AloneProps = {
  readonly children: ReactNode
  readonly administering?: { readonly login: string; readonly version: string }
}

/** Nothing is asked of a server: there is none. */
function Alone({ children, administering }: AloneProps) {
  const [client] = useState(() => {
    const queries = { staleTime: Infinity, retry: false, refetchOnMount: false, refetchOnWindowFocus: false }
    const made = new QueryClient({ defaultOptions: { queries } })
    made.setQueryData(keys.session, administering ?? null)
    return made
  })
  return (
    <Router base="/host">
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </Router>
  )
}
