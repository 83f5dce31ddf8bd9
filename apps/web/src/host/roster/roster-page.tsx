import { useQueryClient } from '@tanstack/react-query'
import { anyAnswer, type Outcome, request } from '../parts/api.ts'
import { Loaded } from '../parts/loaded.tsx'
import { keys, useMembers } from '../parts/queries.ts'
import type { RosterActions } from './roster-actions.ts'
import { RosterScreen } from './roster-screen.tsx'

export function RosterPage() {
  const members = useMembers()
  const client = useQueryClient()
  const andReload = async (outcome: Outcome<null>) => {
    if (outcome.ok) await client.invalidateQueries({ queryKey: keys.members })
    return outcome
  }
  const actions: RosterActions = {
    add: async (people) => andReload(await request('POST', '/api/members', anyAnswer, { body: { people } })),
    change: async (memberId, change) =>
      andReload(await request('PATCH', `/api/members/${encodeURIComponent(memberId)}`, anyAnswer, { body: change })),
  }
  return <Loaded query={members}>{({ members: people }) => <RosterScreen members={people} actions={actions} />}</Loaded>
}
