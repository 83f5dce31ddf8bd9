import {
  type Command,
  type Contest,
  decide,
  type Decision,
  type Event,
  hostView,
  type HostView,
  memberView,
  type MemberId,
  type MemberView,
  type Millis,
  contestResult,
  nextEdgeAt,
  type Receipt,
  screenView,
  type ScreenView,
  startBatch,
} from '@khac-sau/engine'
import type { RefusalCode, StorageTrouble } from '@khac-sau/protocol'
import { contestClock, LOOK_EVERY_MILLIS } from './contest-clock.ts'
import type { Append, RoomContext, RoomOutlets } from './ports.ts'
import type { Schedule } from './schedule.ts'
import { publisher } from './publisher.ts'

/** A command as it arrives: when it arrived is the room's to say (A1). */
export type Asked = Command extends infer One ? (One extends Command ? Omit<One, 'at'> : never) : never

export type RoomReply =
  | { readonly ok: true; readonly receipt?: Receipt }
  | { readonly ok: false; readonly refusal: RefusalCode; readonly receipt?: Receipt }

export type Room = {
  /** Resolves after the commit (A4), or with a refusal; never rejects. */
  submit(asked: Asked): Promise<RoomReply>
  /** `bootId` names the clock: after a standstill, as in another room of the same contest, it counts from elsewhere (T1). */
  clock(): { readonly bootId: string; readonly at: Millis }
  contest(): Contest
  memberView(memberId: MemberId): MemberView
  screenView(): ScreenView
  hostView(): HostView
  /** Why the latest batch could not be stored; `null` from the first one that is. */
  storageTrouble(): StorageTrouble | null
  /** Somebody connected or went: the host's list changes, the log does not. */
  presenceChanged(): void
  /** Every page is sent its view: what it has may be from a room before this one. */
  showEveryone(): void
  close(): void
}

export type RoomDependencies = {
  /** As replayed from the log, which ends at `lastSeq`. */
  readonly contest: Contest
  readonly lastSeq: number
  readonly append: Append
  /** Monotonic milliseconds of this process. */
  readonly now: () => Millis
  /** For papers only (T1). */
  readonly wallNow: () => number
  readonly newBootId: () => string
  readonly schedule: Schedule
  readonly context: RoomContext
  readonly outlets: RoomOutlets
  /** A bug, with what it happened to. */
  readonly report: (error: unknown, about: string) => void
  /** After each stored batch and before its ack, for what is derived from the log; `undefined` costs no wait. */
  readonly stored?: (contest: Contest, events: readonly Event[], lastSeq: number) => Promise<void> | undefined
  /** Another process owns the contest now: this room answers nothing any more. */
  readonly fenced?: () => void
}

type Waiting = { readonly command: Command; readonly resolve: (reply: RoomReply) => void }

/** What time was to do and could not be stored is tried again after so long. */
const RETRY_MILLIS: Millis = 1_000

/**
 * The one owner of a contest: one batch at a time is decided in order on provisional state, appended once, and only
 * then acked and published. What arrives meanwhile is the next batch, so that many answers share one commit.
 */
export function openRoom(dependencies: RoomDependencies): Room {
  const { append, outlets, report, schedule, context, newBootId } = dependencies
  let { contest, lastSeq } = dependencies
  let bootId = newBootId()
  /** The boot that the log knows to own the contest. */
  let ownedBy: string | null = null
  let unownedSince = contest.lastEventAt
  let writing = false
  let inTrouble = false
  let trouble: StorageTrouble | null = null
  let closed = false
  let waiting: Waiting[] = []
  let cancelEdge = () => {}
  let cancelLook = () => {}

  // What was open goes on as after a crash: nobody could be served, and no phone's idea of the clock holds.
  const clock = contestClock(dependencies.now, contest.lastEventAt, (since) => {
    bootId = newBootId()
    unownedSince = since
  })
  const clockNow = () => {
    // In this order: looking at the clock may find that it stood still, and then it has another name.
    const at = clock.now()
    return { at, bootId }
  }
  const viewContext = () => {
    const { at, bootId: boot } = clockNow()
    return { now: at, bootId: boot, ...context }
  }
  const publish = publisher({ schedule, outlets, contest: () => contest, viewContext, storageTrouble: () => trouble })

  function submit(asked: Asked): Promise<RoomReply> {
    // Stamped before anything is waited for (A1).
    const command: Command = { ...asked, at: clock.now() }
    return new Promise((resolve) => {
      if (closed) return resolve({ ok: false, refusal: 'moved-elsewhere' })
      waiting.push({ command, resolve })
      void drain()
    })
  }

  async function drain(): Promise<void> {
    if (writing) return
    writing = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await write(batch)
    }
    writing = false
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    const replies = await store(batch).catch((error: unknown) => {
      inTrouble = true
      report(error, `contest ${contest.id}: ${batch.map(({ command }) => command.type).join(', ')}`)
      return batch.map((): RoomReply => ({ ok: false, refusal: 'server-error' }))
    })
    for (const [index, { resolve }] of batch.entries()) {
      resolve(replies[index] ?? { ok: false, refusal: 'server-error' })
    }
    armEdge()
  }

  async function store(batch: readonly Waiting[]): Promise<readonly RoomReply[]> {
    if (closed) return refused(batch, 'moved-elsewhere')
    const provisional = startBatch(contest)
    const owner = bootId
    const taken = owner === ownedBy ? [] : takingOver().events
    provisional.apply(taken)
    const decisions = batch.map(({ command }): Decision => {
      const decision = decide(provisional.contest, command)
      provisional.apply(decision.events)
      return decision
    })
    const decided = decisions.flatMap(({ events }) => events)
    if (decided.length === 0 && !mustTakeOver()) return decisions.map(({ reply }) => reply)

    const events = [...taken, ...decided]
    const outcome = await append(lastSeq, events)
    inTrouble = outcome.outcome !== 'stored'
    if (outcome.outcome !== 'stored') {
      // Dropped whole: even a repeat's receipt may rest on an answer of this batch.
      report(new Error(`append ${outcome.outcome}`), `contest ${contest.id}, ${events.length} events dropped`)
      if (outcome.outcome === 'fenced') lose()
      else troubleIs(outcome.trouble)
      return refused(batch, outcome.outcome === 'fenced' ? 'moved-elsewhere' : 'storage-failed')
    }
    contest = provisional.contest
    lastSeq = outcome.lastSeq
    ownedBy = owner
    troubleIs(null)
    await derive(events)
    publish.after(events)
    return decisions.map(({ reply }) => reply)
  }

  function troubleIs(next: StorageTrouble | null): void {
    if (next === trouble) return
    trouble = next
    publish.hosts()
  }

  /** The log is the truth: what is derived from it can be made again, so its failure is reported and no more. */
  async function derive(events: readonly Event[]): Promise<void> {
    const deriving = dependencies.stored?.(contest, events, lastSeq)
    await deriving?.catch((error: unknown) => report(error, `contest ${contest.id}: what is derived from its log`))
  }

  /** A contest that is over is only read until somebody changes it: its log, and the head of its chain, stay. */
  function mustTakeOver(): boolean {
    return ownedBy !== bootId && contest.phase.name !== 'finished' && contest.phase.name !== 'draft'
  }

  function takingOver(): Decision {
    return decide(contest, { type: 'take-over', bootId, wallMillis: dependencies.wallNow(), at: unownedSince })
  }

  /** Time changes what is shown (the options open) and what is so (a question closes); both by the contest clock. */
  function armEdge(): void {
    cancelEdge()
    if (closed) return
    const now = clock.now()
    const edge = mustTakeOver() ? now : nextEdgeAt(contest, publish.shownUntil())
    if (edge === null) return
    const overdue = inTrouble ? RETRY_MILLIS : 0
    cancelEdge = schedule(edge > now ? edge - now : overdue, () => passEdge(edge))
  }

  /** A process that stood still must learn it by itself, whether anybody asks for something or not. */
  function watchClock(): void {
    cancelLook = schedule(LOOK_EVERY_MILLIS, () => {
      clock.now()
      if (mustTakeOver()) void submit({ type: 'tick' })
      watchClock()
    })
  }

  function passEdge(edge: Millis): void {
    if (clock.now() < edge) return armEdge()
    const { phase } = contest
    if (phase.name === 'asking' && edge <= phase.opening.opensAt) publish.everyone()
    void submit({ type: 'tick' })
  }

  function lose(): void {
    close()
    dependencies.fenced?.()
  }

  function close(): void {
    closed = true
    cancelEdge()
    cancelLook()
    publish.stop()
  }

  // The contest is taken over; what was due while nobody owned it is due now.
  if (mustTakeOver()) void submit({ type: 'tick' })
  watchClock()

  return {
    submit,
    clock: clockNow,
    contest: () => contest,
    memberView: (memberId) => memberView(contest, memberId, viewContext(), contestResult(contest)),
    screenView: () => screenView(contest, viewContext()),
    hostView: () => hostView(contest, viewContext()),
    storageTrouble: () => trouble,
    presenceChanged: publish.people,
    showEveryone: publish.everyone,
    close,
  }
}

function refused(batch: readonly Waiting[], refusal: RefusalCode): readonly RoomReply[] {
  return batch.map(() => ({ ok: false, refusal }))
}
