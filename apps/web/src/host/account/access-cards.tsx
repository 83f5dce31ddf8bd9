import { Loaded } from '../parts/loaded.tsx'
import { useAccess } from '../parts/queries.ts'
import { InvitationsCard } from './invitations-card.tsx'
import { PeopleCard } from './people-card.tsx'

/** For owners. */
export function AccessCards() {
  const access = useAccess()
  return (
    <Loaded query={access}>
      {({ accounts, invitations }) => (
        <>
          <PeopleCard accounts={accounts} />
          <InvitationsCard invitations={invitations} />
        </>
      )}
    </Loaded>
  )
}
