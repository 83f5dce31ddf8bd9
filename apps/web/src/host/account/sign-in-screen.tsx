import { hostAccount, hostAdministration } from '@khac-sau/language'
import { SignedIn } from '@khac-sau/protocol'
import { Link } from 'wouter'
import { useMessages } from '../../ui/language.tsx'
import { request } from '../parts/api.ts'
import { HostShell } from '../parts/host-shell.tsx'
import { SignInForm } from '../parts/sign-in-form.tsx'

/** `administered`: several cells share the server, and somebody else signs in as their administrator. */
export function SignInScreen({ administered = false }: { readonly administered?: boolean }) {
  const text = useMessages(hostAccount)
  const administration = useMessages(hostAdministration)
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
