import type { MemberChange, NewMembers, RosterImport } from '@khac-sau/protocol'
import type { Outcome } from '../parts/api.ts'

/** What the roster's screens can ask for; the page carries it out. */
export type RosterActions = {
  readonly add: (people: NewMembers['people']) => Promise<Outcome<null>>
  /** On the revision that was read; what is stored instead is shown by then where it is refused with `conflict`. */
  readonly change: (memberId: string, revision: number, change: MemberChange) => Promise<Outcome<null>>
  /** P2: for good; the name as it was typed. */
  readonly erase: (memberId: string, name: string) => Promise<Outcome<null>>
  /** Shown at once, and taken back where the server refuses. */
  readonly takeIn: (list: RosterImport) => Promise<Outcome<null>>
}
