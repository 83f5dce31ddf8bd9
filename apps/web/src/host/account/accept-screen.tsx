import { hostAccess, hostAccount } from '@khac-sau/language'
import { type InvitationFound, SignedIn } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { AccountFrame } from './account-frame.tsx'

const empty = { displayName: '', login: '', password: '' }
/** As the protocol's InvitationAnswer demands them. */
const least = { displayName: 1, login: 3, password: 8 }

type AcceptScreenProps = { readonly secret: string; readonly found: InvitationFound }

export function AcceptScreen({ secret, found }: AcceptScreenProps) {
  const text = useMessages(hostAccess)
  const account = useMessages(hostAccount)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { busy, failure, run } = useAction()
  const [form, setForm] = useState({ ...empty, displayName: found.inviteeName ?? '' })
  const [tried, setTried] = useState(false)
  const isShort = (name: keyof typeof empty) => form[name].trim().length < least[name]
  const errorOf = (name: keyof typeof empty) => {
    if (!tried || !isShort(name)) return undefined
    return form[name].trim() === '' ? account.required : account.tooShort({ least: least[name] })
  }
  const accept = async () => {
    setTried(true)
    if (isShort('displayName') || isShort('login') || isShort('password')) return
    const body = { secret, ...form }
    const outcome = await run(() => request('POST', '/api/invitations/accept', SignedIn, { body }))
    if (!outcome.ok) return
    client.clear()
    client.setQueryData(keys.session, outcome.value)
    navigate('/', { replace: true })
  }
  const lead = text.acceptLead({ cell: found.cellName, role: text[found.role] })
  return (
    <AccountFrame title={text.acceptTitle} lead={lead} onSubmit={() => void accept()}>
      <p>{text[`${found.role}Hint`]}</p>
      <FailureBanner failure={failure} />
      <TextField
        label={text.displayName}
        hint={text.displayNameHint}
        error={errorOf('displayName')}
        autoComplete="name"
        maxLength={80}
        value={form.displayName}
        onChange={(event) => setForm({ ...form, displayName: event.target.value })}
      />
      <TextField
        label={account.login}
        hint={account.loginHint}
        error={errorOf('login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        value={form.login}
        onChange={(event) => setForm({ ...form, login: event.target.value })}
      />
      <PasswordField
        hint={account.passwordHint}
        error={errorOf('password')}
        autoComplete="new-password"
        value={form.password}
        onChange={(password) => setForm({ ...form, password })}
      />
      <Button type="submit" variant="primary" size="large" block busy={busy}>
        {text.accept}
      </Button>
    </AccountFrame>
  )
}
