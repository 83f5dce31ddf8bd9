import {
  cellRepository,
  contestRepository,
  type Database,
  type FrozenContent,
  type Member,
  memberRepository,
  newId,
} from '@khac-sau/database'
import {
  type Contest,
  evolveAll,
  type Event,
  type MemberId,
  type MemberProof,
  type Millis,
  type Month,
  newContest,
  type PublicPlaces,
  type RosterEntry,
} from '@khac-sau/engine'
import { openRoom, type PageLinks, type Room, type RoomOutlets, type Schedule } from '@khac-sau/room'
import { freezeWithNewCodes } from '../contests/room-code.ts'
import type { RoomKeeper } from '../contests/rooms.ts'
import { namesOf } from '../members/merged-people.ts'
import type { Audience } from './audience.ts'
import { settledResults } from './settled-results.ts'
import { submitAnswer } from './submit-answer.ts'

/** One contest as this process owns it. */
export type LiveContest = {
  readonly cellId: string
  readonly contestId: string
  readonly room: Room
  /** C9 */
  readonly rehearsal: boolean
  readonly cellName: () => string
  /** D1 */
  readonly memberProof: () => MemberProof
  /** Everyone on the cell's roster, by id. */
  readonly directory: () => ReadonlyMap<MemberId, Member>
}

export type ContestRooms = RoomKeeper & {
  /** Replays the log the first time; from then on this process owns the contest. */
  of(cellId: string, contestId: string): Promise<LiveContest | undefined>
  /** Phones come by another address now: hosts and projectors draw their codes anew. */
  wayInChanged(): Promise<void>
  /** Resolves when no room is loading or open any more. */
  close(): Promise<void>
}

export type ContestRoomsDependencies = {
  readonly database: Database
  readonly outletsOf: (contestId: string) => RoomOutlets
  readonly audienceOf: (contestId: string) => Audience
  readonly linksOf: (contestId: string) => PageLinks
  /** Monotonic milliseconds of this process. */
  readonly now: () => Millis
  readonly wallNow: () => number
  readonly schedule: Schedule
  readonly report: (error: unknown, about: string) => void
  /** C9 */
  readonly rehearsal: boolean
  /** Room codes, drawn until one is free. */
  readonly drawRoomCode?: () => string
  /** After a result is settled and its board is right: what then is worth keeping. */
  readonly settled: (contestId: string) => void
  /** Its cell is closed: its pages are to go. */
  readonly closed?: (contestId: string) => void
}

type Loaded = LiveContest & { readonly refresh: () => Promise<void> }

export function contestRooms(dependencies: ContestRoomsDependencies): ContestRooms {
  const { database, report } = dependencies
  const loadedByContest = new Map<string, Promise<Loaded | undefined>>()

  function loaded(cellId: string, contestId: string): Promise<Loaded | undefined> {
    const known = loadedByContest.get(contestId)
    if (known) return known.then((contest) => (contest?.cellId === cellId ? contest : undefined))
    // A room that is late to go must not take the one that followed it along.
    const forget = () => loadedByContest.get(contestId) === loading && loadedByContest.delete(contestId)
    const loading = load(dependencies, cellId, contestId, (isOurs) => {
      forget()
      // Behind the log by rows of its own, it is followed at once; another owner is left alone until somebody asks.
      if (isOurs) loaded(cellId, contestId).catch((error: unknown) => report(error, `following ${contestId}`))
    })
    loadedByContest.set(contestId, loading)
    loading.then((contest) => contest ?? forget(), forget)
    return loading
  }

  /** What cannot be loaded is nothing to tell; it learns all when it is. */
  async function allContests(): Promise<readonly Loaded[]> {
    const known = await Promise.allSettled(loadedByContest.values())
    return known.flatMap((loading) => (loading.status === 'fulfilled' && loading.value ? [loading.value] : []))
  }

  async function openContests(cellId: string): Promise<readonly Loaded[]> {
    return (await allContests()).filter((contest) => contest.cellId === cellId)
  }

  return {
    async open(cellId, contestId, content, revision) {
      const roster = await memberRepository(database.store).list(cellId)
      if (competingIn(roster, content.month).length === 0) return { ok: false, refusal: 'empty-roster' }
      const frozenAtMs = dependencies.wallNow()
      const freezing = { content, frozenAtMs, revision }
      const { drawRoomCode } = dependencies
      const frozen = await freezeWithNewCodes(database.store, cellId, contestId, freezing, drawRoomCode)
      if (!frozen.ok) {
        return { ok: false, refusal: freezeRefusals[frozen.refusal] }
      }
      await loaded(cellId, contestId)
      return { ok: true }
    },
    of: loaded,
    async answer(cellId, contestId, memberId, answer) {
      const contest = await loaded(cellId, contestId)
      if (!contest) return { ok: false, refusal: 'room-not-open' }
      return submitAnswer(contest.room, memberId, answer, dependencies.linksOf(contestId), null)
    },
    async rosterChanged(cellId) {
      for (const contest of await openContests(cellId)) {
        await contest.refresh()
        await enrollNewcomers(contest)
        contest.room.presenceChanged()
      }
    },
    async cellChanged(cellId) {
      for (const contest of await openContests(cellId)) {
        await contest.refresh()
        contest.room.presenceChanged()
      }
    },
    async cellClosed(cellId) {
      for (const { contestId, room } of await openContests(cellId)) {
        loadedByContest.delete(contestId)
        room.close()
        dependencies.closed?.(contestId)
      }
    },
    async wayInChanged() {
      for (const { room } of await allContests()) room.presenceChanged()
    },
    async close() {
      for (const loading of loadedByContest.values()) {
        await loading
          .then((contest) => contest?.room.close())
          .catch((error: unknown) => report(error, 'closing a room'))
      }
    },
  }
}

/** A6, C5, T1: the state is what the log says; a crash in an open question makes it go on by itself. */
async function load(
  dependencies: ContestRoomsDependencies,
  cellId: string,
  contestId: string,
  fenced: (isOurs: boolean) => void,
): Promise<Loaded | undefined> {
  const { database, report, audienceOf, outletsOf, rehearsal } = dependencies
  const frozen = await contestRepository(database.store).content(cellId, contestId)
  const cell = await cellRepository(database.store).byId(cellId)
  if (!frozen || !cell || cell.closedAtMs !== null) return undefined
  const { events, lastSeq } = await database.contestLog.read(contestId)
  const contest = evolveAll(newContest(contestId, frozen.content), events)

  const derived = settledResults(database.store, dependencies.wallNow)
  await derived.bringUpToDate(cellId, contest, lastSeq)
  const surroundings = await surroundingsOf(database, cellId)
  const audience = audienceOf(contestId)
  /** What failed may have been stored all the same. */
  let isUncertain = false
  const room = openRoom({
    ...dependencies,
    contest,
    lastSeq,
    // One each: the clock of the next room of this contest starts from elsewhere (T1).
    newBootId: newId,
    append: async (afterSeq, stored) => {
      const outcome = await database.contestLog.append(contestId, afterSeq, stored)
      if (outcome.outcome !== 'failed') return outcome
      isUncertain = true
      report(new Error(outcome.message), `append to ${contestId}: ${outcome.reason}`)
      return { outcome: 'failed', trouble: outcome.reason === 'disk-full' ? 'disk-full' : 'other' }
    },
    context: {
      get cellName() {
        return surroundings.now().cellName
      },
      get publicPlaces() {
        return surroundings.now().publicPlaces
      },
      rehearsal,
      nameOf: (memberId) => surroundings.now().names.get(memberId) ?? '',
      isConnected: audience.has,
    },
    outlets: outletsOf(contestId),
    stored: (changed, appended, throughSeq) => {
      if (!appended.some(changesStage)) return undefined
      return derived.bringUpToDate(cellId, changed, throughSeq).then(() => {
        if (changed.settled) dependencies.settled(contestId)
      })
    },
    fenced: () => fenced(isUncertain),
  })
  const live = {
    cellId,
    contestId,
    room,
    rehearsal,
    cellName: () => surroundings.now().cellName,
    memberProof: () => surroundings.now().memberProof,
    directory: () => surroundings.now().members,
    refresh: surroundings.refresh,
  }
  if (contest.phase.name === 'draft') await openTheRoom(live, frozen)
  else await enrollNewcomers(live)
  // Running, it has shown itself by being taken over.
  if (contest.phase.name === 'finished') room.showEveryone()
  return live
}

/** Also after a crash between freezing and opening. What cannot be opened now is loaded anew by who asks next. */
async function openTheRoom({ room, directory }: LiveContest, { content, hash }: FrozenContent): Promise<void> {
  const roster = competingIn(directory().values(), content.month).map(rosterEntry)
  const opening = await room.submit({ type: 'open-room', contentHash: hash, roster })
  if (opening.ok) return
  room.close()
  throw new Error(`the room of contest ${room.contest().id} does not open: ${opening.refusal}`)
}

/** A8: whoever is put on the roster while the contest runs may still join it. */
async function enrollNewcomers({ room, directory }: LiveContest): Promise<void> {
  const contest: Contest = room.contest()
  if (contest.phase.name === 'finished') return
  const newcomers = competingIn(directory().values(), contest.content.month).filter(({ id }) => !contest.people.has(id))
  await Promise.all(newcomers.map((member) => room.submit({ type: 'enroll', ...rosterEntry(member) })))
}

/** A9: what the roster says is where a contest starts from; the host may give other time in its lobby. */
function rosterEntry({ id, ranked, timePercent }: Member): RosterEntry {
  return { memberId: id, ranked, timePercent }
}

const freezeRefusals = {
  'not-found': 'no-such-contest',
  'already-open': 'room-already-open',
  conflict: 'conflict',
} as const

function competingIn(members: Iterable<Member>, month: Month): readonly Member[] {
  return [...members].filter(
    ({ active, fromMonth, toMonth }) => active && fromMonth <= month && (toMonth === null || month <= toMonth),
  )
}

function changesStage({ type }: Event): boolean {
  return type === 'room-opened' || type === 'finished' || type === 'settled' || type === 'unsettled'
}

type Surroundings = {
  readonly cellName: string
  readonly publicPlaces: PublicPlaces
  readonly memberProof: MemberProof
  readonly members: ReadonlyMap<MemberId, Member>
  /** People of one name are told apart. */
  readonly names: ReadonlyMap<MemberId, string>
}

/** Names and settings of the cell, read when they change and not for every view. */
async function surroundingsOf(database: Database, cellId: string) {
  const read = async (): Promise<Surroundings> => {
    const cell = await cellRepository(database.store).byId(cellId)
    if (!cell) throw new Error(`cell ${cellId} is gone`)
    const members = await memberRepository(database.store).list(cellId)
    return {
      cellName: cell.name,
      publicPlaces: cell.publicPlaces,
      memberProof: cell.memberProof,
      members: new Map(members.map((member) => [member.id, member])),
      names: await namesOf(database.store, cellId),
    }
  }
  let current = await read()
  return {
    now: () => current,
    async refresh() {
      current = await read()
    },
  }
}
