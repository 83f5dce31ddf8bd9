import type { HostPerson } from '@khac-sau/engine'

export type PersonState = HostPerson['presence'] | 'disconnected'

/** A lost connection is not an event of the contest (A7): only who has joined can be seen to have lost theirs. */
export function stateOf({ presence, connected }: Pick<HostPerson, 'presence' | 'connected'>): PersonState {
  return presence === 'joined' && !connected ? 'disconnected' : presence
}
