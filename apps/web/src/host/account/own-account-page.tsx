import type { SignedIn } from '@khac-sau/protocol'
import { Loaded } from '../parts/loaded.tsx'
import { useAccountSessions } from '../parts/queries.ts'
import { useMay } from '../parts/use-may.ts'
import { AccessCards } from './access-cards.tsx'
import { OwnAccountScreen } from './own-account-screen.tsx'

export function OwnAccountPage({ signedIn }: { readonly signedIn: SignedIn }) {
  const sessions = useAccountSessions()
  const may = useMay()
  return (
    <Loaded query={sessions}>
      {(list) => (
        <OwnAccountScreen signedIn={signedIn} sessions={list.sessions}>
          {may('manage-access') && <AccessCards />}
        </OwnAccountScreen>
      )}
    </Loaded>
  )
}
