import {
  type ContestContent,
  defaultSettings,
  type Event,
  evolveAll,
  type HostView,
  type MemberView,
  newContest,
  type Progress,
  type ScreenView,
} from '@khac-sau/engine'
import type { StorageTrouble } from '@khac-sau/protocol'
import { expect, test, vi } from 'vitest'
import type { Course } from './page-links.ts'
import type { Append } from './ports.ts'
import { openRoom, type Room } from './room.ts'

const question = {
  stem: 'Câu hỏi?',
  options: ['Một', 'Hai'],
  right: [1],
  explanation: 'Vì',
  source: 'Điều 1',
  seconds: null,
}
const content: ContestContent = {
  title: 'Tháng 4',
  month: '2026-04',
  settings: defaultSettings,
  questions: [question, question],
}
const members = ['an', 'binh', 'chi']

/** Time that moves only when told to, in order. */
function fakeTime() {
  let now = 1_000
  const timers = new Set<{ at: number; run: () => void }>()
  return {
    now: () => now,
    schedule(delay: number, run: () => void) {
      const timer = { at: now + delay, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    /** Time goes by, and the process is too busy for its timers. */
    pass(millis: number) {
      now += millis
    },
    async advance(millis: number) {
      const until = now + millis
      for (;;) {
        const [due] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
        if (!due) break
        timers.delete(due)
        now = Math.max(now, due.at)
        due.run()
        await settle()
      }
      now = until
      await settle()
    },
  }
}

/** Lets every promise that is already on its way arrive. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** A log in memory that can be told to hold, refuse or be taken by another owner. */
function fakeLog() {
  const events: Event[] = []
  const batches: (readonly Event[])[] = []
  const log: {
    events: Event[]
    batches: (readonly Event[])[]
    outcome: 'stored' | 'fenced' | 'failed'
    held: Promise<void> | undefined
    append: Append
  } = {
    events,
    batches,
    outcome: 'stored',
    held: undefined,
    append: async (afterSeq, batch) => {
      await log.held
      if (log.outcome === 'failed') return { outcome: 'failed', trouble: 'disk-full' }
      if (log.outcome === 'fenced') return { outcome: 'fenced' }
      if (afterSeq !== events.length) return { outcome: 'fenced' }
      events.push(...batch)
      batches.push(batch)
      return { outcome: 'stored', lastSeq: events.length }
    },
  }
  return log
}

function house(log = fakeLog(), time = fakeTime(), asked = content) {
  const sent = {
    members: [] as [string, MemberView][],
    screens: [] as ScreenView[],
    hosts: [] as HostView[],
    troubles: [] as (StorageTrouble | null)[],
    progress: [] as Progress[],
    courses: [] as (Course & { readonly contestNow: number })[],
  }
  const report = vi.fn<(error: unknown, about: string) => void>()
  const connected = new Set(members)
  const fenced = vi.fn<() => void>()
  let boots = 0
  const start = evolveAll(newContest('contest', asked), log.events)
  const room = openRoom({
    contest: start,
    lastSeq: log.events.length,
    append: (afterSeq, events) => log.append(afterSeq, events),
    now: time.now,
    wallNow: () => 1_775_000_000_000,
    newBootId: () => `boot-${(boots += 1)}`,
    schedule: time.schedule,
    context: {
      cellName: 'Chi bộ',
      publicPlaces: 'top-3',
      nameOf: (id) => id.toUpperCase(),
      rehearsal: false,
      isConnected: (id) => connected.has(id),
    },
    outlets: {
      connectedMembers: () => connected,
      toMember: (id, view) => sent.members.push([id, view]),
      toScreens: (view) => sent.screens.push(view),
      toHosts: (view, trouble) => {
        sent.hosts.push(view)
        sent.troubles.push(trouble)
      },
      progress: (progress) => sent.progress.push(progress),
      course: (course, contestNow) => sent.courses.push({ ...course, contestNow: contestNow() }),
    },
    report,
    fenced,
  })
  return { room, log, time, sent, report, connected, fenced }
}

async function opened(at = house()) {
  const roster = members.map((memberId) => ({ memberId, ranked: true, timePercent: 100 as const }))
  await at.room.submit({ type: 'open-room', contentHash: 'hash', roster })
  for (const memberId of members) await at.room.submit({ type: 'join', memberId })
  return at
}

async function asking(asked = content) {
  const at = await opened(house(fakeLog(), fakeTime(), asked))
  await at.room.submit({ type: 'next', by: 'host', after: 'lobby' })
  await at.time.advance(6_000)
  return at
}

const answer = (room: Room, memberId: string, option = 1) => {
  const { phase } = room.contest()
  if (phase.name !== 'asking') throw new Error('nothing is asked')
  const openingId = phase.opening.sheet
  return room.submit({
    type: 'answer',
    memberId,
    openingId,
    answerId: `${memberId}-1`,
    options: [option],
    automatic: false,
    press: null,
  })
}

test('[A4] nothing is acked or shown before it is stored', async () => {
  const { room, log, sent } = await asking()
  let release = () => {}
  log.held = new Promise<void>((resolve) => (release = resolve))
  let acked = false
  const before = sent.members.length
  const reply = answer(room, 'an').then((ack) => ((acked = true), ack))
  await settle()
  expect([acked, sent.members.length, room.contest().sheets.get('contest.1')?.answersByMember.size]).toEqual([
    false,
    before,
    0,
  ])

  release()
  expect(await reply).toMatchObject({ ok: true, receipt: { counted: true } })
  expect(sent.members.at(-1)).toMatchObject(['an', { stage: { name: 'open', own: { options: [1] } } }])
})

test('[A1] an answer is timed when it arrives, not when the disk is ready', async () => {
  const { room, log, time } = await asking()
  let release = () => {}
  log.held = new Promise<void>((resolve) => (release = resolve))
  await time.advance(2_000)
  const reply = answer(room, 'an')
  await time.advance(9_000)
  release()
  expect(await reply).toMatchObject({ ok: true, receipt: { responseMillis: 2_000 } })
})

test('answers that arrive while one is being stored share the next commit', async () => {
  const { room, log } = await asking()
  let release = () => {}
  log.held = new Promise<void>((resolve) => (release = resolve))
  const before = log.batches.length
  const replies = [answer(room, 'an'), answer(room, 'binh'), answer(room, 'chi')]
  release()
  expect((await Promise.all(replies)).map(({ ok }) => ok)).toEqual([true, true, true])
  expect(log.batches.length - before).toBe(2)
})

test('a batch that cannot be stored is dropped whole and refused, and the contest goes on as before it', async () => {
  const { room, log, report } = await asking()
  log.outcome = 'failed'
  expect(await answer(room, 'an')).toEqual({ ok: false, refusal: 'storage-failed' })
  expect(room.contest().sheets.get('contest.1')?.answersByMember.size).toBe(0)
  expect(report).toHaveBeenCalledOnce()

  log.outcome = 'stored'
  expect(await answer(room, 'an')).toMatchObject({ ok: true })
})

test('a stale owner is fenced by the log and stops', async () => {
  const first = await asking()
  const second = house(first.log, first.time)
  await settle()
  expect(await answer(second.room, 'an')).toMatchObject({ ok: true })

  expect(await answer(first.room, 'binh')).toEqual({ ok: false, refusal: 'moved-elsewhere' })
  expect(await first.room.submit({ type: 'join', memberId: 'an' })).toEqual({ ok: false, refusal: 'moved-elsewhere' })
  expect(evolveAll(newContest('contest', content), first.log.events)).toEqual(second.room.contest())
})

test('[A5] views carry the options when they open, not with the stem', async () => {
  const { room, time, sent } = await opened()
  await room.submit({ type: 'next', by: 'host', after: 'lobby' })
  await time.advance(5_999)
  const { courses, ...views } = sent
  expect(JSON.stringify(views)).not.toContain('Hai')
  expect(courses.at(-1)).toMatchObject({ running: true, ahead: { opensAt: 6_000, options: question.options } })
  await time.advance(1)
  expect(sent.members.slice(-3).map(([id, view]) => [id, view.stage.name])).toEqual(members.map((id) => [id, 'open']))
  expect(sent.screens.at(-1)?.stage.name).toBe('open')
})

test('[T5] time closes a question by itself, waits for the grace, then reveals', async () => {
  const { time, sent } = await asking()
  await time.advance(30_000)
  expect(sent.screens.at(-1)?.stage.name).toBe('closing')
  await time.advance(2_500)
  expect(sent.screens.at(-1)?.stage.name).toBe('reveal')
})

test('what one answer causes does not grow with the number of phones', async () => {
  const { room, sent } = await asking()
  const before = { members: sent.members.length, hosts: sent.hosts.length, progress: sent.progress.length }
  await answer(room, 'an')
  expect(sent.members.slice(before.members).map(([id]) => id)).toEqual(['an'])
  expect([sent.hosts.length - before.hosts, sent.progress.length - before.progress]).toEqual([1, 1])
})

test('[R2, A4] after a crash in an open question the contest goes on by itself with what was stored', async () => {
  const before = await asking()
  await answer(before.room, 'an')
  const { log } = before
  before.room.close()

  const after = house(log)
  await settle()
  expect(after.room.contest().phase).toMatchObject({ name: 'asking', opening: { continued: true } })
  expect(await answer(after.room, 'an')).toMatchObject({ ok: true, receipt: { counted: true } })
  await after.time.advance(3_000)
  expect(after.sent.screens.at(-1)?.stage).toMatchObject({ name: 'open', progress: { answered: 1, expected: 3 } })
  await after.time.advance(40_000)
  expect(after.room.contest().phase.name).toBe('reveal')
})

test('a contest that is over is only read: opening its room writes nothing until somebody changes it', async () => {
  const before = await asking()
  for (const memberId of members) await answer(before.room, memberId)
  await before.room.submit({ type: 'finish', by: 'host' })
  const { length } = before.log.events

  const after = house(before.log)
  await settle()
  expect(after.room.screenView().stage.name).toBe('podium')
  expect(after.log.events).toHaveLength(length)
  await after.room.submit({ type: 'settle', by: 'host', wallMillis: 1 })
  expect(after.log.events.slice(length).map(({ type }) => type)).toEqual(['taken-over', 'settled'])
})

test('a bug while deciding is reported and answered, and the room lives on', async () => {
  const { room, report } = await asking()
  const broken = { type: 'no-such-command' } as never
  expect(await room.submit(broken)).toEqual({ ok: false, refusal: 'server-error' })
  expect(report).toHaveBeenCalledOnce()
  expect(await answer(room, 'an')).toMatchObject({ ok: true })
})

test('[T5] a deadline that passes while something is being stored still closes the question', async () => {
  const { room, log, time } = await asking()
  await time.advance(29_999)
  let release = () => {}
  log.held = new Promise<void>((resolve) => (release = resolve))
  const reply = answer(room, 'an')
  await settle()
  // The commit arrives at the very millisecond of the deadline, before its timer has run.
  time.pass(1)
  release()
  log.held = undefined
  await reply
  await time.advance(2_500)
  expect(room.contest().phase.name).toBe('reveal')
})

test('[A5] the options are shown also when something is stored at the millisecond at which they open', async () => {
  const { room, log, time, sent } = await opened()
  await room.submit({ type: 'next', by: 'host', after: 'lobby' })
  await time.advance(5_999)
  let release = () => {}
  log.held = new Promise<void>((resolve) => (release = resolve))
  const reply = room.submit({ type: 'mark-left', by: 'host', memberId: 'chi' })
  await settle()
  time.pass(1)
  release()
  log.held = undefined
  await reply
  await time.advance(1)
  expect(sent.members.at(-1)?.[1].stage.name).toBe('open')
  expect(new Set(sent.members.slice(-3).map(([id]) => id))).toEqual(new Set(members))
})

test('hosts are told at once that nothing can be stored, once, and that it can again', async () => {
  const { room, log, time, sent } = await asking()
  await time.advance(1_000)
  sent.troubles.length = 0
  log.outcome = 'failed'
  await answer(room, 'an')
  expect(sent.troubles).toEqual(['disk-full'])
  expect(room.storageTrouble()).toBe('disk-full')
  await answer(room, 'an')
  expect(sent.troubles).toEqual(['disk-full'])

  log.outcome = 'stored'
  expect(await answer(room, 'an')).toMatchObject({ ok: true })
  expect(room.storageTrouble()).toBeNull()
  expect(sent.troubles.slice(1)).toContain(null)
  expect(sent.troubles.at(-1)).toBeNull()
})

test('[T5] a question whose deadline could not be stored closes by itself as soon as the disk is well', async () => {
  const { room, log, time, report } = await asking()
  log.outcome = 'failed'
  await time.advance(40_000)
  expect(room.contest().phase.name).toBe('asking')
  // Tried again now and then, not in a loop.
  expect(report.mock.calls.length).toBeLessThan(15)

  log.outcome = 'stored'
  await time.advance(4_000)
  expect(room.contest().phase.name).toBe('reveal')
})

test('a bug in what time does is reported now and then, and does not keep the process busy', async () => {
  const { log, time, report } = await asking()
  log.append = () => Promise.reject(new Error('bug'))
  await time.advance(40_000)
  expect(report.mock.calls.length).toBeLessThan(15)
})

test('a contest that goes on by itself does so after a long pause, too', async () => {
  const at = await asking({ ...content, settings: { ...defaultSettings, autoAdvance: true } })
  for (const memberId of members) await answer(at.room, memberId)
  await at.room.submit({ type: 'pause', by: 'host' })
  await at.time.advance(60_000)
  await at.room.submit({ type: 'resume', by: 'host' })
  await at.time.advance(10_000)
  expect(at.room.contest().phase).toMatchObject({ name: 'asking', opening: { question: 1 } })
})

test('[R2] a take-over that could not be stored is tried again, and the question is interrupted all the same', async () => {
  const before = await asking()
  before.room.close()
  before.log.outcome = 'failed'
  const after = house(before.log)
  await settle()
  before.log.outcome = 'stored'
  expect(await answer(after.room, 'an')).toMatchObject({ ok: true })
  expect(before.log.events.slice(-4).map(({ type }) => type)).toEqual([
    'taken-over',
    'interrupted',
    'opened',
    'answered',
  ])
  expect(after.room.contest().phase).toMatchObject({ name: 'asking', opening: { continued: true } })
  expect(after.room.contest()).toEqual(evolveAll(newContest('contest', content), before.log.events))
})

test('a take-over that could not be stored is tried again by itself', async () => {
  const before = await asking()
  before.room.close()
  before.log.outcome = 'failed'
  const after = house(before.log)
  await after.time.advance(3_000)
  before.log.outcome = 'stored'
  await after.time.advance(3_000)
  expect(after.room.contest().phase).toMatchObject({ name: 'asking', opening: { continued: true } })
})

test('[T8] a room that is closed asks for no options to be sent, whatever its clock says later', async () => {
  const { room, sent } = await opened()
  await room.submit({ type: 'next', by: 'host', after: 'lobby' })
  expect(sent.courses.at(-1)).toMatchObject({ running: true, ahead: { openingId: 'contest.1' } })
  room.close()
  expect(sent.courses.at(-1)).toMatchObject({ running: false, ahead: null })
})

test('a fenced room says so once, appends nothing more and shows nothing more', async () => {
  const first = await asking()
  house(first.log, first.time)
  await settle()
  const appends = vi.spyOn(first.log, 'append')
  const replies = [answer(first.room, 'an'), answer(first.room, 'binh'), answer(first.room, 'chi')]
  expect((await Promise.all(replies)).map((reply) => !reply.ok && reply.refusal)).toEqual(
    Array.from({ length: 3 }, () => 'moved-elsewhere'),
  )
  expect(appends).toHaveBeenCalledOnce()
  expect(first.fenced).toHaveBeenCalledOnce()

  const shown = first.sent.hosts.length
  first.room.presenceChanged()
  await first.time.advance(1_000)
  expect(first.sent.hosts).toHaveLength(shown)
})

test('two hundred answers in a second cost their own views and a few for host and projector', async () => {
  const crowd = Array.from({ length: 200 }, (_, index) => `member-${index}`)
  const at = house()
  at.connected.clear()
  for (const memberId of crowd) at.connected.add(memberId)
  const roster = crowd.map((memberId) => ({ memberId, ranked: true, timePercent: 100 as const }))
  await at.room.submit({ type: 'open-room', contentHash: 'hash', roster })
  await Promise.all(crowd.map((memberId) => at.room.submit({ type: 'join', memberId })))
  await at.room.submit({ type: 'next', by: 'host', after: 'lobby' })
  await at.time.advance(6_000)

  const before = { members: at.sent.members.length, hosts: at.sent.hosts.length, progress: at.sent.progress.length }
  for (const memberId of crowd.slice(1)) {
    void answer(at.room, memberId)
    await at.time.advance(5)
  }
  expect(at.sent.members.length - before.members).toBe(199)
  expect(at.sent.hosts.length - before.hosts).toBeLessThanOrEqual(5)
  expect(at.sent.progress.length - before.progress).toBeLessThanOrEqual(5)
})

test('[T1, R2] a process that stood still in an open question goes on with what was left, and takes what waited for it', async () => {
  const { room, log, time, sent } = await asking()
  await time.advance(12_000)
  const before = room.clock()
  const length = log.events.length

  // Stopped for a minute: whatever arrived meanwhile is read before any timer runs.
  time.pass(60_000)
  expect(await answer(room, 'an')).toMatchObject({ ok: true, receipt: { counted: true } })

  expect(log.events.slice(length).map(({ type }) => type)).toEqual(['taken-over', 'interrupted', 'opened', 'answered'])
  expect(room.clock().bootId).not.toBe(before.bootId)
  expect(room.clock().at - before.at).toBeLessThan(1_000)
  const { phase } = room.contest()
  const [opensAt, closesAt] = phase.name === 'asking' ? [phase.opening.opensAt, phase.opening.closesAt] : [0, 0]
  expect(closesAt - opensAt).toBe(18_000)
  expect(sent.hosts.at(-1)).toMatchObject({ bootId: room.clock().bootId, stage: { name: 'stem', continued: true } })
})

test('[T1] a standstill is noticed also when nobody asks for anything', async () => {
  const { room, log, time } = await asking()
  const length = log.events.length
  time.pass(60_000)
  await time.advance(1)
  expect(log.events.slice(length).map(({ type }) => type)).toEqual(['taken-over', 'interrupted', 'opened'])
  await time.advance(3_000 + 30_000 + 2_500)
  expect(room.contest().phase.name).toBe('reveal')
})

test('[T1] a standstill during a commit is not forgotten when the commit is done', async () => {
  const { room, log, time } = await asking()
  let release = () => {}
  log.held = new Promise<void>((resolve) => (release = resolve))
  const reply = answer(room, 'an')
  await settle()
  time.pass(60_000)
  const second = answer(room, 'binh')
  release()
  log.held = undefined
  expect(await reply).toMatchObject({ ok: true })
  expect(await second).toMatchObject({ ok: true, receipt: { counted: true } })
  expect(log.events.filter(({ type }) => type === 'interrupted')).toHaveLength(1)
})

async function askingWithExtraTime() {
  const at = house()
  const roster = members.map((memberId) => ({
    memberId,
    ranked: true,
    timePercent: memberId === 'chi' ? (150 as const) : (100 as const),
  }))
  await at.room.submit({ type: 'open-room', contentHash: 'hash', roster })
  for (const memberId of members) await at.room.submit({ type: 'join', memberId })
  await at.room.submit({ type: 'next', by: 'host', after: 'lobby' })
  await at.time.advance(6_000)
  return at
}

const lastStages = ({ sent }: Awaited<ReturnType<typeof asking>>) => ({
  an: sent.members.filter(([id]) => id === 'an').at(-1)?.[1].stage.name,
  chi: sent.members.filter(([id]) => id === 'chi').at(-1)?.[1].stage.name,
  screen: sent.screens.at(-1)?.stage,
  host: sent.hosts.at(-1)?.people.map(({ hasTime }) => hasTime),
})

test('[A9] at the room’s time everyone is shown that it is up, and who has longer goes on; the key waits for them', async () => {
  const at = await askingWithExtraTime()
  await at.time.advance(29_000)
  expect(lastStages(at)).toMatchObject({ an: 'open', chi: 'open', screen: { name: 'open', someHaveTime: false } })
  await at.time.advance(1_500)
  expect(lastStages(at)).toEqual({
    an: 'closing',
    chi: 'open',
    screen: expect.objectContaining({ name: 'closing', someHaveTime: true }),
    host: [false, false, true],
  })
  await at.time.advance(14_000)
  expect(at.log.events.map(({ type }) => type)).not.toContain('closed')
  expect(await answer(at.room, 'chi')).toMatchObject({ ok: true, receipt: { responseMillis: 44_500 } })
  expect(at.room.contest().phase.name).toBe('reveal')
  await at.time.advance(1)
  expect(lastStages(at)).toMatchObject({ an: 'reveal', chi: 'reveal' })
})

test('[A9, R2] a server that dies in the extra time goes on with it, and opens the question for nobody else', async () => {
  const first = await askingWithExtraTime()
  await first.time.advance(36_000)
  first.room.close()
  const at = house(first.log, first.time)
  await at.time.advance(3_001)
  expect(lastStages(at)).toMatchObject({ an: 'closing', chi: 'open', screen: { name: 'closing', someHaveTime: true } })
  expect(await answer(at.room, 'chi')).toMatchObject({ ok: true })
  await at.time.advance(2_501)
  expect(at.room.contest().phase.name).toBe('reveal')
  expect(at.log.events.filter(({ type }) => type === 'closed-for-some')).toHaveLength(1)
})
