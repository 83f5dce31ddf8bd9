import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { request, startHouse, stopHouse } from '../testing/live-house.ts'
import type { Abuse } from './abuse.ts'
import { roleAbuses, sessionAbuses } from './account-abuses.ts'
import { administrationAbuses } from './administration-abuses.ts'
import { crossCellAbuses, crossSiteAbuses } from './boundary-abuses.ts'
import { closedAbuses, floodAbuses, lateAbuse, lobbyAbuses, openAbuses, stemAbuses } from './contest-abuses.ts'
import { doorAbuses, lawfulBeginnings } from './door-abuses.ts'
import { bodyAbuses, pathAbuses } from './input-abuses.ts'
import { everythingOf, type Scene, setScene } from './scene.ts'
import { wireAbuses } from './wire-abuses.ts'

/** One real server, one evening: what is tried in its lobby comes first, what floods it last. */
let scene: Scene
let before: unknown
beforeAll(async () => {
  await startHouse()
  scene = await setScene()
  before = await everythingOf(scene)
})
afterAll(() => stopHouse())

function tryAll(abuses: readonly Abuse[]): void {
  test.each(abuses.map((abuse) => [abuse.name, abuse] as const))('%s', async (name, { attempt, told }) => {
    expect(await attempt(scene)).toBe(told)
    const was = before
    before = await everythingOf(scene)
    if (!lawfulBeginnings.has(name)) expect(before).toEqual(was)
  })
}

const byStage = {
  lobby: [
    ...crossSiteAbuses,
    ...crossCellAbuses,
    ...roleAbuses,
    ...pathAbuses,
    ...bodyAbuses,
    ...wireAbuses,
    ...sessionAbuses,
    ...lobbyAbuses,
    ...doorAbuses,
    ...administrationAbuses,
  ],
  stem: stemAbuses,
  open: openAbuses,
  closed: closedAbuses,
  flood: floodAbuses,
}

test('there are at least sixty, each by a name of its own', () => {
  const names = [...Object.values(byStage).flat(), lateAbuse].map(({ name }) => name)

  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThanOrEqual(60)
})

describe('in the lobby', () => tryAll(byStage.lobby))

describe('while the stem is read', () => {
  beforeAll(async () => {
    await command({ type: 'next', after: 'lobby' })
    const { stage } = await scene.host.stage('stem')
    if (stage.name !== 'stem') throw new Error('no stem')
    scene.openingId = stage.openingId
    await scene.an.stage('stem')
    before = await everythingOf(scene)
  })
  tryAll(byStage.stem)
})

describe('while the question is open', () => {
  beforeAll(async () => {
    await scene.host.stage('open')
    await scene.an.stage('open')
    const { openingId } = scene
    const answer = { openingId, answerId: 'binhs', options: [1], automatic: false, claim: null }
    await mustDo(scene.binh.socket, 'member:answer', answer)
    before = await everythingOf(scene)
  })
  tryAll(byStage.open)
})

describe('once it is closed', () => {
  beforeAll(async () => {
    await command({ type: 'end-question', openingId: scene.openingId })
    await scene.host.stage('reveal')
    before = await everythingOf(scene)
  })
  tryAll(byStage.closed)

  test(lateAbuse.name, async () => {
    const [counted] = await countedAnswers()
    expect(await lateAbuse.attempt(scene)).toBe(lateAbuse.told)
    expect(await countedAnswers()).toEqual([counted])
    before = await everythingOf(scene)
  })
})

describe('floods', () => tryAll(byStage.flood))

async function command(sent: object): Promise<void> {
  await mustDo(scene.host.socket, 'host:command', sent)
}

async function mustDo(socket: Scene['an']['socket'], event: string, sent: object): Promise<void> {
  const ack = await request(socket, event, sent)
  if (!ack.ok) throw new Error(ack.refusal)
}

async function countedAnswers(): Promise<readonly unknown[]> {
  const [cell] = (await everythingOf(scene)).cells
  return cell?.log.filter(({ type }) => type === 'answered') ?? []
}
