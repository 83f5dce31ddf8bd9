import { hostOwnAccount } from '@khac-sau/language'
import { SignedIn } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import { request } from '../parts/api.ts'
import { HostShell } from '../parts/host-shell.tsx'
import { NewPasswordForm } from '../parts/new-password-form.tsx'
import { keys } from '../parts/queries.ts'

/** A new password, by the link that was made where the data are. */
export function RecoverScreen({ secret }: { readonly secret: string }) {
  const text = useMessages(hostOwnAccount)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  return (
    <HostShell width="phone">
      {secret === '' ? (
        <EmptyState title={text.recoverNothing} action={<Link href="/">{text.toSignIn}</Link>} alone>
          {text.recoverNothingNext}
        </EmptyState>
      ) : (
        <NewPasswordForm
          title={text.recoverTitle}
          lead={text.recoverLead}
          submitLabel={text.recover}
          set={(password) => request('POST', '/api/recovery', SignedIn, { body: { secret, password } })}
          onDone={(signedIn) => {
            client.setQueryData(keys.session, signedIn)
            navigate('/', { replace: true })
          }}
        />
      )}
    </HostShell>
  )
}
