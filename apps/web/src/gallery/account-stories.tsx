import { hostAccess, hostHandover, hostMoving, hostOwnAccount } from '@khac-sau/language'
import type { Access, Handover, Moving } from '@khac-sau/protocol'
import type { ComponentType } from 'react'
import { AcceptScreen } from '../host/account/accept-screen.tsx'
import { InvitationsCard } from '../host/account/invitations-card.tsx'
import { LinkDialog } from '../host/account/invite-dialog.tsx'
import { OwnAccountScreen } from '../host/account/own-account-screen.tsx'
import { PeopleCard } from '../host/account/people-card.tsx'
import { RecoverScreen } from '../host/account/recover-screen.tsx'
import { AuditScreen } from '../host/audit/audit-screen.tsx'
import { DraftToOpen } from '../host/editor/draft-to-open.tsx'
import { HandoverScreen } from '../host/handover/handover-screen.tsx'
import { HomeScreen } from '../host/home/home-screen.tsx'
import { MovingScreen } from '../host/moving/moving-screen.tsx'
import { HostAlone, HostFrame } from './host-frame.tsx'
import { access, accountSessions, auditPage } from './account-samples.ts'
import { contests, draft, signedIn } from './host-samples.ts'
import { Pressed } from './pressed.tsx'

/** One's own account, and who else has one. */
export const accountStories: Readonly<Record<string, ComponentType>> = {
  'host-account': () => <OwnAccount />,
  'host-account-alone': () => <OwnAccount sessions={accountSessions.slice(0, 1)} />,
  'host-account-end-others': () => (
    <Pressed words={(locale) => hostOwnAccount[locale].endOthers}>
      <OwnAccount />
    </Pressed>
  ),
  'host-access': () => <Owner />,
  'host-access-first': () => <Owner list={{ accounts: access.accounts.slice(0, 1), invitations: [] }} />,
  'host-access-role': () => (
    <Pressed words={(locale) => hostAccess[locale].changeRoleOf({ name: access.accounts[1]?.displayName ?? '' })}>
      <Owner />
    </Pressed>
  ),
  'host-access-remove': () => (
    <Pressed words={(locale) => hostAccess[locale].removeOf({ name: access.accounts[1]?.displayName ?? '' })}>
      <Owner />
    </Pressed>
  ),
  'host-access-invite': () => (
    <Pressed words={(locale) => hostAccess[locale].invite}>
      <Owner />
    </Pressed>
  ),
  'host-access-link': () => (
    <HostFrame>
      <LinkDialog url="https://quiz.example.vn/host/invitation#mot-lan-duy-nhat-22ky" onClose={() => {}} />
    </HostFrame>
  ),
  'host-audit': () => (
    <HostFrame>
      <AuditScreen page={auditPage} before={90} onBefore={() => {}} />
    </HostFrame>
  ),
  'host-audit-empty': () => (
    <HostFrame>
      <AuditScreen page={{ lines: [], older: null }} before={null} onBefore={() => {}} />
    </HostFrame>
  ),
  'host-handover-begin': () => <HandoverAt begunAtMs={null} />,
  'host-handover-invite': () => <HandoverAt invitedUntilMs={since} />,
  'host-handover-wait': () => <HandoverAt successors={[{ displayName: 'Đỗ Thị Mẫu', isSignedIn: false }]} />,
  'host-handover-look': () => <HandoverAt successors={successors} backupAtMs={since} />,
  'host-handover-leave': () => (
    <Pressed words={(locale) => hostHandover[locale].leaveNow}>
      <HandoverAt successors={successors} backupAtMs={since} lookedAtMs={since} />
    </Pressed>
  ),
  'host-moving-begin': () => <MovingAt begunAtMs={null} />,
  'host-moving-fetch': () => <MovingAt copyAtMs={since} />,
  'host-moving-restore': () => <MovingAt copyAtMs={since} fetchedAtMs={since} />,
  'host-moving-check': () => (
    <Pressed words={(locale) => hostMoving[locale].restored}>
      <MovingAt copyAtMs={since} fetchedAtMs={since} />
    </Pressed>
  ),
  'host-moved': () => <MovingAt movedAtMs={since} />,
  'host-accept': () => (
    <HostAlone>
      <AcceptScreen
        secret="s"
        found={{ cellName: signedIn.cell.name, role: 'host', inviteeName: null, expiresAtMs: 0 }}
      />
    </HostAlone>
  ),
  'host-home-as-host': () => (
    <HostFrame role="host">
      <HomeScreen cell={signedIn.cell} contests={contests} activeMembers={null} />
    </HostFrame>
  ),
  'host-home-as-viewer': () => (
    <HostFrame role="viewer">
      <HomeScreen cell={signedIn.cell} contests={contests} activeMembers={null} />
    </HostFrame>
  ),
  'host-draft-to-open': () => (
    <HostFrame role="host">
      <DraftToOpen contest={{ ...draft, questionCount: 10, questions: [], problems: [] }} onLoadNewest={() => {}} />
    </HostFrame>
  ),
  'host-recover': () => (
    <HostAlone>
      <RecoverScreen secret="mot-lan" />
    </HostAlone>
  ),
  'host-recover-nothing': () => (
    <HostAlone>
      <RecoverScreen secret="" />
    </HostAlone>
  ),
}

const since = 1_776_000_000_000
const successors = [{ displayName: 'Đỗ Thị Mẫu', isSignedIn: true }]

function HandoverAt(changes: Partial<Handover>) {
  const begun = { begunAtMs: since, invitedUntilMs: null, successors: [], backupAtMs: null, lookedAtMs: null }
  const nothing = () => {}
  return (
    <HostFrame>
      <HandoverScreen
        handover={{ ...begun, ...changes }}
        busy={false}
        failure={null}
        onBegin={nothing}
        onDrop={nothing}
        onLooked={nothing}
      />
    </HostFrame>
  )
}

function MovingAt(changes: Partial<Moving>) {
  const last = { title: 'Tìm hiểu Nghị quyết số 57-NQ/TW', month: '2026-03' }
  const begun = { begunAtMs: since, copyAtMs: null, fetchedAtMs: null, movedAtMs: null }
  const moving = { ...begun, members: 32, contests: 5, lastSettled: last, ...changes }
  const nothing = () => {}
  return (
    <HostFrame movedAtMs={moving.movedAtMs}>
      <MovingScreen
        moving={moving}
        busy={false}
        failure={null}
        onBegin={nothing}
        onDrop={nothing}
        onMoved={nothing}
        onBack={nothing}
      />
    </HostFrame>
  )
}

function OwnAccount({ sessions = accountSessions }: { readonly sessions?: typeof accountSessions }) {
  return (
    <HostFrame role="secretary">
      <OwnAccountScreen signedIn={{ login: 'bithu', role: 'secretary' }} sessions={sessions} />
    </HostFrame>
  )
}

function Owner({ list = access }: { readonly list?: Access }) {
  return (
    <HostFrame>
      <OwnAccountScreen signedIn={{ login: 'bithu', role: 'owner' }} sessions={accountSessions}>
        <PeopleCard accounts={list.accounts} />
        <InvitationsCard invitations={list.invitations} />
      </OwnAccountScreen>
    </HostFrame>
  )
}
