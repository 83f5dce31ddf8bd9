import {
  auditRepository,
  cellRepository,
  type ContestLog,
  contestRepository,
  deviceRepository,
  excusalRepository,
  type Member,
  memberRepository,
  resultRepository,
  type Store,
} from '@khac-sau/database'
import {
  type AuditAction,
  type DeviceProof,
  evolveAll,
  type MemberId,
  newContest,
  type WallMillis,
} from '@khac-sau/engine'
import { entriesOf } from '../merged-people.ts'
import { type ContestData, contestData } from './contest-data.ts'

/** P2: everything that is kept about one member, whole and readable by a machine. */
export type MemberData = {
  readonly format: 'khac-sau.member-data'
  readonly version: 1
  readonly madeAtMs: WallMillis
  /** P1: whoever is to read it. */
  readonly madeFor: 'committee' | 'member'
  readonly cell: string
  readonly entry: Pick<
    Member,
    | 'id'
    | 'name'
    | 'groupName'
    | 'position'
    | 'birthday'
    | 'fromMonth'
    | 'toMonth'
    | 'active'
    | 'ranked'
    | 'timePercent'
    | 'createdAtMs'
  > & { readonly hasPin: boolean }
  /** S4: entries that were merged into it. */
  readonly mergedEntries: readonly Pick<
    Member,
    'id' | 'name' | 'groupName' | 'position' | 'birthday' | 'fromMonth' | 'toMonth'
  >[]
  readonly devices: readonly {
    readonly sinceMs: WallMillis
    readonly provedBy: DeviceProof
    readonly revokedAtMs: WallMillis | null
  }[]
  readonly contests: readonly (ContestData & { readonly excused: boolean; readonly monthlyFirst: boolean })[]
  /** Who did it is about somebody else. */
  readonly journal: readonly {
    readonly atMs: WallMillis
    readonly action: AuditAction
    readonly contest: string | null
  }[]
}

export type MemberDataDeps = {
  readonly store: Store
  readonly contestLog: Pick<ContestLog, 'read'>
  readonly now: () => WallMillis
}

/** P1: what a member chose is in what their own phone asks for only. */
export async function memberDataOf(
  { store, contestLog, now }: MemberDataDeps,
  cellId: string,
  memberId: MemberId,
  reader: 'committee' | 'member',
): Promise<MemberData | undefined> {
  const member = await memberRepository(store).byId(cellId, memberId)
  const cell = await cellRepository(store).byId(cellId)
  if (!member || member.erasedAtMs !== null || !cell) return undefined
  const { id, name, groupName, position, birthday, fromMonth, toMonth, active, ranked, timePercent } = member
  const { createdAtMs, pinHash } = member
  const entry = { id, name, groupName, position, birthday, fromMonth, toMonth, active, ranked, timePercent }
  const ids = await entriesOf(store, cellId, memberId)
  const devices = (await Promise.all(ids.map((one) => deviceRepository(store).ofMember(cellId, one)))).flat()
  const everybody = await memberRepository(store).listWithMerged(cellId)
  const merged = everybody.filter((one) => one.id !== memberId && ids.includes(one.id))
  return {
    format: 'khac-sau.member-data',
    version: 1,
    madeAtMs: now(),
    madeFor: reader,
    cell: cell.name,
    entry: { ...entry, createdAtMs, hasPin: pinHash !== null },
    mergedEntries: merged.map((one) => ({
      id: one.id,
      name: one.name,
      groupName: one.groupName,
      position: one.position,
      birthday: one.birthday,
      fromMonth: one.fromMonth,
      toMonth: one.toMonth,
    })),
    devices: devices.map(({ createdAtMs: sinceMs, provedBy, revokedAtMs }) => ({ sinceMs, provedBy, revokedAtMs })),
    contests: await contestsOf({ store, contestLog }, cellId, ids, reader),
    journal: (await Promise.all(ids.map((one) => journalOf(store, cellId, one))))
      .flat()
      .sort((one, other) => one.atMs - other.atMs),
  }
}

async function contestsOf(
  { store, contestLog }: Pick<MemberDataDeps, 'store' | 'contestLog'>,
  cellId: string,
  ids: readonly MemberId[],
  reader: 'committee' | 'member',
): Promise<MemberData['contests']> {
  const contests = contestRepository(store)
  const all: MemberData['contests'][number][] = []
  for (const { id } of (await contests.list(cellId)).filter(({ stage }) => stage !== 'draft')) {
    const frozen = await contests.content(cellId, id)
    if (!frozen) continue
    // Counting a contest holds up the thread; phones that answer meanwhile come in between.
    await new Promise((resolve) => setImmediate(resolve))
    const { events } = await contestLog.read(id)
    const contest = evolveAll(newContest(id, frozen.content), events)
    const found = ids.flatMap((memberId) => contestData({ contest, events }, memberId, reader) ?? [])
    const data = found.find(({ joinedAtMs }) => joinedAtMs !== null) ?? found[0]
    if (!data) continue
    const excusals = await excusalRepository(store).list(cellId, id)
    const { awards } = await resultRepository(store).ofContest(cellId, id)
    const isTheirs = (row: { readonly memberId: MemberId }) => ids.includes(row.memberId)
    all.push({ ...data, excused: excusals.some(isTheirs), monthlyFirst: awards.some(isTheirs) })
  }
  return all.sort((one, other) => one.month.localeCompare(other.month))
}

async function journalOf(store: Store, cellId: string, memberId: MemberId): Promise<MemberData['journal']> {
  const titles = new Map((await contestRepository(store).list(cellId)).map(({ id, title }) => [id, title]))
  const entries = await auditRepository(store).aboutMember(cellId, memberId)
  return entries.map(({ atMs, action, contestId }) => ({
    atMs,
    action,
    contest: contestId === null ? null : (titles.get(contestId) ?? null),
  }))
}
