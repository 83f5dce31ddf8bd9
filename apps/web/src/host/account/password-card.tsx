import { hostAccount, hostOwnAccount } from '@khac-sau/language'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { leastPasswordCharacters, PasswordField } from '../parts/password-field.tsx'
import { keys } from '../parts/queries.ts'
import styles from '../parts/short-form.module.css'
import { useAction } from '../parts/use-action.ts'

const empty = { current: '', next: '' }

type PasswordCardProps = {
  readonly login: string
  /** Where it is changed. */
  readonly path?: string
}

export function PasswordCard({ login, path = '/api/account/password' }: PasswordCardProps) {
  const text = useMessages(hostOwnAccount)
  const account = useMessages(hostAccount)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [form, setForm] = useState(empty)
  const [tried, setTried] = useState(false)
  const [isDone, setDone] = useState(false)
  const isShort = form.next.length < leastPasswordCharacters
  const change = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setDone(false)
    if (form.current === '' || isShort) return
    const outcome = await run(() => request('PUT', path, anyAnswer, { body: form }))
    if (!outcome.ok) return
    setForm(empty)
    setTried(false)
    setDone(true)
    await client.invalidateQueries({ queryKey: keys.accountSessions })
  }
  return (
    <Card title={text.passwordTitle}>
      <p>{text.passwordLead}</p>
      <form className={styles.form} noValidate onSubmit={(event) => void change(event)}>
        <FailureBanner failure={failure} />
        {/* For the browser's own store of passwords: whose they are. */}
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <PasswordField
          label={text.currentPassword}
          autoComplete="current-password"
          error={tried && form.current === '' ? account.required : undefined}
          value={form.current}
          onChange={(current) => setForm({ ...form, current })}
        />
        <PasswordField
          label={text.newPassword}
          hint={account.passwordHint}
          autoComplete="new-password"
          error={tried && isShort ? account.tooShort({ least: leastPasswordCharacters }) : undefined}
          value={form.next}
          onChange={(next) => setForm({ ...form, next })}
        />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {text.changePassword}
          </Button>
        </div>
        <StatusLine>{isDone && text.passwordChanged}</StatusLine>
      </form>
    </Card>
  )
}
