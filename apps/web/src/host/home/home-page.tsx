import type { SignedIn } from '@khac-sau/protocol'
import { Loaded } from '../parts/loaded.tsx'
import { useContests, useMembers } from '../parts/queries.ts'
import { useMay } from '../parts/use-may.ts'
import { HomeScreen } from './home-screen.tsx'

export function HomePage({ signedIn }: { readonly signedIn: SignedIn }) {
  const may = useMay()
  return may('see-roster') ? <CommitteeHome signedIn={signedIn} /> : <Home signedIn={signedIn} activeMembers={null} />
}

function CommitteeHome({ signedIn }: { readonly signedIn: SignedIn }) {
  const members = useMembers()
  return (
    <Loaded query={members}>
      {({ members: people }) => (
        <Home signedIn={signedIn} activeMembers={people.filter(({ active }) => active).length} />
      )}
    </Loaded>
  )
}

type HomeProps = { readonly signedIn: SignedIn; readonly activeMembers: number | null }

function Home({ signedIn, activeMembers }: HomeProps) {
  const contests = useContests()
  return (
    <Loaded query={contests}>
      {({ contests: list }) => <HomeScreen cell={signedIn.cell} contests={list} activeMembers={activeMembers} />}
    </Loaded>
  )
}
