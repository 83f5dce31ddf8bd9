import { may } from '@khac-sau/engine'
import { hostAccess, hostAudit, hostHandover, hostOwnAccount } from '@khac-sau/language'
import type { AccountSession, SignedIn } from '@khac-sau/protocol'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { PasswordCard } from './password-card.tsx'
import { SessionsCard } from './sessions-card.tsx'

type OwnAccountScreenProps = {
  readonly signedIn: Pick<SignedIn, 'login' | 'role'>
  readonly sessions: readonly AccountSession[]
  /** Everybody's accounts, for whoever decides on them. */
  readonly children?: ReactNode
}

export function OwnAccountScreen({ signedIn: { login, role }, sessions, children }: OwnAccountScreenProps) {
  const text = useMessages(hostOwnAccount)
  const access = useMessages(hostAccess)
  const audit = useMessages(hostAudit)
  const handover = useMessages(hostHandover)
  return (
    <>
      <PageHead
        title={text.title}
        lead={`${text.lead({ login })} ${access[role]}: ${access[`${role}Hint`]}`}
        actions={
          may(role, 'read-audit') ? (
            <Link href="/audit" asChild>
              <LinkButton>{audit.toAudit}</LinkButton>
            </Link>
          ) : undefined
        }
      />
      {children}
      {may(role, 'manage-access') && (
        <div>
          <Link href="/handover">{handover.toHandover}</Link>
        </div>
      )}
      <SessionsCard sessions={sessions} />
      <PasswordCard login={login} />
    </>
  )
}
