import { hostAccount, hostAdministration, hostShell } from '@khac-sau/language'
import type { AdministeredCell } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useAction } from '../parts/use-action.ts'
import { administrationKeys } from './administration-queries.ts'

type EraseDialogProps = {
  readonly cell: AdministeredCell
  readonly onErased: (words: string) => void
  readonly onClose: () => void
}

/** The second step, of a cell that is closed: its name, typed, and the password. */
export function EraseDialog({ cell, onErased, onClose }: EraseDialogProps) {
  const text = useMessages(hostAdministration)
  const account = useMessages(hostAccount)
  const shell = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const erase = async () => {
    setTried(true)
    if (name.trim() === '' || password === '') return
    const path = `/api/administration/cells/${encodeURIComponent(cell.cellId)}`
    const body = { name: name.trim(), password }
    const outcome = await run(() => request('DELETE', path, anyAnswer, { body }))
    if (!outcome.ok) return
    onErased(text.erased({ cell: cell.name }))
    onClose()
    await client.invalidateQueries({ queryKey: administrationKeys.cells })
  }
  return (
    <Dialog
      open
      title={text.eraseTitle({ cell: cell.name })}
      onClose={onClose}
      closeLabel={shell.close}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button variant="danger" busy={busy} onClick={() => void erase()}>
            {text.eraseNow}
          </Button>
        </>
      }
    >
      <FailureBanner failure={failure} />
      <p>{text.eraseText}</p>
      <p>{text.eraseElsewhere}</p>
      <TextField
        label={text.eraseName}
        error={tried && name.trim() === '' ? account.required : undefined}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <PasswordField
        autoComplete="current-password"
        hint={text.erasePassword}
        error={tried && password === '' ? account.required : undefined}
        value={password}
        onChange={setPassword}
      />
    </Dialog>
  )
}
