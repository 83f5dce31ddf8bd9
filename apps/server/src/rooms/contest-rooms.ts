import {
  cellRepository,
  contestRepository,
  type Database,
  type FrozenContent,
  type Member,
  memberRepository,
} from '@khac-sau/database'
import {
  type Contest,
  evolveAll,
  type Event,
  type MemberId,
  type Millis,
  type Month,
  newContest,
  type PublicPlaces,
} from '@khac-sau/engine'
import { openRoom, type Room, type RoomOutlets, type Schedule } from '@khac-sau/room'
import { freezeWithNewCodes } from '../contests/room-code.ts'
import type { RoomKeeper } from '../contests/rooms.ts'
import { displayNames } from '../members/display-names.ts'
import type { Audience } from './audience.ts'
import { settledResults } from './settled-results.ts'
import { submitAnswer } from './submit-answer.ts'

/** One contest as this process owns it. */
export type LiveContest = {
  readonly cellId: string
  readonly contestId: string
  readonly room: Room
  readonly cellName: () => string
  /** Everyone on the cell's roster, by id. */
  readonly directory: () => ReadonlyMap<MemberId, Member>
}

export type ContestRooms = RoomKeeper & {
  /** Replays the log the first time; from then on this process owns the contest. */
  of(cellId: string, contestId: string): Promise<LiveContest | undefined>
  close(): void
}

export type ContestRoomsDependencies = {
  readonly database: Database
  readonly outletsOf: (contestId: string) => RoomOutlets
  readonly audienceOf: (contestId: string) => Audience
  /** Monotonic milliseconds of this process. */
  readonly now: () => Millis
  readonly wallNow: () => number
  readonly bootId: string
  readonly schedule: Schedule
  readonly report: (error: unknown, about: string) => void
}

type Loaded = LiveContest & { readonly refresh: () => Promise<void> }

export function contestRooms(dependencies: ContestRoomsDependencies): ContestRooms {
  const { database, report } = dependencies
  const loadedByContest = new Map<string, Promise<Loaded | undefined>>()

  function loaded(cellId: string, contestId: string): Promise<Loaded | undefined> {
    const known = loadedByContest.get(contestId)
    if (known) return known.then((contest) => (contest?.cellId === cellId ? contest : undefined))
    const forget = () => loadedByContest.delete(contestId)
    const loading = load(dependencies, cellId, contestId, forget)
    loadedByContest.set(contestId, loading)
    loading.then((contest) => contest ?? forget(), forget)
    return loading
  }

  async function openContests(cellId: string): Promise<readonly Loaded[]> {
    const known = await Promise.all(loadedByContest.values())
    return known.filter((contest) => contest !== undefined).filter((contest) => contest.cellId === cellId)
  }

  return {
    async open(cellId, contestId, content) {
      const frozenAtMs = dependencies.wallNow()
      const frozen = await freezeWithNewCodes(database.store, cellId, contestId, { content, frozenAtMs })
      if (!frozen.ok) {
        return { ok: false, refusal: frozen.refusal === 'not-found' ? 'no-such-contest' : 'room-already-open' }
      }
      await loaded(cellId, contestId)
      return { ok: true }
    },
    of: loaded,
    async answer(cellId, contestId, memberId, answer) {
      const contest = await loaded(cellId, contestId)
      return contest ? submitAnswer(contest.room, memberId, answer) : { ok: false, refusal: 'room-not-open' }
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
    close() {
      for (const loading of loadedByContest.values()) {
        loading.then((contest) => contest?.room.close()).catch((error: unknown) => report(error, 'closing a room'))
      }
    },
  }
}

/** A6, C5, T1: the state is what the log says; a crash in an open question makes it go on by itself. */
async function load(
  dependencies: ContestRoomsDependencies,
  cellId: string,
  contestId: string,
  forget: () => void,
): Promise<Loaded | undefined> {
  const { database, report, audienceOf, outletsOf } = dependencies
  const frozen = await contestRepository(database.store).content(cellId, contestId)
  if (!frozen) return undefined
  const { events, lastSeq } = await database.contestLog.read(contestId)
  const contest = evolveAll(newContest(contestId, frozen.content), events)

  const derived = settledResults(database.store, dependencies.wallNow)
  await derived.bringUpToDate(cellId, contest, lastSeq)
  const surroundings = await surroundingsOf(database, cellId)
  const audience = audienceOf(contestId)
  const room = openRoom({
    ...dependencies,
    contest,
    lastSeq,
    append: async (afterSeq, stored) => {
      const outcome = await database.contestLog.append(contestId, afterSeq, stored)
      if (outcome.outcome === 'failed') report(new Error(outcome.message), `append to ${contestId}: ${outcome.reason}`)
      return outcome
    },
    context: {
      get cellName() {
        return surroundings.now().cellName
      },
      get publicPlaces() {
        return surroundings.now().publicPlaces
      },
      nameOf: (memberId) => surroundings.now().names.get(memberId) ?? '',
      isConnected: audience.has,
    },
    outlets: outletsOf(contestId),
    stored: (changed, appended, throughSeq) =>
      appended.some(changesStage) ? derived.bringUpToDate(cellId, changed, throughSeq) : undefined,
    fenced: forget,
  })
  const live = {
    cellId,
    contestId,
    room,
    cellName: () => surroundings.now().cellName,
    directory: () => surroundings.now().members,
    refresh: surroundings.refresh,
  }
  if (contest.phase.name === 'draft') await openTheRoom(live, frozen)
  else await enrollNewcomers(live)
  return live
}

/** Also after a crash between freezing and opening. */
async function openTheRoom({ room, directory }: LiveContest, { content, hash }: FrozenContent): Promise<void> {
  const roster = competingIn(directory(), content.month).map(({ id, ranked }) => ({ memberId: id, ranked }))
  await room.submit({ type: 'open-room', contentHash: hash, roster })
}

/** A8: whoever is put on the roster while the contest runs may still join it. */
async function enrollNewcomers({ room, directory }: LiveContest): Promise<void> {
  const contest: Contest = room.contest()
  if (contest.phase.name === 'finished') return
  const newcomers = competingIn(directory(), contest.content.month).filter(({ id }) => !contest.people.has(id))
  await Promise.all(newcomers.map(({ id, ranked }) => room.submit({ type: 'enroll', memberId: id, ranked })))
}

function competingIn(directory: ReadonlyMap<MemberId, Member>, month: Month): readonly Member[] {
  return [...directory.values()].filter(
    ({ active, fromMonth, toMonth }) => active && fromMonth <= month && (toMonth === null || month <= toMonth),
  )
}

function changesStage({ type }: Event): boolean {
  return type === 'room-opened' || type === 'finished' || type === 'settled' || type === 'unsettled'
}

type Surroundings = {
  readonly cellName: string
  readonly publicPlaces: PublicPlaces
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
      members: new Map(members.map((member) => [member.id, member])),
      names: displayNames(members),
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
