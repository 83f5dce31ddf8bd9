import type { Event } from '@khac-sau/engine'
import { eq, and } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { sampleEvents } from '../testing/sample-events.ts'
import { addCell, addContest } from '../testing/sample-rows.ts'
import type { AppendOutcome, ContestLog } from './contest-log.ts'
import { firstHash } from './hash-chain.ts'

export type LogUnderTest = {
  readonly store: Store
  readonly log: ContestLog
  /** Another process on the same database. */
  readonly rival: ContestLog
}

const { finished, joined, paused, resumed } = sampleEvents

/** What every database must do with the log. */
export function contestLogContract(open: () => LogUnderTest): void {
  test('events are read back in the order in which they were appended', async () => {
    const { log, contestId } = await newLog()
    const first = await log.append(contestId, 0, [joined, paused])
    const second = await log.append(contestId, 2, [resumed])

    expect(first).toMatchObject({ outcome: 'stored', lastSeq: 2 })
    expect(second).toMatchObject({ outcome: 'stored', lastSeq: 3 })
    expect(await log.read(contestId)).toMatchObject({
      events: [joined, paused, resumed],
      lastSeq: 3,
      head: headOf(second),
    })
  })

  test('an empty log has a head of its own and verifies', async () => {
    const { log, contestId } = await newLog()

    expect(await log.read(contestId)).toEqual({
      events: [],
      lastSeq: 0,
      head: firstHash(contestId),
      seal: firstHash(contestId),
    })
    expect(await log.verify(contestId)).toEqual({ ok: true, head: firstHash(contestId) })
  })

  test('a conflicting append writes nothing at all', async () => {
    const { log, rival, contestId } = await newLog()
    await rival.append(contestId, 0, [joined])

    expect(await log.append(contestId, 0, [paused, resumed, finished])).toEqual({ outcome: 'fenced' })
    expect((await log.read(contestId)).events).toEqual([joined])
  })

  test('an append after a row that does not exist is fenced', async () => {
    const { log, contestId } = await newLog()
    await log.append(contestId, 0, [joined])

    expect(await log.append(contestId, 2, [paused])).toEqual({ outcome: 'fenced' })
    expect((await log.read(contestId)).lastSeq).toBe(1)
  })

  test('[A2] a second answer of one member to one opening is fenced, with all that came with it', async () => {
    const { log, contestId } = await newLog()
    const answer = answerOf(newId(), 'member-1')
    await log.append(contestId, 0, [answer])

    expect(await log.append(contestId, 1, [paused, { ...answer, answerId: 'again' }])).toEqual({ outcome: 'fenced' })
    expect(await log.append(contestId, 1, [{ ...answer, type: 'answered-late' }])).toEqual({ outcome: 'fenced' })
    expect((await log.read(contestId)).events).toEqual([answer])
  })

  test('[A2] the same answer twice in one batch is fenced', async () => {
    const { log, contestId } = await newLog()
    const answer = answerOf(newId(), 'member-1')

    expect(await log.append(contestId, 0, [answer, answer])).toEqual({ outcome: 'fenced' })
    expect((await log.read(contestId)).lastSeq).toBe(0)
  })

  test('answers of other members and to other openings are not in the way', async () => {
    const { log, contestId } = await newLog()
    const [one, other] = [newId(), newId()]
    const answers = [answerOf(one, 'member-1'), answerOf(one, 'member-2'), answerOf(other, 'member-1')]
    const events = [...answers, sampleEvents.closed, sampleEvents.closed]

    expect(await log.append(contestId, 0, events)).toMatchObject({ outcome: 'stored', lastSeq: 5 })
  })

  test('every kind of event comes back as it went, and the chain verifies', async () => {
    const { log, contestId } = await newLog()
    const openingId = newId()
    const events = Object.values<Event>(sampleEvents).map((event) =>
      'openingId' in event ? { ...event, openingId } : event,
    )
    const stored = await log.append(contestId, 0, events)

    expect((await log.read(contestId)).events).toEqual(events)
    expect(await log.verify(contestId)).toEqual({ ok: true, head: headOf(stored) })
  })

  test('letters of any script come back byte for byte', async () => {
    const { log, store, contestId } = await newLog()
    const memberId = 'Hòa NFC, Ho\u0300a NFD, 😀, \u0000, \ud800, "\\\n\u2028'
    const stored = await log.append(contestId, 0, [{ ...joined, memberId }])
    const { contestLog } = store.tables
    const [row] = await store.read.select().from(contestLog).where(eq(contestLog.contestId, contestId))

    expect(row?.body).toBe(JSON.stringify({ memberId }))
    expect((await log.read(contestId)).events).toEqual([{ ...joined, memberId }])
    expect(await log.verify(contestId)).toEqual({ ok: true, head: headOf(stored) })
  })

  test('a byte changed in a row breaks the chain at that row', async () => {
    const { log, store, contestId } = await newLog()
    await log.append(contestId, 0, [joined, sampleEvents.enrolled, finished])
    const { contestLog } = store.tables
    const place = and(eq(contestLog.contestId, contestId), eq(contestLog.seq, 2))
    const [row] = await store.read.select().from(contestLog).where(place)
    const body = row?.body.replace('true', 'tru ')
    await store.write((writer) => writer.update(contestLog).set({ body }).where(place).returning())

    expect(await log.verify(contestId)).toEqual({ ok: false, seq: 2 })
    await expect(log.read(contestId)).rejects.toThrow(`event 2 of contest ${contestId} cannot be read`)
  })

  test('of two owners who append at once, exactly one wins, every time', async () => {
    const { log, rival, contestId } = await newLog()
    for (let seq = 0; seq < 40; seq += 2) {
      const outcomes = await Promise.all([
        log.append(contestId, seq, [joined, paused]),
        rival.append(contestId, seq, [joined, resumed]),
      ])

      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['fenced', 'stored'])
    }
    expect(await log.verify(contestId)).toMatchObject({ ok: true })
    expect((await log.read(contestId)).lastSeq).toBe(40)
  })

  test('two contests do not disturb each other', async () => {
    const [one, other] = [await newLog(), await newLog()]
    await Promise.all([one.log.append(one.contestId, 0, [joined]), other.log.append(other.contestId, 0, [paused])])

    expect((await one.log.read(one.contestId)).events).toEqual([joined])
    expect((await other.log.read(other.contestId)).events).toEqual([paused])
  })

  test('a batch as large as a contest can yield is one append', async () => {
    const { log, contestId } = await newLog()
    const openingId = newId()
    const events = Array.from({ length: 2_000 }, (_, member) => answerOf(openingId, `member-${member}`))

    expect(await log.append(contestId, 0, events)).toMatchObject({ outcome: 'stored', lastSeq: 2_000 })
    expect(await log.verify(contestId)).toMatchObject({ ok: true })
  })

  test('a log without a contest fails, and an empty batch is a bug', async () => {
    const { log } = open()

    expect(await log.append(newId(), 0, [joined])).toMatchObject({ outcome: 'failed', reason: 'other' })
    await expect(log.append(newId(), 0, [])).rejects.toThrow('a batch holds 1 to')
  })

  async function newLog() {
    const underTest = open()
    const cellId = await addCell(underTest.store)
    return { ...underTest, contestId: await addContest(underTest.store, cellId) }
  }
}

function answerOf(openingId: string, memberId: string) {
  return { ...sampleEvents.answered, openingId, memberId }
}

function headOf(outcome: AppendOutcome): string | undefined {
  return outcome.outcome === 'stored' ? outcome.head : undefined
}
