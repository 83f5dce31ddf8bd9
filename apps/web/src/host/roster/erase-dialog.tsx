import { hostRoster, hostShell } from '@khac-sau/language'
import type { Member } from '@khac-sau/protocol'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useAction } from '../parts/use-action.ts'
import styles from './erase-dialog.module.css'
import type { RosterActions } from './roster-actions.ts'

type EraseDialogProps = {
  readonly member: Pick<Member, 'memberId' | 'name'>
  readonly actions: Pick<RosterActions, 'erase'>
  readonly onClose: () => void
}

/** P2: what it means and the name, typed; then once more, before anything is erased. */
export function EraseDialog({ member, actions, onClose }: EraseDialogProps) {
  const { busy, failure, run } = useAction()
  const [typed, setTyped] = useState('')
  const [sure, setSure] = useState(false)
  const erase = async () => {
    const outcome = await run(() => actions.erase(member.memberId, typed))
    if (outcome.ok) onClose()
    else setSure(false)
  }
  if (sure) {
    return <EraseSureDialog name={member.name} busy={busy} onErase={() => void erase()} onBack={() => setSure(false)} />
  }
  return (
    <MeaningDialog
      name={member.name}
      failure={failure}
      typed={typed}
      onTyped={setTyped}
      onGoOn={() => setSure(true)}
      onClose={onClose}
    />
  )
}

type MeaningDialogProps = {
  readonly name: string
  readonly failure: Parameters<typeof FailureBanner>[0]['failure']
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly onGoOn: () => void
  readonly onClose: () => void
}

function MeaningDialog({ name, failure, typed, onTyped, onGoOn, onClose }: MeaningDialogProps) {
  const text = useMessages(hostRoster)
  const shell = useMessages(hostShell)
  const formId = useId()
  const [tried, setTried] = useState(false)
  const isSame = typed.trim().normalize('NFC') === name
  const goOn = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isSame) onGoOn()
  }
  return (
    <Dialog
      open
      title={text.eraseTitle({ name })}
      onClose={onClose}
      closeLabel={shell.close}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {text.eraseGoOn}
          </Button>
        </>
      }
    >
      <ul className={styles.meaning}>
        <li>{text.eraseName}</li>
        <li>{text.eraseResults}</li>
        <li>{text.eraseCopies}</li>
        <li>
          <b>{text.eraseForever}</b>
        </li>
      </ul>
      <FailureBanner failure={failure} title={text.notErased} />
      <form id={formId} noValidate onSubmit={goOn}>
        <TextField
          label={text.eraseTyped}
          hint={text.eraseTypedHint({ name })}
          error={tried && !isSame ? text.eraseNameDiffers : undefined}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
        />
      </form>
    </Dialog>
  )
}

type EraseSureDialogProps = {
  readonly name: string
  readonly busy: boolean
  readonly onErase: () => void
  readonly onBack: () => void
}

export function EraseSureDialog({ name, busy, onErase, onBack }: EraseSureDialogProps) {
  const text = useMessages(hostRoster)
  const [understood, setUnderstood] = useState(false)
  return (
    <Dialog
      open
      title={text.eraseSureTitle}
      onClose={onBack}
      closeLabel={text.eraseBack}
      actions={
        <>
          <Button onClick={onBack}>{text.eraseBack}</Button>
          <Button variant="danger" disabled={!understood} busy={busy} onClick={onErase}>
            {text.eraseNow}
          </Button>
        </>
      }
    >
      <p>{text.eraseSureText({ name })}</p>
      <Checkbox
        label={text.eraseUnderstood}
        checked={understood}
        onChange={(event) => setUnderstood(event.target.checked)}
      />
    </Dialog>
  )
}
