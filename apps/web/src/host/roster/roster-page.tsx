import { Members, type RosterImport } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { anyAnswer, type Outcome, request } from '../parts/api.ts'
import { Loaded } from '../parts/loaded.tsx'
import { currentMonth } from '../parts/month-field.tsx'
import { keys, useMembers } from '../parts/queries.ts'
import { rosterAfter } from './import-rows.ts'
import type { RosterActions } from './roster-actions.ts'
import { RosterScreen } from './roster-screen.tsx'

export function RosterPage() {
  const members = useMembers()
  const client = useQueryClient()
  const andReload = async (outcome: Outcome<null>) => {
    const isOutdated = !outcome.ok && outcome.failure === 'conflict'
    if (outcome.ok || isOutdated) await client.invalidateQueries({ queryKey: keys.members })
    return outcome
  }
  const takeIn = async (list: RosterImport): Promise<Outcome<null>> => {
    await client.cancelQueries({ queryKey: keys.members })
    const before = client.getQueryData<Members>(keys.members)
    if (before) {
      const after = rosterAfter(before.members, list, currentMonth())
      client.setQueryData(keys.members, { ...before, members: after })
    }
    // The rows were decided on beside both, and one of the two may be newer.
    const revision = Math.min(list.revision, before?.revision ?? list.revision)
    const outcome = await request('POST', '/api/members/import', Members, { body: { ...list, revision } })
    client.setQueryData(keys.members, outcome.ok ? outcome.value : before)
    // What was refused may have been refused because the roster is not what was shown.
    if (!outcome.ok) await client.invalidateQueries({ queryKey: keys.members })
    return outcome.ok ? { ok: true, value: null } : outcome
  }
  const actions: RosterActions = {
    add: async (people) => andReload(await request('POST', '/api/members', anyAnswer, { body: { people } })),
    change: async (memberId, revision, change) => {
      const body = { revision, ...change }
      return andReload(await request('PATCH', `/api/members/${encodeURIComponent(memberId)}`, anyAnswer, { body }))
    },
    erase: async (memberId, name) =>
      andReload(
        await request('POST', `/api/members/${encodeURIComponent(memberId)}/erase`, anyAnswer, { body: { name } }),
      ),
    takeIn,
  }
  return <Loaded query={members}>{({ members: people }) => <RosterScreen members={people} actions={actions} />}</Loaded>
}
