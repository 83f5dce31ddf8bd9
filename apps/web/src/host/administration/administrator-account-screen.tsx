import { hostAdministration } from '@khac-sau/language'
import { useMessages } from '../../ui/language.tsx'
import { PasswordCard } from '../account/password-card.tsx'
import { PageHead } from '../parts/page-head.tsx'

export function AdministratorAccountScreen({ login }: { readonly login: string }) {
  const text = useMessages(hostAdministration)
  return (
    <>
      <PageHead title={text.account} lead={text.accountLead({ login })} />
      <PasswordCard login={login} path="/api/administration/password" />
    </>
  )
}
