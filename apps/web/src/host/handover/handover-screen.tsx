import { formatDateTime, hostHandover, hostOwnAccount } from '@khac-sau/language'
import type { Handover } from '@khac-sau/protocol'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { InviteDialog } from '../account/invite-dialog.tsx'
import type { HostFailure } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { GuidedStep } from '../parts/guided-step.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { handoverStepNames, handoverSteps } from './handover-steps.ts'
import { LeaveDialog } from './leave-dialog.tsx'

type HandoverScreenProps = {
  readonly handover: Handover
  readonly busy: boolean
  readonly failure: HostFailure | null
  readonly onBegin: () => void
  readonly onDrop: () => void
  readonly onLooked: () => void
}

export function HandoverScreen({ handover, busy, failure, onBegin, onDrop, onLooked }: HandoverScreenProps) {
  const text = useMessages(hostHandover)
  const own = useMessages(hostOwnAccount)
  const [asked, setAsked] = useState<'invite' | 'leave' | null>(null)
  const isBegun = handover.begunAtMs !== null
  return (
    <>
      <PageHead above={<Link href="/account">← {own.title}</Link>} title={text.title} lead={text.lead} />
      <FailureBanner failure={failure} />
      {isBegun ? (
        <StepList handover={handover} busy={busy} onAsk={setAsked} onLooked={onLooked} />
      ) : (
        <div>
          <Button variant="primary" size="large" busy={busy} onClick={onBegin}>
            {text.begin}
          </Button>
        </div>
      )}
      {isBegun && (
        <div>
          <Button variant="quiet" busy={busy} onClick={onDrop}>
            {text.drop}
          </Button>
        </div>
      )}
      {asked === 'invite' && <InviteDialog firstRole="owner" onClose={() => setAsked(null)} />}
      {asked === 'leave' && <LeaveDialog onClose={() => setAsked(null)} />}
    </>
  )
}

type StepListProps = Pick<HandoverScreenProps, 'handover' | 'busy' | 'onLooked'> & {
  readonly onAsk: (what: 'invite' | 'leave') => void
}

function StepList({ handover, busy, onAsk, onLooked }: StepListProps) {
  const text = useMessages(hostHandover)
  const states = handoverSteps(handover)
  const words = useStepWords(handover)
  const actions = {
    invite: (
      <Button variant="primary" onClick={() => onAsk('invite')}>
        {handover.invitedUntilMs === null ? text.invite : text.inviteAgain}
      </Button>
    ),
    signIn: null,
    backUp: <ToPlace href="/backups" label={text.toBackups} />,
    look: (
      <ButtonRow>
        <ToPlace href="/roster/proofs" label={text.toProofs} />
        <Button busy={busy} onClick={onLooked}>
          {text.looked}
        </Button>
      </ButtonRow>
    ),
    leave: (
      <Button variant="danger" onClick={() => onAsk('leave')}>
        {text.leaveNow}
      </Button>
    ),
  }
  return (
    <Card>
      <ol>
        {handoverStepNames.map((name, index) => (
          <GuidedStep key={name} number={index + 1} title={text[name]} state={states[name]} action={actions[name]}>
            {words[name]}
          </GuidedStep>
        ))}
      </ol>
    </Card>
  )
}

function useStepWords({ successors, invitedUntilMs, backupAtMs, lookedAtMs }: Handover) {
  const text = useMessages(hostHandover)
  const names = successors.map(({ displayName }) => displayName).join(', ')
  const inNames = successors.flatMap(({ displayName, isSignedIn }) => (isSignedIn ? displayName : [])).join(', ')
  const invited = invitedUntilMs === null ? text.inviteText : text.invitedText({ time: formatDateTime(invitedUntilMs) })
  return {
    invite: names === '' ? invited : text.inviteDone({ names }),
    signIn: inNames === '' ? text.signInText : text.signInDone({ names: inNames }),
    backUp: backupAtMs === null ? text.backUpText : text.backUpDone({ time: formatDateTime(backupAtMs) }),
    look: lookedAtMs === null ? text.lookText : text.lookDone,
    leave: text.leaveText,
  }
}

function ToPlace({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <Link href={href} asChild>
      <LinkButton variant="primary">{label}</LinkButton>
    </Link>
  )
}
