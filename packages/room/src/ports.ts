import type { Event, HostView, MemberId, MemberView, Millis, Progress, ScreenView, ViewContext } from '@khac-sau/engine'
import type { StorageTrouble } from '@khac-sau/protocol'
import type { Course } from './page-links.ts'

/** All or nothing, after `afterSeq`. `fenced`: another process has written there, and owns the contest now. */
export type Append = (afterSeq: number, events: readonly Event[]) => Promise<Appended>

type Appended =
  | { readonly outcome: 'stored'; readonly lastSeq: number }
  | { readonly outcome: 'fenced' }
  | { readonly outcome: 'failed'; readonly trouble: StorageTrouble }

/** What views need from outside the log: who is who, and who is there. */
export type RoomContext = Omit<ViewContext, 'now' | 'bootId'>

/** Where views go. Each is whole: a lost one heals with the next. */
export type RoomOutlets = {
  readonly connectedMembers: () => Iterable<MemberId>
  readonly toMember: (memberId: MemberId, view: MemberView) => void
  readonly toScreens: (view: ScreenView) => void
  /** With what is wrong with the storage now: no event says so, for none can be stored. */
  readonly toHosts: (view: HostView, trouble: StorageTrouble | null) => void
  readonly progress: (progress: Progress) => void
  /** What timing must know, whenever it may have changed (`page-links.ts`). */
  readonly course: (course: Course, contestNow: () => Millis) => void
}
