import type { MemberId } from '@khac-sau/engine'
import type { Ack, MemberRequests, RefusalCode, Reply } from '@khac-sau/protocol'
import type { Link, Schedule } from './link.ts'

export type Roster = Reply<MemberRequests, 'member:roster'>

/** How far this phone is in saying whose it is. */
export type PlaceState =
  | { readonly name: 'choosing' }
  | { readonly name: 'claiming'; readonly memberId: MemberId }
  /** D1: the name alone is not enough. `refusal`: what was wrong with the PIN before. */
  | { readonly name: 'pin'; readonly memberId: MemberId; readonly refusal: PinRefusal | null }
  /** D3: this phone has not opened the member's own link. */
  | { readonly name: 'link'; readonly memberId: MemberId }
  /** Live on another device: go on by asking the host. */
  | { readonly name: 'taken'; readonly memberId: MemberId }
  /** The host sees this number beside the request. */
  | { readonly name: 'asked'; readonly memberId: MemberId; readonly number: number }
  | { readonly name: 'denied'; readonly memberId: MemberId }
  /** `unanswered`: nobody said anything; a place that was given all the same comes by itself. */
  | { readonly name: 'refused'; readonly memberId: MemberId; readonly refusal: RefusalCode | 'unanswered' }

export type PinRefusal = Extract<RefusalCode, 'no-pin-yet' | 'wrong-pin' | 'too-many-attempts'>

export type PlaceRequests = {
  readonly place: () => PlaceState
  readonly roster: () => Roster | null
  /** The roster now, and again every few seconds while nobody has been chosen. */
  readonly watchRoster: () => void
  readonly claim: (memberId: MemberId, pin?: string) => void
  readonly ask: (memberId: MemberId) => void
  /** What was asked on a connection that was lost is asked again: the server forgets it with the connection. */
  readonly onConnected: () => void
  /** The host said no. */
  readonly onDenied: () => void
  readonly startOver: () => void
  /** A token is there, and the link goes in with it. */
  readonly onEntering: (memberId: MemberId) => void
  /** This phone has its place, or is on its way out. */
  readonly stop: () => void
}

export type PlaceOptions = {
  readonly link: Link
  readonly schedule: Schedule
  readonly onToken: (token: string, memberId: MemberId) => void
  readonly onChange: () => void
}

export function createPlaceRequests({ link, schedule, onToken, onChange }: PlaceOptions): PlaceRequests {
  let place: PlaceState = { name: 'choosing' }
  let roster: Roster | null = null
  let cancelRoster = () => {}
  const become = (next: PlaceState) => {
    place = next
    onChange()
  }
  const request = <Name extends keyof MemberRequests>(
    name: Name,
    input: object,
    then: (ack: Ack<Reply<MemberRequests, Name>> | typeof unanswered) => void,
  ) =>
    link.emitWithAck(name, input).then(
      (ack) => then(ack as Ack<Reply<MemberRequests, Name>>),
      () => then(unanswered),
    )

  const watchRoster = () => {
    cancelRoster()
    if (link.connected) {
      void request('member:roster', {}, (ack) => {
        if (!ack.ok) return
        roster = ack.value
        onChange()
      })
    }
    cancelRoster = schedule(watchRoster, rosterMillis)
  }

  const ask = (memberId: MemberId) => {
    become({ name: 'claiming', memberId })
    void request('member:ask-for-place', { memberId }, (ack) => {
      if (ack.ok) become({ name: 'asked', memberId, number: ack.value.number })
      else become({ name: 'refused', memberId, refusal: ack.refusal })
    })
  }

  return {
    place: () => place,
    roster: () => roster,
    watchRoster,
    claim(memberId, pin) {
      become({ name: 'claiming', memberId })
      void request('member:claim', { memberId, ...(pin === undefined ? {} : { pin }) }, (ack) => {
        if (ack.ok) onToken(ack.value.token, memberId)
        else if (ack.refusal === 'name-taken') become({ name: 'taken', memberId })
        else if (ack.refusal === 'pin-needed') become({ name: 'pin', memberId, refusal: null })
        else if (ack.refusal === 'link-needed') become({ name: 'link', memberId })
        else if (isPinRefusal(ack.refusal)) become({ name: 'pin', memberId, refusal: ack.refusal })
        else become({ name: 'refused', memberId, refusal: ack.refusal })
      })
    },
    ask,
    onConnected() {
      if (place.name === 'asked') ask(place.memberId)
    },
    onDenied() {
      if (place.name === 'asked') become({ name: 'denied', memberId: place.memberId })
    },
    startOver() {
      become({ name: 'choosing' })
    },
    onEntering(memberId) {
      cancelRoster()
      become({ name: 'claiming', memberId })
    },
    stop() {
      cancelRoster()
      place = { name: 'choosing' }
    },
  }
}

function isPinRefusal(refusal: RefusalCode | 'unanswered'): refusal is PinRefusal {
  return refusal === 'no-pin-yet' || refusal === 'wrong-pin' || refusal === 'too-many-attempts'
}

const rosterMillis = 4000
const unanswered = { ok: false, refusal: 'unanswered' } as const
