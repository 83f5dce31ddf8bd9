import { formatDateTime, formatMonth, hostBackups, hostMoving, hostShell } from '@khac-sau/language'
import type { Moving } from '@khac-sau/protocol'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import type { HostFailure } from '../parts/api.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { GuidedStep } from '../parts/guided-step.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { movingStepNames, movingSteps } from './moving-steps.ts'

type MovingScreenProps = {
  readonly moving: Moving
  readonly busy: boolean
  readonly failure: HostFailure | null
  readonly onBegin: () => void
  readonly onDrop: () => void
  readonly onMoved: () => void
  readonly onBack: () => void
}

export function MovingScreen({ moving, busy, failure, onBegin, onDrop, onMoved, onBack }: MovingScreenProps) {
  const text = useMessages(hostMoving)
  const backups = useMessages(hostBackups)
  const [asked, setAsked] = useState<'mark' | 'back' | null>(null)
  const answer = (act: () => void) => {
    setAsked(null)
    act()
  }
  const isMoved = moving.movedAtMs !== null
  const isBegun = !isMoved && moving.begunAtMs !== null
  return (
    <>
      <PageHead above={<Link href="/backups">← {backups.title}</Link>} title={text.title} lead={text.lead} />
      <FailureBanner failure={failure} />
      {isBegun && <StepList moving={moving} busy={busy} onMark={() => setAsked('mark')} />}
      <div>
        {isBegun && (
          <Button variant="quiet" busy={busy} onClick={onDrop}>
            {text.drop}
          </Button>
        )}
        {!isBegun && !isMoved && (
          <Button variant="primary" size="large" busy={busy} onClick={onBegin}>
            {text.begin}
          </Button>
        )}
        {isMoved && (
          <Button busy={busy} onClick={() => setAsked('back')}>
            {text.back}
          </Button>
        )}
      </div>
      {asked === 'mark' && <AskMark onConfirm={() => answer(onMoved)} onCancel={() => setAsked(null)} />}
      {asked === 'back' && <AskBack onConfirm={() => answer(onBack)} onCancel={() => setAsked(null)} />}
    </>
  )
}

type StepListProps = Pick<MovingScreenProps, 'moving' | 'busy'> & { readonly onMark: () => void }

function StepList({ moving, busy, onMark }: StepListProps) {
  const text = useMessages(hostMoving)
  const { locale } = useLanguage()
  const [isRestored, setRestored] = useState(false)
  const states = movingSteps(moving, isRestored)
  const { copyAtMs, fetchedAtMs, members, contests, lastSettled } = moving
  const last = lastSettled && text.checkLast({ ...lastSettled, month: formatMonth(lastSettled.month, locale) })
  const words = {
    copy: states.copy === 'done' ? text.copyDone({ time: formatDateTime(copyAtMs ?? 0) }) : text.copyText,
    fetch: states.fetch === 'done' ? text.fetchDone({ time: formatDateTime(fetchedAtMs ?? 0) }) : text.fetchText,
    restore: states.restore === 'done' ? text.restoreDone : text.restoreText,
    check: `${text.checkText({ members, contests })} ${last ?? ''}`.trim(),
  }
  const toBackups = (
    <Link href="/backups" asChild>
      <LinkButton variant="primary">{text.toBackups}</LinkButton>
    </Link>
  )
  const actions = {
    copy: toBackups,
    fetch: toBackups,
    restore: (
      <Button variant="primary" onClick={() => setRestored(true)}>
        {text.restored}
      </Button>
    ),
    check: (
      <Button variant="danger" busy={busy} onClick={onMark}>
        {text.mark}
      </Button>
    ),
  }
  return (
    <Card>
      <ol>
        {movingStepNames.map((name, index) => (
          <GuidedStep key={name} number={index + 1} title={text[name]} state={states[name]} action={actions[name]}>
            {words[name]}
          </GuidedStep>
        ))}
      </ol>
      {states.restore === 'now' && <CopyField label={text.restore} value={text.restoreCommand} />}
    </Card>
  )
}

type AskProps = { readonly onConfirm: () => void; readonly onCancel: () => void }

function AskMark(props: AskProps) {
  const text = useMessages(hostMoving)
  const shell = useMessages(hostShell)
  return (
    <ConfirmDialog
      {...props}
      open
      danger
      title={text.markTitle}
      confirmLabel={text.markConfirm}
      cancelLabel={shell.cancel}
    >
      <p>{text.markText}</p>
    </ConfirmDialog>
  )
}

function AskBack(props: AskProps) {
  const text = useMessages(hostMoving)
  const shell = useMessages(hostShell)
  return (
    <ConfirmDialog {...props} open danger title={text.backTitle} confirmLabel={text.back} cancelLabel={shell.cancel}>
      <p>{text.backText}</p>
    </ConfirmDialog>
  )
}
