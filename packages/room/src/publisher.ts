import {
  type Contest,
  contestResult,
  type Event,
  hostView,
  memberView,
  type MemberId,
  type Millis,
  optionsAhead,
  progressOf,
  screenView,
  type ViewContext,
} from '@khac-sau/engine'
import type { StorageTrouble } from '@khac-sau/protocol'
import type { RoomOutlets } from './ports.ts'
import type { Schedule } from './schedule.ts'

/** Progress and the list of people go to host and projector only, and no more often than this. */
const QUIET_MILLIS: Millis = 250

type PublisherDependencies = {
  readonly schedule: Schedule
  readonly outlets: RoomOutlets
  readonly contest: () => Contest
  readonly viewContext: () => ViewContext
  readonly storageTrouble: () => StorageTrouble | null
}

export type Publisher = {
  /** Sends what a stored batch changed, to whom it changed it for. */
  after(events: readonly Event[]): void
  everyone(): void
  /** The storage fell into trouble or came out of it. */
  hosts(): void
  /** Who is here changed. */
  people(): void
  /** Until when everyone has been shown what time alone changes. */
  shownUntil(): Millis
  /** From here on nothing is sent: another room may be showing the contest. */
  stop(): void
}

/**
 * What one answer causes does not grow with the number of phones: its own member's view, and a share of a progress
 * line that host and projector get a few times a second.
 */
export function publisher(dependencies: PublisherDependencies): Publisher {
  const { schedule, outlets, contest, viewContext, storageTrouble } = dependencies
  let shownUntil = viewContext().now
  let stopped = false
  const progress = atMostEvery(QUIET_MILLIS, schedule, () => {
    const { phase } = contest()
    if (phase.name === 'asking' || phase.name === 'closing') outlets.progress(progressOf(contest(), phase.opening))
  })
  const people = atMostEvery(QUIET_MILLIS, schedule, () => hostsAndScreens())

  function hostsAndScreens(): void {
    const result = contestResult(contest())
    const context = viewContext()
    outlets.toScreens(screenView(contest(), context, result))
    outlets.toHosts(hostView(contest(), context, result), storageTrouble())
  }

  function hosts(): void {
    if (!stopped) outlets.toHosts(hostView(contest(), viewContext()), storageTrouble())
  }

  function course(): void {
    const contestNow = () => viewContext().now
    const { name } = contest().phase
    const running = name === 'asking' || name === 'closing'
    outlets.course({ running, ahead: optionsAhead(contest(), contestNow()) }, contestNow)
  }

  function members(memberIds: Iterable<MemberId>): void {
    const result = contestResult(contest())
    const context = viewContext()
    for (const memberId of memberIds) outlets.toMember(memberId, memberView(contest(), memberId, context, result))
  }

  function everyone(): void {
    if (stopped) return
    shownUntil = viewContext().now
    members(outlets.connectedMembers())
    hostsAndScreens()
  }

  return {
    after(events) {
      if (stopped) return
      if (events.some(changesCourse)) course()
      const touched = events.map(personalMember)
      if (touched.includes(undefined)) return everyone()
      members(new Set(touched.filter((memberId) => memberId !== undefined)))
      if (events.some(isAnswer)) progress.soon()
      // Host's people list says who has answered, too.
      people.soon()
    },
    everyone,
    hosts,
    people: people.soon,
    shownUntil: () => shownUntil,
    stop() {
      stopped = true
      progress.stop()
      people.stop()
      // T8: the next room's clock may be behind this one's.
      outlets.course({ running: false, ahead: null }, () => viewContext().now)
    },
  }
}

/** Whose phone alone an event changes; `undefined` when it changes everyone's. */
function personalMember(event: Event): MemberId | undefined {
  switch (event.type) {
    case 'answered':
    case 'answered-late':
    case 'joined':
    case 'enrolled':
    case 'time-given':
    case 'marked-left':
    case 'removed':
    case 'readmitted':
      return event.memberId
    case 'taken-over':
    case 'room-opened':
    case 'opened':
    case 'lead-cut':
    case 'extended':
    case 'interrupted':
    case 'closed-for-some':
    case 'closing':
    case 'closed':
    case 'standings-shown':
    case 'paused':
    case 'resumed':
    case 'voided':
    case 'reinstated':
    case 'corrected':
    case 'finished':
    case 'settled':
    case 'unsettled':
      return undefined
  }
}

/** T8: before any view goes out, so that sending the views delays no options. */
function changesCourse({ type }: Event): boolean {
  return type === 'opened' || type === 'lead-cut' || type === 'closing' || type === 'closed' || type === 'taken-over'
}

function isAnswer(event: Event): boolean {
  return event.type === 'answered' || event.type === 'answered-late'
}

/** The first call runs at once, calls within `millis` of a run share one at its end. */
function atMostEvery(millis: Millis, schedule: Schedule, run: () => void) {
  let cancel: (() => void) | undefined
  let again = false
  let stopped = false
  function pause(): void {
    cancel = schedule(millis, () => {
      cancel = undefined
      if (again) soon()
    })
  }
  function soon(): void {
    if (stopped) return
    again = cancel !== undefined
    if (again) return
    run()
    pause()
  }
  return {
    soon,
    stop() {
      stopped = true
      cancel?.()
    },
  }
}
