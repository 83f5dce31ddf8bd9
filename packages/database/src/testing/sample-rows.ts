import { type ContestContent, defaultSettings, type Question } from '@khac-sau/engine'
import { newId } from '../id.ts'
import { cellRepository } from '../repositories/cells.ts'
import { contestRepository, type NewContest } from '../repositories/contests.ts'
import type { Edit } from '../repositories/edit.ts'
import { memberRepository, type NewMember } from '../repositories/members.ts'
import type { Store } from '../store.ts'

export const sampleQuestion: Question = {
  stem: 'Kết luận 21-KL/TW ban hành ngày nào?',
  options: ['25/10/2021', '18/5/2021'],
  right: [0],
  explanation: '',
  source: 'Kết luận 21-KL/TW',
  seconds: null,
}

export const sampleContent: ContestContent = {
  title: 'Kỳ thi tháng 4',
  month: '2027-04',
  settings: defaultSettings,
  questions: [sampleQuestion],
}

export async function addCell(store: Store, name = 'Chi bộ Mẫu'): Promise<string> {
  const cell = { id: newId(), name, boardKey: newId(), createdAtMs: 1 }
  return (await cellRepository(store).create(cell)).id
}

export async function addMember(store: Store, cellId: string, changes: Partial<NewMember> = {}): Promise<string> {
  const member = { ...sampleMember(), ...changes }
  await memberRepository(store).create(cellId, [member])
  return member.id
}

export function sampleMember() {
  return { id: newId(), name: 'Lê Thị Mẫu', ranked: true, active: true, fromMonth: '2027-01', createdAtMs: 2 }
}

export async function addContest(store: Store, cellId: string, changes: Partial<NewContest> = {}): Promise<string> {
  const contest = {
    id: newId(),
    month: '2027-04',
    title: 'Kỳ thi tháng 4',
    settings: defaultSettings,
    draft: [sampleQuestion],
    createdAtMs: 3,
    ...changes,
  }
  return (await contestRepository(store).create(cellId, contest)).id
}

/** Frozen and open, with codes of its own. */
export async function addOpenContest(store: Store, cellId: string, changes: Partial<NewContest> = {}): Promise<string> {
  const contestId = await addContest(store, cellId, changes)
  const codes = { roomCode: newId(), screenKey: newId() }
  await contestRepository(store).freeze(cellId, contestId, {
    content: sampleContent,
    ...codes,
    frozenAtMs: 4,
    revision: 1,
  })
  return contestId
}

/** An edit on that revision. */
export function on(revision: number, changedBy = 'host', changedAtMs = 9): Edit {
  return { revision, changedBy, changedAtMs }
}
