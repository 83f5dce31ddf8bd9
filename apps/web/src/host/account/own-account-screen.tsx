import { hostOwnAccount } from '@khac-sau/language'
import type { AccountSession } from '@khac-sau/protocol'
import { useMessages } from '../../ui/language.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PasswordCard } from './password-card.tsx'
import { SessionsCard } from './sessions-card.tsx'

type OwnAccountScreenProps = { readonly login: string; readonly sessions: readonly AccountSession[] }

export function OwnAccountScreen({ login, sessions }: OwnAccountScreenProps) {
  const text = useMessages(hostOwnAccount)
  return (
    <>
      <PageHead title={text.title} lead={text.lead({ login })} />
      <SessionsCard sessions={sessions} />
      <PasswordCard login={login} />
    </>
  )
}
