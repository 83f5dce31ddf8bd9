import { hostAdministration } from '@khac-sau/language'
import { Administering } from '@khac-sau/protocol'
import { Link } from 'wouter'
import { useMessages } from '../../ui/language.tsx'
import { request } from '../parts/api.ts'
import { SignInForm } from '../parts/sign-in-form.tsx'
import { AdministrationShell } from './administration-shell.tsx'

export function AdministratorSignInScreen() {
  const text = useMessages(hostAdministration)
  return (
    <AdministrationShell width="phone">
      <SignInForm
        title={text.signInTitle}
        lead={text.signInLead}
        signIn={(body) => request('POST', '/api/administration/session', Administering, { body })}
      >
        <p>
          <Link href="/">{text.toCellSignIn}</Link>
        </p>
      </SignInForm>
    </AdministrationShell>
  )
}
