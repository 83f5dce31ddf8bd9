import { hostAdministration, hostOwnAccount } from '@khac-sau/language'
import { Administering } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { request } from '../parts/api.ts'
import { NewPasswordForm } from '../parts/new-password-form.tsx'
import { keys } from '../parts/queries.ts'
import { AdministrationShell } from './administration-shell.tsx'

/** A password, by the link that was made where the data are: the first one, or a new one. */
export function AdministratorLinkScreen({ secret }: { readonly secret: string }) {
  const text = useMessages(hostAdministration)
  const own = useMessages(hostOwnAccount)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  return (
    <AdministrationShell width="phone">
      {secret === '' ? (
        <EmptyState title={text.linkNothing} action={<Link href="/administration">{own.toSignIn}</Link>} alone>
          {text.linkNothingNext}
        </EmptyState>
      ) : (
        <NewPasswordForm
          title={text.linkTitle}
          lead={text.linkLead}
          submitLabel={text.setPassword}
          set={(password) => request('POST', '/api/administration/link', Administering, { body: { secret, password } })}
          onDone={(administering) => {
            client.clear()
            client.setQueryData(keys.session, administering)
            navigate('/administration', { replace: true })
          }}
        />
      )}
    </AdministrationShell>
  )
}
