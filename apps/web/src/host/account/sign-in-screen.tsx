import { hostAccount, hostAdministration } from '@khac-sau/language'
import { SignedIn } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { AccountFrame } from './account-frame.tsx'
import { PasswordField } from './password-field.tsx'

/** `administered`: several cells share the server, and somebody else signs in as their administrator. */
export function SignInScreen({ administered = false }: { readonly administered?: boolean }) {
  const text = useMessages(hostAccount)
  const administration = useMessages(hostAdministration)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const signIn = async () => {
    setTried(true)
    if (login.trim() === '' || password === '') return
    const outcome = await run(() =>
      request('POST', '/api/session', SignedIn, { body: { login: login.trim(), password } }),
    )
    if (outcome.ok) client.setQueryData(keys.session, outcome.value)
  }
  return (
    <AccountFrame title={text.signInTitle} lead={text.signInLead} onSubmit={() => void signIn()}>
      <FailureBanner failure={failure} />
      <TextField
        label={text.login}
        error={tried && login.trim() === '' ? text.required : undefined}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        onChange={(event) => setLogin(event.target.value)}
      />
      <PasswordField
        autoComplete="current-password"
        error={tried && password === '' ? text.required : undefined}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" size="large" block busy={busy}>
        {text.signIn}
      </Button>
      <p>
        <a href="/">{text.joinInstead}</a>
      </p>
      {administered && (
        <p>
          <Link href="/administration">{administration.toAdministration}</Link>
        </p>
      )}
    </AccountFrame>
  )
}
