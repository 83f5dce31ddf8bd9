import { hostAccount } from '@khac-sau/language'
import { SignedIn } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PasswordField } from '../parts/password-field.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { AccountFrame } from './account-frame.tsx'

const empty = { setupCode: '', cellName: '', login: '', password: '' }

/** As the protocol's Setup demands them. */
const least = { setupCode: 4, cellName: 1, login: 3, password: 8 }

/** The first run: nobody has an account yet; who holds the printed code makes the first one. */
export function SetUpScreen() {
  const text = useMessages(hostAccount)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [form, setForm] = useState(empty)
  const [tried, setTried] = useState(false)
  const field = (name: 'setupCode' | 'cellName' | 'login') => ({
    label: text[name],
    error: errorOf(name),
    value: form[name],
    onChange: (event: { readonly target: { readonly value: string } }) =>
      setForm({ ...form, [name]: event.target.value }),
  })
  function errorOf(name: keyof typeof empty): string | undefined {
    if (!tried || form[name].trim().length >= least[name]) return undefined
    return form[name].trim() === '' ? text.required : text.tooShort({ least: least[name] })
  }
  const setUp = async () => {
    setTried(true)
    if (Object.entries(least).some(([name, count]) => form[name as keyof typeof empty].trim().length < count)) return
    const outcome = await run(() => request('POST', '/api/setup', SignedIn, { body: form }))
    if (outcome.ok) client.setQueryData(keys.session, outcome.value)
  }
  return (
    <AccountFrame title={text.setUpTitle} lead={text.setUpLead} onSubmit={() => void setUp()}>
      <FailureBanner failure={failure} />
      <TextField {...field('setupCode')} hint={text.setupCodeHint} autoComplete="off" autoCapitalize="characters" />
      <TextField {...field('cellName')} hint={text.cellNameHint} autoComplete="organization" />
      <TextField
        {...field('login')}
        hint={text.loginHint}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        hint={text.passwordHint}
        error={errorOf('password')}
        autoComplete="new-password"
        value={form.password}
        onChange={(password) => setForm({ ...form, password })}
      />
      <Button type="submit" variant="primary" size="large" block busy={busy}>
        {text.setUp}
      </Button>
    </AccountFrame>
  )
}
