import { hostAccount, hostOwnAccount } from '@khac-sau/language'
import { SignedIn } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { HostShell } from '../parts/host-shell.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { AccountFrame } from './account-frame.tsx'
import { leastPasswordCharacters } from './password-card.tsx'
import { PasswordField } from './password-field.tsx'

/** A new password, by the link that was made where the data are. */
export function RecoverScreen({ secret }: { readonly secret: string }) {
  const text = useMessages(hostOwnAccount)
  const account = useMessages(hostAccount)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { busy, failure, run } = useAction()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const isShort = password.length < leastPasswordCharacters
  const recover = async () => {
    setTried(true)
    if (isShort) return
    const outcome = await run(() => request('POST', '/api/recovery', SignedIn, { body: { secret, password } }))
    if (!outcome.ok) return
    client.setQueryData(keys.session, outcome.value)
    navigate('/', { replace: true })
  }
  if (secret === '') return <NoSecret />
  return (
    <AccountFrame title={text.recoverTitle} lead={text.recoverLead} onSubmit={() => void recover()}>
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
        {text.recover}
      </Button>
    </AccountFrame>
  )
}

function NoSecret() {
  const text = useMessages(hostOwnAccount)
  return (
    <HostShell width="phone">
      <EmptyState title={text.recoverNothing} action={<Link href="/">{text.toSignIn}</Link>} alone>
        {text.recoverNothingNext}
      </EmptyState>
    </HostShell>
  )
}
