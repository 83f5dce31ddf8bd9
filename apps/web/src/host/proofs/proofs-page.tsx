import type { SignedIn } from '@khac-sau/protocol'
import { useMemo } from 'react'
import { Loaded } from '../parts/loaded.tsx'
import { useMembers, useProofs } from '../parts/queries.ts'
import { ProofsScreen } from './proofs-screen.tsx'
import { provedPeople } from './proved-people.ts'

export function ProofsPage({ cell }: { readonly cell: SignedIn['cell'] }) {
  const members = useMembers()
  const proofs = useProofs()
  const people = useMemo(
    () => provedPeople(members.data?.members ?? [], proofs.data?.members ?? []),
    [members.data, proofs.data],
  )
  return (
    <Loaded query={members}>
      {() => <Loaded query={proofs}>{() => <ProofsScreen cell={cell} people={people} />}</Loaded>}
    </Loaded>
  )
}
