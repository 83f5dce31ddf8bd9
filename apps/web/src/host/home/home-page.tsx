import type { SignedIn } from '@khac-sau/protocol'
import { Loaded } from '../parts/loaded.tsx'
import { useContests, useMembers } from '../parts/queries.ts'
import { HomeScreen } from './home-screen.tsx'

export function HomePage({ signedIn }: { readonly signedIn: SignedIn }) {
  const contests = useContests()
  const members = useMembers()
  return (
    <Loaded query={members}>
      {({ members: people }) => (
        <Loaded query={contests}>
          {({ contests: list }) => (
            <HomeScreen
              cell={signedIn.cell}
              contests={list}
              activeMembers={people.filter(({ active }) => active).length}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}
