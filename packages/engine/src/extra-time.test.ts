import { expect, test } from 'vitest'
import type { Event, EventOf } from './event.ts'
import { isApart, contestResult, resultOf } from './result.ts'
import { content, host, openedStory, question, type Story, story } from './testing/story.ts'
import { hostView } from './views/host-view.ts'
import { memberView } from './views/member-view.ts'
import { screenView } from './views/screen-view.ts'

const one = content([question([1])])
const two = content([question([1]), question([2])])
/** `an` has what everyone has, `binh` half as much again, `chi` twice as much. */
const extra = { binh: 150, chi: 200 } as const
const people = ['an', 'binh', 'chi']

/** Lets the room's tick come at its time, as often as something is due until `millis` after the opening. */
function untilAfterOpening(told: Story, millis: number): void {
  const opensAt = openingOf(told).opensAt
  for (const at of [30_000, 32_500, 45_000, 47_500, 60_000, 62_500].filter((edge) => edge <= millis)) {
    told.at(opensAt + at, { type: 'tick' })
  }
  told.now = opensAt + millis
}

function openingOf({ contest: { phase } }: Story) {
  if (phase.name !== 'asking' && phase.name !== 'closing') throw new Error('nothing is asked')
  return phase.opening
}

function last<T extends Event['type']>({ log }: Story, type: T): EventOf<T> | undefined {
  return log.filter((event): event is EventOf<T> => event.type === type).at(-1)
}

const views = ({ contest, now }: Story) => {
  const context = {
    now,
    bootId: 'boot',
    cellName: 'Chi bộ',
    publicPlaces: 'top-3' as const,
    nameOf: (id: string) => `name-${id}`,
    isConnected: () => true,
    rehearsal: false,
  }
  return {
    member: (id: string) => memberView(contest, id, context),
    screen: screenView(contest, context),
    host: hostView(contest, context),
  }
}

test('[A9] extra time is given in the lobby, before the first question and never after', () => {
  const told = story(two, people)
  const give = { type: 'give-time', memberId: 'binh', timePercent: 150, by: host } as const
  expect(told.do(give)).toEqual({ ok: true })
  expect(last(told, 'time-given')).toMatchObject({ memberId: 'binh', timePercent: 150, by: host })
  told.do(give)
  expect(told.log.filter(({ type }) => type === 'time-given')).toHaveLength(1)
  expect(told.do({ ...give, memberId: 'stranger' })).toEqual({ ok: false, refusal: 'not-in-contest' })

  told.do({ type: 'join', memberId: 'an' })
  told.next()
  expect(told.do({ ...give, timePercent: 200 })).toEqual({ ok: false, refusal: 'not-now' })
  expect(told.contest.people.get('binh')?.timePercent).toBe(150)
})

test('[A9] the question closes for each at their own time, and as a whole with the last', () => {
  const told = openedStory(two, people, [], extra)
  const { opensAt } = openingOf(told)
  untilAfterOpening(told, 30_000)
  expect(told.contest.phase.name).toBe('asking')
  expect(told.answer('an', [1], 32_501)).toMatchObject({ ok: false, refusal: 'too-late' })
  expect(told.answer('binh', [1], 44_000)).toMatchObject({ ok: true, receipt: { responseMillis: 44_000 } })
  untilAfterOpening(told, 60_000)
  expect(told.contest.phase.name).toBe('closing')
  expect(last(told, 'closing')).toMatchObject({ reason: 'deadline', closesAt: opensAt + 60_000, missing: 2 })
  untilAfterOpening(told, 62_500)
  expect(told.contest.phase).toMatchObject({ name: 'reveal', since: opensAt + 62_500 })
})

test('[A9, T5] each has the grace of their own close, and what arrives in it was pressed by that close', () => {
  const told = openedStory(two, people, [], extra)
  untilAfterOpening(told, 30_000)
  expect(told.answer('an', [1], 32_400)).toMatchObject({ ok: true, receipt: { responseMillis: 30_000 } })
  untilAfterOpening(told, 45_000)
  expect(told.answer('binh', [1], 47_500)).toMatchObject({ ok: true, receipt: { responseMillis: 45_000 } })
})

test('[A9, A2] what the phone submits by itself takes the whole of its own member’s time', () => {
  const told = openedStory(two, people, [], extra)
  const openingId = openingOf(told).sheet
  untilAfterOpening(told, 45_000)
  const answer = { type: 'answer', openingId, answerId: 'b', options: [1], automatic: true, press: null } as const
  expect(told.at(told.now + 100, { ...answer, memberId: 'binh' })).toMatchObject({
    ok: true,
    receipt: { automatic: true, responseMillis: 45_000 },
  })
})

test('[A9, A7] once the last with time has answered, nobody is waited for any longer', () => {
  const told = openedStory(two, people, [], extra)
  told.answer('chi', [1], 5_000)
  untilAfterOpening(told, 40_000)
  told.answer('binh', [1], 40_000)
  // `an` did not answer, but nothing of theirs can be on its way any more.
  expect(told.contest.phase.name).toBe('reveal')
})

test('[A9, T5] when the last with time answers in the grace of the others, it is waited out', () => {
  const told = openedStory(two, people, [], extra)
  const { opensAt } = openingOf(told)
  told.answer('chi', [1], 5_000)
  untilAfterOpening(told, 30_000)
  told.answer('binh', [1], 31_000)
  expect(told.contest.phase.name).toBe('asking')
  told.at(opensAt + 31_001, { type: 'tick' })
  expect(last(told, 'closing')).toMatchObject({ reason: 'deadline', closesAt: opensAt + 30_000 })
  expect(told.contest.phase.name).toBe('closing')
  told.at(opensAt + 32_500, { type: 'tick' })
  expect(told.contest.phase.name).toBe('reveal')
})

test('[A9, A7] a member with extra time who has not come, or has left, holds nothing', () => {
  const told = story(two, people, [], extra)
  told.do({ type: 'join', memberId: 'an' })
  told.do({ type: 'join', memberId: 'binh' })
  told.next()
  told.untilOpen()
  told.do({ type: 'mark-left', memberId: 'binh', by: host })
  untilAfterOpening(told, 30_000)
  expect(told.contest.phase.name).toBe('closing')
})

test('[A9, A7] whoever has extra time and leaves after the room’s time lets the question close', () => {
  const told = openedStory(two, people, [], extra)
  told.answer('chi', [1], 5_000)
  untilAfterOpening(told, 35_000)
  told.do({ type: 'leave', memberId: 'binh' })
  expect(told.contest.phase.name).toBe('reveal')
})

test('[A9, A7] the host may end it while some have time: nobody has longer than to that moment', () => {
  const told = openedStory(two, people, [], extra)
  const { opensAt, sheet } = openingOf(told)
  untilAfterOpening(told, 35_000)
  told.do({ type: 'end-question', openingId: sheet, by: host })
  expect(last(told, 'closing')).toMatchObject({ reason: 'host', closesAt: opensAt + 35_000, missing: 3 })
  expect(told.contest.phase.name).toBe('closing')
  expect(openingOf(told)).toMatchObject({
    closesAt: opensAt + 30_000,
    laterCloses: [{ closesAt: opensAt + 35_000 }, {}],
  })
})

test('[A9] seconds given to all are more for those with extra time, and none are given once the room’s time is up', () => {
  const told = openedStory(two, people, [], extra)
  const { opensAt, sheet } = openingOf(told)
  told.do({ type: 'extend', openingId: sheet, by: host })
  expect(openingOf(told)).toMatchObject({
    closesAt: opensAt + 40_000,
    laterCloses: [
      { timePercent: 150, closesAt: opensAt + 60_000 },
      { timePercent: 200, closesAt: opensAt + 80_000 },
    ],
  })
  told.at(opensAt + 40_000, { type: 'tick' })
  expect(told.do({ type: 'extend', openingId: sheet, by: host })).toEqual({ ok: false, refusal: 'not-now' })
})

test('[A9, C3] a lead that is cut short leaves everyone the whole of their time', () => {
  const told = story(two, people, [], extra)
  for (const memberId of people) told.do({ type: 'join', memberId })
  told.next()
  told.do({ type: 'cut-lead', openingId: openingOf(told).sheet, by: host })
  const { opensAt, closesAt, laterCloses } = openingOf(told)
  expect([closesAt, ...laterCloses.map((later) => later.closesAt)]).toEqual(
    [30_000, 45_000, 60_000].map((ms) => opensAt + ms),
  )
})

test('[A9, R2] an interrupted question goes on with what each had left', () => {
  const told = openedStory(two, people, [], extra)
  const { opensAt } = openingOf(told)
  told.at(opensAt + 12_000, { type: 'take-over', bootId: 'boot-2', wallMillis: 1 })
  const again = openingOf(told)
  expect(again.opensAt).toBe(opensAt + 15_000)
  expect([again.closesAt, ...again.laterCloses.map(({ closesAt }) => closesAt)]).toEqual(
    [18_000, 33_000, 48_000].map((left) => again.opensAt + left),
  )
})

test('[A9, T5, T6] interrupted after the room’s time, it goes on for those who had some, and opens for nobody else', () => {
  const told = openedStory(two, people, [], extra)
  const { opensAt } = openingOf(told)
  untilAfterOpening(told, 30_000)
  told.at(opensAt + 38_000, { type: 'take-over', bootId: 'boot-2', wallMillis: 1 })
  const again = openingOf(told)
  expect([again.closesAt, ...again.laterCloses.map(({ closesAt }) => closesAt)]).toEqual(
    // At least 10 s, × 1.5: what was left was 7.
    [0, 15_000, 22_000].map((left) => again.opensAt + left),
  )
  told.now = again.opensAt
  expect(views(told).member('an').stage.name).toBe('closing')
  expect(views(told).member('binh').stage).toMatchObject({ name: 'open', closesAt: again.opensAt + 15_000 })
  // What had been on its way when the process died still finds the next one.
  expect(told.answer('an', [1], 2_500)).toMatchObject({ ok: true })
  expect(told.do({ type: 'extend', openingId: again.sheet, by: host })).toEqual({ ok: false, refusal: 'not-now' })
})

test('[A9, A5] views: own time to each phone, to the room only that some have longer, to the host who', () => {
  const told = openedStory(two, people, [], extra)
  const { opensAt } = openingOf(told)
  expect(views(told).screen.stage).toMatchObject({ name: 'open', closesAt: opensAt + 30_000, someHaveTime: false })
  expect(views(told).member('binh')).toMatchObject({ me: { timePercent: 150 }, stage: { closesAt: opensAt + 45_000 } })

  untilAfterOpening(told, 31_000)
  const { member, screen, host: seen } = views(told)
  expect(member('an').stage).toMatchObject({ name: 'closing', closesAt: opensAt + 30_000 })
  expect(member('binh').stage).toMatchObject({ name: 'open', closesAt: opensAt + 45_000 })
  expect(screen.stage).toMatchObject({ name: 'closing', someHaveTime: true })
  expect(seen.people.map(({ hasTime }) => hasTime)).toEqual([false, true, true])
  for (const told of [screen, member('an')]) {
    expect(JSON.stringify(told)).not.toMatch(/name-binh|name-chi|150|200/)
    expect(JSON.stringify(told)).not.toContain('"right"')
  }

  untilAfterOpening(told, 46_000)
  expect(views(told).member('binh').stage.name).toBe('closing')
  expect(views(told).member('chi').stage.name).toBe('open')
  untilAfterOpening(told, 60_000)
  expect(views(told).screen.stage).toMatchObject({ name: 'closing', someHaveTime: false })
})

test('[A9, R1–R4] has a score and no place, takes nobody’s place, and stands by score apart', () => {
  const told = openedStory(one, ['an', 'binh', 'chi', 'dung'], ['khach'], extra)
  told.answer('binh', [1], 1_000)
  told.answer('an', [1], 20_000)
  told.answer('dung', [0], 21_000)
  told.answer('khach', [1], 22_000)
  untilAfterOpening(told, 62_500)
  told.next()
  const result = contestResult(told.contest)
  expect(result.rows.map(({ memberId, rank }) => [memberId, rank])).toEqual([
    ['an', 1],
    ['dung', 2],
    ['binh', null],
    ['chi', null],
    ['khach', null],
  ])
  expect(result.rows.filter(isApart).map(({ memberId, right }) => [memberId, right])).toEqual([
    ['binh', 1],
    ['chi', 0],
  ])
  // R2: no answer costs the whole of one's own time.
  expect(resultOf(result, 'chi')?.totalMillis).toBe(60_000)
  expect(result.fullMillis).toBe(30_000)
})

test('[A9, P1] in public apart, with a score like that of a public place; otherwise by name alone', () => {
  const told = openedStory(one, ['an', 'dung', 'em', 'binh', 'chi', 'ha'], [], { ...extra, ha: 150 })
  for (const [id, chosen] of Object.entries({ an: 1, dung: 1, em: 1, binh: 1, chi: 0, ha: 1 })) {
    told.answer(id, [chosen], 1_000)
  }
  told.next()
  const { screen, member } = views(told)
  expect(screen.stage).toMatchObject({
    name: 'podium',
    apart: [
      { name: 'name-binh', scoreHundredths: 1000 },
      { name: 'name-ha', scoreHundredths: 1000 },
    ],
    others: ['name-chi'],
  })
  expect(member('binh').stage).toMatchObject({ result: { rank: null, timePercent: 150, competitors: 3 } })
})
