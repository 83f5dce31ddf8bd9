import type { Member, MemberChange, NewMembers, RosterImport, RosterPreview } from '@khac-sau/protocol'
import { indistinguishable, isSameName } from './same-people.ts'

type Entry = RosterPreview['entries'][number]

/** One row of a list on its way to the roster. */
export type ImportRow = Omit<Entry, 'memberId' | 'unsure'> & {
  /** Who of the roster it is; `null` for somebody new. */
  readonly target: string | null
  /** Until a person has said who it is. */
  readonly undecided: boolean
}

export type RowStatus = 'new' | 'changed' | 'unchanged' | 'undecided' | 'twin' | 'nameless'

export function importRows({ entries }: RosterPreview): readonly ImportRow[] {
  return entries.map(({ memberId, unsure, ...entry }) => ({
    ...entry,
    target: memberId,
    undecided: unsure && memberId === null,
  }))
}

/** Who of the roster a row may be. */
export function namesakesOf(row: ImportRow, members: readonly Member[]): readonly Member[] {
  return members.filter(({ name }) => isSameName(name, row.name))
}

/** An empty cell says nothing; a name that differs in capitals alone is the same. */
export function changeOf(row: ImportRow, member: Member): MemberChange {
  const { name, groupName, position, birthday, fromMonth, toMonth } = row
  return {
    ...(isSameName(name, member.name) ? {} : { name: name.trim() }),
    ...(groupName.trim() === '' || groupName === member.groupName ? {} : { groupName: groupName.trim() }),
    ...(position.trim() === '' || position === member.position ? {} : { position: position.trim() }),
    ...(birthday === null || birthday === member.birthday ? {} : { birthday }),
    ...(fromMonth === null || fromMonth === member.fromMonth ? {} : { fromMonth }),
    ...(toMonth === null || toMonth === member.toMonth ? {} : { toMonth }),
  }
}

/** What becomes of each row as things stand. */
export function statusesOf(rows: readonly ImportRow[], members: readonly Member[]): readonly RowStatus[] {
  const byId = new Map(members.map((member) => [member.memberId, member]))
  const targets = new Set(rows.map(({ target }) => target))
  const others = members.filter(({ memberId, active }) => active && !targets.has(memberId))
  const after = rows.map((row) => ({ groupName: '', ...memberOf(row, byId), ...saidBy(row) }))
  const twins = indistinguishable(after, others)
  return rows.map((row, index) => {
    if (row.name.trim() === '') return 'nameless'
    if (row.undecided) return 'undecided'
    const member = memberOf(row, byId)
    if (member && Object.keys(changeOf(row, member)).length === 0) return 'unchanged'
    if (twins.has(index)) return 'twin'
    return member ? 'changed' : 'new'
  })
}

export function isOpenQuestion(status: RowStatus): boolean {
  return status === 'undecided' || status === 'twin' || status === 'nameless'
}

/** What a list does to the roster. */
export type RosterChanges = Omit<RosterImport, 'revision'>

/** What the server is asked for. */
export function importOf(rows: readonly ImportRow[], members: readonly Member[]): RosterChanges {
  const byId = new Map(members.map((member) => [member.memberId, member]))
  const statuses = statusesOf(rows, members)
  const added: NewMembers['people'] = []
  const changed: RosterChanges['changed'] = []
  for (const [index, row] of rows.entries()) {
    const member = memberOf(row, byId)
    if (statuses[index] === 'changed' && member) {
      changed.push({ memberId: member.memberId, revision: member.revision, change: changeOf(row, member) })
    }
    if (statuses[index] === 'new') added.push(newPerson(row))
  }
  return { added, changed }
}

/** The roster as it will be: shown while the server is still writing it down. */
export function rosterAfter(members: readonly Member[], { added, changed }: RosterChanges, month: string): Member[] {
  const changeById = new Map(changed.map(({ memberId, change }) => [memberId, change]))
  const newcomers = added.map(({ name, groupName, position, birthday, fromMonth, toMonth }, index) => ({
    memberId: `new-${index}`,
    revision: 1,
    name,
    groupName,
    position: position ?? '',
    birthday: birthday ?? null,
    ranked: true,
    timePercent: 100 as const,
    active: true,
    fromMonth: fromMonth ?? month,
    toMonth: toMonth ?? null,
  }))
  return [...members.map((member) => changedMember(member, changeById.get(member.memberId))), ...newcomers]
}

function changedMember(member: Member, change: MemberChange = {}): Member {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...member, ...(Object.fromEntries(entries) as Partial<Member>) }
}

function memberOf({ target }: ImportRow, byId: ReadonlyMap<string, Member>): Member | undefined {
  return target === null ? undefined : byId.get(target)
}

function saidBy({ name, groupName, position, birthday }: ImportRow) {
  return {
    name,
    ...(groupName === '' ? {} : { groupName }),
    ...(position === '' ? {} : { position }),
    ...(birthday === null ? {} : { birthday }),
  }
}

function newPerson({ name, groupName, position, birthday, fromMonth, toMonth }: ImportRow) {
  return {
    name: name.trim(),
    groupName: groupName.trim(),
    position: position.trim(),
    birthday,
    fromMonth,
    toMonth,
  }
}
