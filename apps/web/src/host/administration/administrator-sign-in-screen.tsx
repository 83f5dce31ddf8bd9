import { hostAccount, hostAdministration } from '@khac-sau/language'
import { Administering } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PasswordField } from '../account/password-field.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { AdministrationForm } from './administration-form.tsx'

export function AdministratorSignInScreen() {
  const text = useMessages(hostAdministration)
  const account = useMessages(hostAccount)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const signIn = async () => {
    setTried(true)
    if (login.trim() === '' || password === '') return
    const body = { login: login.trim(), password }
    const outcome = await run(() => request('POST', '/api/administration/session', Administering, { body }))
    if (outcome.ok) client.setQueryData(keys.session, outcome.value)
  }
  return (
    <AdministrationForm title={text.signInTitle} lead={text.signInLead} onSubmit={() => void signIn()}>
      <FailureBanner failure={failure} />
      <TextField
        label={account.login}
        error={tried && login.trim() === '' ? account.required : undefined}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        onChange={(event) => setLogin(event.target.value)}
      />
      <PasswordField
        autoComplete="current-password"
        error={tried && password === '' ? account.required : undefined}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" size="large" block busy={busy}>
        {account.signIn}
      </Button>
      <p>
        <Link href="/">{text.toCellSignIn}</Link>
      </p>
    </AdministrationForm>
  )
}
