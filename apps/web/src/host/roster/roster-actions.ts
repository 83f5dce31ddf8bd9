import type { MemberChange, NewMembers } from '@khac-sau/protocol'
import type { Outcome } from '../parts/api.ts'

/** What the roster's screens can ask for; the page carries it out. */
export type RosterActions = {
  readonly add: (people: NewMembers['people']) => Promise<Outcome<null>>
  readonly change: (memberId: string, change: MemberChange) => Promise<Outcome<null>>
}
