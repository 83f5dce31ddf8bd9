import type { Question } from '@khac-sau/engine'
import type { ContestDetail, Member, Pins, Setup } from '@khac-sau/protocol'
import type { Product } from './product.ts'

/** A cell with its members, as its secretary makes it. */
export type Evening = {
  readonly cookie: string
  readonly memberIds: readonly string[]
  /** D1: of each member, by their id; from now on the cell asks for them. */
  readonly givePins: () => Promise<ReadonlyMap<string, string>>
  /** Several contests may share a month. */
  readonly openContest: (plan: ContestPlan) => Promise<OpenContest>
}

export type ContestPlan = { readonly title: string; readonly questions: number; readonly seconds: number }
export type OpenContest = { readonly contestId: string; readonly roomCode: string; readonly screenKey: string }

/** How many options each question has; the first is right. */
export const optionCount = 4

export async function prepareEvening(product: Product, phones: number): Promise<Evening> {
  const setup: Setup = {
    setupCode: product.setupCode(),
    cellName: 'Chi bộ Hoa Sen',
    login: 'bithu',
    password: 'mat-khau-dai',
  }
  const { cookie } = await call(product, '', 'POST', '/api/setup', setup)
  const people = Array.from({ length: phones }, (_, index) => ({ name: `Đảng viên ${index + 1}`, groupName: '' }))
  await call(product, cookie, 'POST', '/api/members', { people })
  const { json } = await call(product, cookie, 'GET', '/api/members')
  const { members } = json as { readonly members: readonly Member[] }
  return {
    cookie,
    memberIds: members.map(({ memberId }) => memberId),
    givePins: () => givePins(product, cookie, members),
    openContest: (plan) => openContest(product, cookie, plan),
  }
}

async function givePins(product: Product, cookie: string, members: readonly Member[]) {
  await call(product, cookie, 'PATCH', '/api/cell', { revision: 1, memberProof: 'pin' })
  const memberIds = members.map(({ memberId }) => memberId)
  const { pins } = (await call(product, cookie, 'POST', '/api/members/pins', { memberIds })).json as Pins
  return new Map(pins.map(({ memberId, pin }) => [memberId, pin]))
}

async function openContest(product: Product, cookie: string, plan: ContestPlan): Promise<OpenContest> {
  const name = { month: '2027-04', title: plan.title }
  const created = (await call(product, cookie, 'POST', '/api/contests', name)).json as ContestDetail
  const path = `/api/contests/${created.contestId}`
  const settings = {
    ...created.settings,
    secondsPerQuestion: plan.seconds,
    oneTap: false,
    autoAdvance: false,
    showStandings: false,
  }
  const questions = Array.from({ length: plan.questions }, (_, index) => question(index))
  const draft = { ...name, revision: created.revision, settings, questions }
  const { revision } = (await call(product, cookie, 'PUT', path, draft)).json as ContestDetail
  const opened = (await call(product, cookie, 'POST', `${path}/open`, { revision })).json as ContestDetail
  if (opened.roomCode === null) throw new Error('the room has no code')
  const screenKey = opened.screenUrl?.split('/').at(-1) ?? ''
  return { contestId: opened.contestId, roomCode: opened.roomCode, screenKey }
}

function question(index: number): Question {
  const options = Array.from({ length: optionCount }, (_, option) => `Phương án ${option + 1}`)
  return { stem: `Câu ${index + 1}?`, options, right: [0], explanation: '', source: 'Tài liệu', seconds: null }
}

async function call(
  { origin }: Product,
  cookie: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly cookie: string; readonly json: unknown }> {
  const response = await fetch(`${origin}${path}`, {
    method,
    headers: { origin, cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return {
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? cookie,
    json: text ? JSON.parse(text) : undefined,
  }
}
