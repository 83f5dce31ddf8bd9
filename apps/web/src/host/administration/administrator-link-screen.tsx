import { hostAccount, hostAdministration, hostOwnAccount } from '@khac-sau/language'
import { Administering } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { leastPasswordCharacters } from '../account/password-card.tsx'
import { PasswordField } from '../account/password-field.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { AdministrationForm } from './administration-form.tsx'
import { AdministrationShell } from './administration-shell.tsx'

/** A password, by the link that was made where the data are: the first one, or a new one. */
export function AdministratorLinkScreen({ secret }: { readonly secret: string }) {
  const text = useMessages(hostAdministration)
  const account = useMessages(hostAccount)
  const own = useMessages(hostOwnAccount)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { busy, failure, run } = useAction()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const isShort = password.length < leastPasswordCharacters
  const set = async () => {
    setTried(true)
    if (isShort) return
    const body = { secret, password }
    const outcome = await run(() => request('POST', '/api/administration/link', Administering, { body }))
    if (!outcome.ok) return
    client.clear()
    client.setQueryData(keys.session, outcome.value)
    navigate('/administration', { replace: true })
  }
  if (secret === '') return <NoSecret />
  return (
    <AdministrationForm title={text.linkTitle} lead={text.linkLead} onSubmit={() => void set()}>
      <FailureBanner failure={failure} />
      <PasswordField
        label={own.newPassword}
        hint={account.passwordHint}
        autoComplete="new-password"
        error={tried && isShort ? account.tooShort({ least: leastPasswordCharacters }) : undefined}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" variant="primary" size="large" block busy={busy}>
        {text.setPassword}
      </Button>
    </AdministrationForm>
  )
}

function NoSecret() {
  const text = useMessages(hostAdministration)
  const own = useMessages(hostOwnAccount)
  return (
    <AdministrationShell width="phone">
      <EmptyState title={text.linkNothing} action={<Link href="/administration">{own.toSignIn}</Link>} alone>
        {text.linkNothingNext}
      </EmptyState>
    </AdministrationShell>
  )
}
