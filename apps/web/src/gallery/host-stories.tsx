import { hostBackups, hostEditor, hostHome, hostRoster } from '@khac-sau/language'
import type { CheckedPhone, ConnectionCheck } from '@khac-sau/protocol'
import type { ComponentProps, ComponentType } from 'react'
import { CellScreen } from '../host/account/cell-screen.tsx'
import { SetUpScreen } from '../host/account/set-up-screen.tsx'
import { SignInScreen } from '../host/account/sign-in-screen.tsx'
import { BackupScreen } from '../host/backups/backup-screen.tsx'
import { ConflictBanner, type Difference } from '../host/parts/conflict-banner.tsx'
import { ConnectionScreen } from '../host/connection/connection-screen.tsx'
import { EditorScreen } from '../host/editor/editor-screen.tsx'
import { FrozenContest } from '../host/editor/frozen-contest.tsx'
import { ChangedMeanwhile } from '../host/editor/open-room.tsx'
import { HomeScreen } from '../host/home/home-screen.tsx'
import { LinkSlips } from '../host/proofs/link-slips.tsx'
import { PinSlips } from '../host/proofs/pin-slips.tsx'
import { ProofsScreen } from '../host/proofs/proofs-screen.tsx'
import type { ProvedPerson } from '../host/proofs/proved-people.ts'
import { ResultScreen } from '../host/result/result-screen.tsx'
import { EraseDialog, EraseSureDialog } from '../host/roster/erase-dialog.tsx'
import type { RosterActions } from '../host/roster/roster-actions.ts'
import { RosterScreen } from '../host/roster/roster-screen.tsx'
import { PageHead } from '../host/parts/page-head.tsx'
import { ImportPreview } from '../host/roster/import-preview.tsx'
import { useMessages } from '../ui/language.tsx'
import { HostAlone, HostFrame } from './host-frame.tsx'
import { importPreview, largePreview } from './import-samples.ts'
import { memberConflict, draftConflict, lastChange } from './conflict-samples.ts'
import { backups, contests, draft, frozen, members, provedSamples, settledResult, signedIn } from './host-samples.ts'
import { Pressed } from './pressed.tsx'
import { warmUp } from './samples.ts'

/** The secretary's pages beside the running contest. */
export const hostStories: Readonly<Record<string, ComponentType>> = {
  'host-set-up': () => (
    <HostAlone>
      <SetUpScreen />
    </HostAlone>
  ),
  'host-sign-in': () => (
    <HostAlone>
      <SignInScreen />
    </HostAlone>
  ),
  'host-home-first': () => <Home list={[]} people={0} />,
  'host-home-roster-done': () => <Home list={[]} people={12} />,
  'host-home': () => <Home list={contests} people={12} />,
  'host-new-contest': () => (
    <Pressed words={(locale) => hostHome[locale].create}>
      <Home list={contests} people={12} />
    </Pressed>
  ),
  'host-roster': () => <Roster />,
  'host-roster-empty': () => <Roster people={[]} />,
  'host-roster-import': () => (
    <Pressed words={(locale) => hostRoster[locale].import}>
      <Roster />
    </Pressed>
  ),
  'host-roster-import-preview': () => <Preview preview={importPreview} />,
  'host-roster-import-200': () => <Preview preview={largePreview} />,
  'host-roster-edit': () => (
    <Pressed words={(locale) => hostRoster[locale].editPerson({ name: '' }).trim()}>
      <Roster />
    </Pressed>
  ),
  'host-roster-import-conflict': () => <Preview preview={importPreview} failure="conflict" lastChange={lastChange} />,
  'host-member-conflict': () => <Conflict differences={memberConflict} />,
  'host-draft-conflict': () => <Conflict differences={draftConflict} />,
  'host-own-conflict': () => <Conflict differences={[]} own />,
  'host-open-conflict': () => (
    <HostFrame>
      <PageHead title={draft.title} />
      <ChangedMeanwhile lastChange={lastChange} onLoadNewest={() => {}} />
    </HostFrame>
  ),
  'host-proofs': () => <Proofs memberProof="name" />,
  'host-proofs-pin': () => <Proofs memberProof="pin" />,
  'host-proofs-link': () => <Proofs memberProof="link" />,
  'host-link-slips': () => (
    <HostFrame>
      <LinkSlips
        cellName={signedIn.cell.name}
        people={provedSamples}
        links={provedSamples.map(({ memberId }, index) => ({
          memberId,
          url: `https://quiz.example.vn/link#mot-lan-duy-nhat-22k${index}`,
        }))}
        onDone={() => {}}
      />
    </HostFrame>
  ),
  'host-proofs-empty': () => <Proofs memberProof="pin" people={[]} />,
  'host-pin-slips': () => (
    <HostFrame>
      <PinSlips
        cellName={signedIn.cell.name}
        entryUrl="http://192.168.1.20:3000/"
        people={provedSamples}
        pins={provedSamples.map(({ memberId }, index) => ({ memberId, pin: String(482_913 - index * 31_007) }))}
        onDone={() => {}}
      />
    </HostFrame>
  ),
  'host-cell': () => (
    <HostFrame>
      <CellScreen cell={signedIn.cell} />
    </HostFrame>
  ),
  'host-roster-erase': () => (
    <HostFrame>
      <EraseDialog member={erased} actions={actions} onClose={() => {}} />
    </HostFrame>
  ),
  'host-roster-erase-sure': () => (
    <HostFrame>
      <EraseSureDialog name={erased.name} busy={false} onErase={() => {}} onBack={() => {}} />
    </HostFrame>
  ),
  'host-editor': () => <Editor />,
  'host-editor-warm-up': () => <Editor contest={{ ...draft, settings: { ...draft.settings, warmUp } }} />,
  'host-editor-paste': () => (
    <Pressed words={(locale) => hostEditor[locale].pasteFromWord}>
      <Editor />
    </Pressed>
  ),
  'host-editor-frozen': () => (
    <HostFrame>
      <FrozenContest contest={frozen} />
    </HostFrame>
  ),
  'host-backups': () => <BackupList />,
  'host-backups-shared': () => (
    <BackupList list={{ ...backups, copies: backups.copies.slice(1, 2), lastRestore: null, shared: true }} />
  ),
  'host-backups-none': () => <BackupList list={{ copies: [], making: null, lastRestore: null, shared: false }} />,
  'host-backups-making': () => <BackupList list={{ ...backups, making: 'copying' }} />,
  'host-backups-restore': () => (
    <Pressed words={(locale) => hostBackups[locale].restoreOf({ time: '' }).trim()}>
      <BackupList />
    </Pressed>
  ),
  'host-result': () => (
    <HostFrame>
      <ResultScreen result={settledResult} boardUrl={signedIn.cell.boardUrl} onExcuse={done} />
    </HostFrame>
  ),
  'host-connection': () => <Connection phones={[]} />,
  'host-connection-good': () => <Connection phones={[{ ...phone, roundTripMillis: 24 }]} />,
  'host-connection-slow': () => <Connection phones={[{ ...phone, roundTripMillis: 840 }]} />,
  'host-connection-page-only': () => <Connection phones={[phone]} />,
  'host-connection-nowhere': () => <Connection phones={[]} reach="nowhere" />,
  'host-connection-lost': () => <Connection phones={[]} isLost />,
}

const erased = { memberId: 'm', name: 'Nguyễn Thị Hồng Ngưỡng' }
const done = async () => ({ ok: true as const, value: null })
const actions: RosterActions = { add: done, change: done, erase: done, takeIn: done }

const phone: CheckedPhone = {
  phoneId: 'p',
  userAgent: 'Mozilla/5.0 (Linux; Android 12; SM-A525F; wv) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36',
  millisSinceArrival: 30_000,
  roundTripMillis: null,
}

function Home({ list, people }: { readonly list: typeof contests; readonly people: number }) {
  return (
    <HostFrame>
      <HomeScreen cell={signedIn.cell} contests={list} activeMembers={people} />
    </HostFrame>
  )
}

function Roster({ people = members }: { readonly people?: typeof members }) {
  return (
    <HostFrame>
      <RosterScreen members={people} actions={actions} />
    </HostFrame>
  )
}

function Conflict({
  differences,
  own = false,
}: {
  readonly differences: readonly Difference[]
  readonly own?: boolean
}) {
  const { title } = useMessages(hostRoster)
  return (
    <HostFrame>
      <PageHead title={title} />
      <ConflictBanner
        lastChange={{ ...lastChange, isYou: own }}
        differences={differences}
        busy={false}
        onTakeNewest={() => {}}
        onKeepMine={() => {}}
      />
    </HostFrame>
  )
}

type PreviewProps = Pick<ComponentProps<typeof ImportPreview>, 'preview' | 'lastChange'> &
  Partial<Pick<ComponentProps<typeof ImportPreview>, 'failure'>>

function Preview({ preview, failure = null, lastChange: last }: PreviewProps) {
  return (
    <HostFrame>
      <ImportPreview
        preview={preview}
        members={members}
        busy={false}
        failure={failure}
        lastChange={last}
        onUses={() => {}}
        onCompare={() => {}}
        onSave={() => {}}
        onBack={() => {}}
      />
    </HostFrame>
  )
}

function Editor({ contest = draft }: { readonly contest?: typeof draft }) {
  return (
    <HostFrame>
      <EditorScreen contest={contest} onLoadNewest={() => {}} />
    </HostFrame>
  )
}

function BackupList({ list = backups }: { readonly list?: typeof backups }) {
  return (
    <HostFrame>
      <BackupScreen backups={list} onWorking={() => {}} onRestoring={() => {}} />
    </HostFrame>
  )
}

type ConnectionProps = Pick<ConnectionCheck, 'phones'> & {
  readonly reach?: ConnectionCheck['reach']
  readonly isLost?: boolean
}

function Connection({ phones, reach = 'network', isLost = false }: ConnectionProps) {
  return (
    <HostFrame>
      <ConnectionScreen check={{ url: 'http://192.168.1.20:3000/check/khoa', reach, phones }} isLost={isLost} />
    </HostFrame>
  )
}

type ProofsProps = {
  readonly memberProof: (typeof signedIn)['cell']['memberProof']
  readonly people?: readonly ProvedPerson[]
}

function Proofs({ memberProof, people = provedSamples }: ProofsProps) {
  return (
    <HostFrame>
      <ProofsScreen cell={{ ...signedIn.cell, memberProof }} people={people} />
    </HostFrame>
  )
}
