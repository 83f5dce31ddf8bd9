import { hostAccount } from '@khac-sau/language'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Outcome } from './api.ts'
import { FailureBanner } from './failure-banner.tsx'
import { PasswordField } from './password-field.tsx'
import { keys } from './queries.ts'
import { ShortForm } from './short-form.tsx'
import { useAction } from './use-action.ts'

type SignInFormProps = {
  readonly title: string
  readonly lead: string
  /** Who is signed in then. */
  readonly signIn: (body: { readonly login: string; readonly password: string }) => Promise<Outcome<object>>
  /** Other ways in. */
  readonly children: ReactNode
}

/** To a cell, or to the server that several share. */
export function SignInForm({ title, lead, signIn, children }: SignInFormProps) {
  const text = useMessages(hostAccount)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const submit = async () => {
    setTried(true)
    if (login.trim() === '' || password === '') return
    const outcome = await run(() => signIn({ login: login.trim(), password }))
    if (outcome.ok) client.setQueryData(keys.session, outcome.value)
  }
  return (
    <ShortForm title={title} lead={lead} onSubmit={() => void submit()}>
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
      {children}
    </ShortForm>
  )
}
