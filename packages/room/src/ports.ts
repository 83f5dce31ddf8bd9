import type { Event, HostView, MemberId, MemberView, Millis, Progress, ScreenView, ViewContext } from '@khac-sau/engine'

/** All or nothing, after `afterSeq`. `fenced`: another process has written there, and owns the contest now. */
export type Append = (
  afterSeq: number,
  events: readonly Event[],
) => Promise<{ readonly outcome: 'stored'; readonly lastSeq: number } | { readonly outcome: 'fenced' | 'failed' }>

/** Runs once after a delay; the returned function takes it back. */
export type Schedule = (delay: Millis, run: () => void) => () => void

/** What views need from outside the log: who is who, and who is there. */
export type RoomContext = Omit<ViewContext, 'now' | 'bootId'>

/** Where views go. Each is whole: a lost one heals with the next. */
export type RoomOutlets = {
  readonly connectedMembers: () => Iterable<MemberId>
  readonly toMember: (memberId: MemberId, view: MemberView) => void
  readonly toScreens: (view: ScreenView) => void
  readonly toHosts: (view: HostView) => void
  readonly progress: (progress: Progress) => void
}
