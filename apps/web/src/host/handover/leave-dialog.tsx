import { roles } from '@khac-sau/engine'
import { hostAccess, hostAccount, hostHandover, hostShell } from '@khac-sau/language'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { ChoiceList } from '../parts/choice-list.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'

const left = [...roles.filter((role) => role !== 'owner'), 'gone'] as const
type Left = (typeof left)[number]

/** The last step: what is left of the role, and the password, for somebody else may sit there. */
export function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useMessages(hostHandover)
  const access = useMessages(hostAccess)
  const account = useMessages(hostAccount)
  const shell = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [role, setRole] = useState<Left>('viewer')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const finish = async () => {
    setTried(true)
    if (password === '') return
    const body = { role: role === 'gone' ? null : role, password }
    const outcome = await run(() => request('POST', '/api/handover/finish', anyAnswer, { body }))
    if (!outcome.ok) return
    client.clear()
    client.setQueryData(keys.session, null)
  }
  const choices = left.map((value) => ({
    value,
    label: value === 'gone' ? text.gone : access[value],
    hint: value === 'gone' ? text.goneHint : access[`${value}Hint`],
  }))
  return (
    <Dialog
      open
      title={text.leave}
      onClose={onClose}
      closeLabel={shell.close}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button variant="danger" busy={busy} onClick={() => void finish()}>
            {text.leaveNow}
          </Button>
        </>
      }
    >
      <FailureBanner failure={failure} />
      <p>{text.leaveText}</p>
      <ChoiceList legend={text.afterwards} choices={choices} value={role} onChange={setRole} />
      <PasswordField
        autoComplete="current-password"
        hint={text.passwordHint}
        error={tried && password === '' ? account.required : undefined}
        value={password}
        onChange={setPassword}
      />
    </Dialog>
  )
}
