import { formatDateTime, hostAccount, hostBackups, hostShell } from '@khac-sau/language'
import { type BackupCopy, RestoreBegun } from '@khac-sau/protocol'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { useAction } from '../parts/use-action.ts'
import styles from './restore-dialog.module.css'

type RestoreDialogProps = {
  readonly copy: BackupCopy
  readonly onBegun: (leavingBoot: string) => void
  readonly onClose: () => void
}

/** What it means and the password first; then once more, before anything is changed. */
export function RestoreDialog({ copy, onBegun, onClose }: RestoreDialogProps) {
  const { busy, failure, run } = useAction()
  const [password, setPassword] = useState('')
  const [sure, setSure] = useState(false)
  const time = formatDateTime(copy.madeAtMs)
  const restore = async () => {
    const path = `/api/backups/${encodeURIComponent(copy.name)}/restore`
    const outcome = await run(() => request('POST', path, RestoreBegun, { body: { password } }))
    if (outcome.ok) onBegun(outcome.value.bootId)
    else setSure(false)
  }
  if (sure) {
    return <SureDialog time={time} busy={busy} onRestore={() => void restore()} onBack={() => setSure(false)} />
  }
  return (
    <MeaningDialog
      copy={copy}
      failure={failure}
      password={password}
      onPassword={setPassword}
      onGoOn={() => setSure(true)}
      onClose={onClose}
    />
  )
}

type MeaningDialogProps = {
  readonly copy: BackupCopy
  readonly failure: Parameters<typeof FailureBanner>[0]['failure']
  readonly password: string
  readonly onPassword: (password: string) => void
  readonly onGoOn: () => void
  readonly onClose: () => void
}

function MeaningDialog({ copy, failure, password, onPassword, onGoOn, onClose }: MeaningDialogProps) {
  const text = useMessages(hostBackups)
  const shell = useMessages(hostShell)
  const account = useMessages(hostAccount)
  const formId = useId()
  const time = formatDateTime(copy.madeAtMs)
  const [tried, setTried] = useState(false)
  const goOn = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (password !== '') onGoOn()
  }
  return (
    <Dialog
      open
      title={text.restoreTitle({ time })}
      onClose={onClose}
      closeLabel={shell.close}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button variant="primary" type="submit" form={formId}>
            {text.goOn}
          </Button>
        </>
      }
    >
      <ul className={styles.meaning}>
        <li>{copy.kind === 'uploaded' ? text.restoreReplacesUploaded : text.restoreReplaces({ time })}</li>
        <li>{text.restoreKeeps}</li>
        <li>{text.restoreRestarts}</li>
      </ul>
      <FailureBanner failure={failure} title={text.notRestored} />
      <form id={formId} noValidate onSubmit={goOn}>
        <PasswordField
          autoComplete="current-password"
          hint={text.passwordHint}
          error={tried && password === '' ? account.required : undefined}
          value={password}
          onChange={onPassword}
        />
      </form>
    </Dialog>
  )
}

type SureDialogProps = {
  readonly time: string
  readonly busy: boolean
  readonly onRestore: () => void
  readonly onBack: () => void
}

function SureDialog({ time, busy, onRestore, onBack }: SureDialogProps) {
  const text = useMessages(hostBackups)
  const [understood, setUnderstood] = useState(false)
  return (
    <Dialog
      open
      title={text.sureTitle}
      onClose={onBack}
      closeLabel={text.back}
      actions={
        <>
          <Button onClick={onBack}>{text.back}</Button>
          <Button variant="danger" disabled={!understood} busy={busy} onClick={onRestore}>
            {text.restoreNow}
          </Button>
        </>
      }
    >
      <p>{text.sureText({ time })}</p>
      <Checkbox
        label={text.understood}
        checked={understood}
        onChange={(event) => setUnderstood(event.target.checked)}
      />
    </Dialog>
  )
}
