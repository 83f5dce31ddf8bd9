import { hostAccount, hostOwnAccount } from '@khac-sau/language'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { Outcome } from './api.ts'
import { FailureBanner } from './failure-banner.tsx'
import { leastPasswordCharacters, PasswordField } from './password-field.tsx'
import { ShortForm } from './short-form.tsx'
import { useAction } from './use-action.ts'

type NewPasswordFormProps<Value> = {
  readonly title: string
  readonly lead: string
  readonly submitLabel: string
  readonly set: (password: string) => Promise<Outcome<Value>>
  readonly onDone: (value: Value) => void
}

/** By a link that was made where the data are. */
export function NewPasswordForm<Value>({ title, lead, submitLabel, set, onDone }: NewPasswordFormProps<Value>) {
  const text = useMessages(hostOwnAccount)
  const account = useMessages(hostAccount)
  const { busy, failure, run } = useAction()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const isShort = password.length < leastPasswordCharacters
  const submit = async () => {
    setTried(true)
    if (isShort) return
    const outcome = await run(() => set(password))
    if (outcome.ok) onDone(outcome.value)
  }
  return (
    <ShortForm title={title} lead={lead} onSubmit={() => void submit()}>
      <FailureBanner failure={failure} />
      <PasswordField
        label={text.newPassword}
        hint={account.passwordHint}
        autoComplete="new-password"
        error={tried && isShort ? account.tooShort({ least: leastPasswordCharacters }) : undefined}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" size="large" block busy={busy}>
        {submitLabel}
      </Button>
    </ShortForm>
  )
}
