import { hostAccount, hostAdministration } from '@khac-sau/language'
import { SignedIn } from '@khac-sau/protocol'
import { Link } from 'wouter'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { request } from '../parts/api.ts'
import { HostShell } from '../parts/host-shell.tsx'
import { SignInForm } from '../parts/sign-in-form.tsx'

type SignInScreenProps = {
  /** Several cells share the server, and somebody else signs in as their administrator. */
  readonly administered?: boolean
  /** Nobody can sign in here yet. */
  readonly withoutAccounts?: boolean
}

export function SignInScreen({ administered = false, withoutAccounts = false }: SignInScreenProps) {
  const text = useMessages(hostAccount)
  const administration = useMessages(hostAdministration)
  if (administered && withoutAccounts) {
    return (
      <HostShell width="phone">
        <EmptyState
          title={administration.noAccounts}
          action={<Link href="/administration">{administration.toAdministration}</Link>}
          alone
        >
          {administration.noAccountsNext}
        </EmptyState>
      </HostShell>
    )
  }
  return (
    <HostShell width="phone">
      <SignInForm
        title={text.signInTitle}
        lead={text.signInLead}
        signIn={(body) => request('POST', '/api/session', SignedIn, { body })}
      >
        <p>
          <a href="/">{text.joinInstead}</a>
        </p>
        {administered && (
          <p>
            <Link href="/administration">{administration.toAdministration}</Link>
          </p>
        )}
      </SignInForm>
    </HostShell>
  )
}
