import { MergePreview, Merges, type NewMerge } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { type Outcome, request } from '../parts/api.ts'
import { Loaded } from '../parts/loaded.tsx'
import { keys, useMembers, useMerges } from '../parts/queries.ts'
import type { MergeActions } from './merge-actions.ts'
import { MergeScreen } from './merge-screen.tsx'

export function MergePage() {
  const members = useMembers()
  const merges = useMerges()
  const client = useQueryClient()
  /** Whatever came of it, the two lists may not be what was shown. */
  const andReload = async (outcome: Outcome<Merges>) => {
    if (outcome.ok) client.setQueryData(keys.merges, outcome.value)
    else await client.invalidateQueries({ queryKey: keys.merges })
    await client.invalidateQueries({ queryKey: keys.members })
    return outcome
  }
  const actions: MergeActions = {
    look: (body: NewMerge) => request('POST', '/api/members/merges/preview', MergePreview, { body }),
    merge: async (body) => andReload(await request('POST', '/api/members/merges', Merges, { body })),
    unmerge: async (memberId) =>
      andReload(await request('DELETE', `/api/members/merges/${encodeURIComponent(memberId)}`, Merges)),
  }
  return (
    <Loaded query={members}>
      {(roster) => (
        <Loaded query={merges}>
          {(made) => <MergeScreen members={roster.members} merges={made.merges} actions={actions} />}
        </Loaded>
      )}
    </Loaded>
  )
}
