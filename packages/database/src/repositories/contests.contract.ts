import { defaultSettings } from '@khac-sau/engine'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { canonicalJson } from '../canonical-json.ts'
import { newId } from '../id.ts'
import { sha256 } from '../secret.ts'
import type { Store } from '../store.ts'
import {
  addCell,
  addContest,
  addMember,
  addOpenContest,
  on,
  sampleContent,
  sampleQuestion,
} from '../testing/sample-rows.ts'
import { contestRepository } from './contests.ts'
import { excusalRepository } from './excusals.ts'

export function contestsContract(store: () => Store): void {
  test('a contest begins as a draft of revision 1, in NFC', async () => {
    const { contests, cellId } = await newCell()
    const draft = [{ ...sampleQuestion, stem: 'Ho\u0300a?' }]
    const contestId = await addContest(store(), cellId, { title: 'Tha\u0301ng 4', draft })

    expect(await contests.byId(cellId, contestId)).toEqual({
      id: contestId,
      cellId,
      month: '2027-04',
      title: 'Tháng 4',
      settings: defaultSettings,
      draft: [{ ...sampleQuestion, stem: 'Hòa?' }],
      notes: '',
      revision: 1,
      changedBy: null,
      changedAtMs: null,
      stage: 'draft',
      roomCode: null,
      screenKey: null,
      createdAtMs: 3,
      settledAtMs: null,
    })
  })

  test('[C5, C10] settings of before there was a warm-up ask none, and one that is written is kept, in NFC', async () => {
    const { contests, cellId } = await newCell()
    const { contest } = store().tables
    const { warmUp: _, ...older } = defaultSettings
    const contestId = await addContest(store(), cellId)
    const settings = canonicalJson(older)
    await store().write((writer) =>
      writer.update(contest).set({ settings }).where(eq(contest.id, contestId)).returning(),
    )
    expect(await contests.byId(cellId, contestId)).toMatchObject({ settings: { warmUp: null } })

    const warmUp = { stem: 'Ho\u0300a?', options: ['Co\u0301', 'Không'] }
    await contests.update(cellId, contestId, { settings: { ...defaultSettings, warmUp } }, on(1))
    expect(await contests.byId(cellId, contestId)).toMatchObject({
      settings: { warmUp: { stem: 'Hòa?', options: ['Có', 'Không'] } },
    })
  })

  test('notes are kept in NFC, by a change that does not name them, too, and are no part of what is frozen', async () => {
    const { contests, cellId } = await newCell()
    const contestId = await addContest(store(), cellId)
    const notes = 'Nhă\u0301c đồng chí Ba\n2. Mời đại biểu'
    expect(await contests.update(cellId, contestId, { notes }, on(1))).toMatchObject({
      ok: true,
      value: { revision: 2 },
    })
    await contests.update(cellId, contestId, { title: 'Khác' }, on(2))
    expect(await contests.byId(cellId, contestId)).toMatchObject({
      notes: 'Nhắc đồng chí Ba\n2. Mời đại biểu',
      revision: 3,
    })

    const freezing = { content: sampleContent, roomCode: newId(), screenKey: newId(), frozenAtMs: 8, revision: 3 }
    await contests.freeze(cellId, contestId, freezing)
    expect(await contests.byId(cellId, contestId)).toMatchObject({
      stage: 'open',
      notes: 'Nhắc đồng chí Ba\n2. Mời đại biểu',
    })
    expect((await contests.content(cellId, contestId))?.content).not.toHaveProperty('notes')
    expect(await contests.update(cellId, contestId, { notes: 'muộn' }, on(3))).toEqual({
      ok: false,
      refusal: 'not-draft',
    })
  })

  test('contests are listed newest month first, those of the own cell only', async () => {
    const { contests, cellId } = await newCell()
    const april = await addContest(store(), cellId, { month: '2027-04' })
    const may = await addContest(store(), cellId, { month: '2027-05', createdAtMs: 1 })
    const secondApril = await addContest(store(), cellId, { month: '2027-04', createdAtMs: 9 })
    await addContest(store(), await addCell(store()))

    expect((await contests.list(cellId)).map(({ id }) => id)).toEqual([may, secondApril, april])
  })

  test('whoever saves an older revision learns it and overwrites nothing', async () => {
    const { contests, cellId } = await newCell()
    const contestId = await addContest(store(), cellId)
    const changes = { title: 'Một', settings: { ...defaultSettings, oneTap: true } }
    const saved = await contests.update(cellId, contestId, changes, on(1, 'lan', 77))

    const stored = { revision: 2, changedBy: 'lan', changedAtMs: 77, title: 'Một', settings: { oneTap: true } }
    expect(saved).toMatchObject({ ok: true, value: stored })
    expect(await contests.update(cellId, contestId, { title: 'Hai' }, on(1))).toEqual({
      ok: false,
      refusal: 'conflict',
    })
    expect(await contests.byId(cellId, contestId)).toMatchObject({ title: 'Một', draft: [sampleQuestion] })
  })

  test('of many who save the same revision at once, exactly one succeeds', async () => {
    const { contests, cellId } = await newCell()
    const contestId = await addContest(store(), cellId)
    const titles = ['a', 'b', 'c', 'd', 'e']
    const outcomes = await Promise.all(titles.map((title) => contests.update(cellId, contestId, { title }, on(1))))

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await contests.byId(cellId, contestId)).toMatchObject({ revision: 2 })
  })

  test('[C5] freezing keeps a copy that later edits cannot reach', async () => {
    const { contests, cellId } = await newCell()
    const contestId = await addContest(store(), cellId)
    const [roomCode, screenKey] = [newId(), newId()]
    const frozen = await contests.freeze(cellId, contestId, {
      content: sampleContent,
      roomCode,
      screenKey,
      frozenAtMs: 8,
      revision: 1,
    })
    const hash = sha256(canonicalJson(sampleContent))

    expect(frozen).toMatchObject({
      ok: true,
      value: { contentHash: hash, contest: { stage: 'open', roomCode, screenKey } },
    })
    expect(await contests.content(cellId, contestId)).toEqual({ content: sampleContent, hash, frozenAtMs: 8 })
    expect(await contests.update(cellId, contestId, { title: 'x' }, on(1))).toEqual({ ok: false, refusal: 'not-draft' })
    expect(await contests.byRoomCode(roomCode)).toMatchObject({ id: contestId })
    expect(await contests.byScreenKey(screenKey)).toMatchObject({ id: contestId })
  })

  test('[C5] a contest is frozen once, whoever tries at the same time', async () => {
    const { contests, cellId } = await newCell()
    const contestId = await addContest(store(), cellId)
    const outcomes = await Promise.all(
      ['một', 'hai', 'ba'].map((title) =>
        contests.freeze(cellId, contestId, {
          content: { ...sampleContent, title },
          roomCode: newId(),
          screenKey: newId(),
          frozenAtMs: 8,
          revision: 1,
        }),
      ),
    )

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes).toContainEqual({ ok: false, refusal: 'already-open' })
  })

  test('[C5] a draft that was changed since it was read is not frozen', async () => {
    const { contests, cellId } = await newCell()
    const contestId = await addContest(store(), cellId)
    await contests.update(cellId, contestId, { title: 'Khác' }, on(1))
    const freezing = { content: sampleContent, roomCode: newId(), screenKey: newId(), frozenAtMs: 8, revision: 1 }

    expect(await contests.freeze(cellId, contestId, freezing)).toEqual({ ok: false, refusal: 'conflict' })
    expect(await contests.byId(cellId, contestId)).toMatchObject({ stage: 'draft', roomCode: null })
    expect(await contests.content(cellId, contestId)).toBeUndefined()
    expect(await contests.freeze(cellId, contestId, { ...freezing, revision: 2 })).toMatchObject({ ok: true })
  })

  test('a room code in use is refused, and the contest stays a draft', async () => {
    const { contests, cellId } = await newCell()
    const [open, contestId] = [await addOpenContest(store(), cellId), await addContest(store(), cellId)]
    const roomCode = (await contests.byId(cellId, open))?.roomCode ?? ''
    const freezing = { content: sampleContent, roomCode, screenKey: newId(), frozenAtMs: 8, revision: 1 }

    expect(await contests.freeze(cellId, contestId, freezing)).toEqual({ ok: false, refusal: 'code-taken' })
    expect(await contests.byId(cellId, contestId)).toMatchObject({ stage: 'draft', roomCode: null })
    expect(await contests.content(cellId, contestId)).toBeUndefined()
  })

  test('a frozen content that someone changed is not given out', async () => {
    const { contests, cellId } = await newCell()
    const contestId = await addOpenContest(store(), cellId)
    const { write, tables } = store()
    const body = canonicalJson({ ...sampleContent, title: 'Khác' })
    const place = eq(tables.contestContent.contestId, contestId)
    await write((writer) => writer.update(tables.contestContent).set({ body }).where(place).returning())

    await expect(contests.content(cellId, contestId)).rejects.toThrow('is not what was frozen')
  })

  test('[C8] settling is dated, and undoing it takes the date away', async () => {
    const { contests, cellId } = await newCell()
    const contestId = await addOpenContest(store(), cellId)
    const stages = [{ stage: 'finished' }, { stage: 'settled', settledAtMs: 70 }, { stage: 'finished' }] as const
    const dates: unknown[] = []
    for (const change of stages) {
      const outcome = await contests.setStage(cellId, contestId, change)
      dates.push(outcome.ok ? [outcome.value.stage, outcome.value.settledAtMs] : outcome)
    }

    expect(dates).toEqual([
      ['finished', null],
      ['settled', 70],
      ['finished', null],
    ])
  })

  test('a draft is opened by freezing only', async () => {
    const { contests, cellId } = await newCell()
    const contestId = await addContest(store(), cellId)

    expect(await contests.setStage(cellId, contestId, { stage: 'open' })).toMatchObject({ ok: false })
    expect(await contests.byId(cellId, contestId)).toMatchObject({ stage: 'draft' })
  })

  test('a draft can be deleted, with its excusals, and nothing else can', async () => {
    const { contests, cellId } = await newCell()
    const [draft, open] = [await addContest(store(), cellId), await addOpenContest(store(), cellId)]
    await excusalRepository(store()).set(cellId, draft, await addMember(store(), cellId), 1)

    expect(await contests.deleteDraft(cellId, draft, 2)).toEqual({ ok: false, refusal: 'conflict' })
    expect(await contests.deleteDraft(cellId, draft, 1)).toEqual({ ok: true, value: 'deleted' })
    expect(await contests.byId(cellId, draft)).toBeUndefined()
    expect(await contests.deleteDraft(cellId, draft, 1)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await contests.deleteDraft(cellId, open, 1)).toEqual({ ok: false, refusal: 'not-draft' })
  })

  test('another cell sees, changes and opens nothing', async () => {
    const { contests, cellId } = await newCell()
    const [draft, open] = [await addContest(store(), cellId), await addOpenContest(store(), cellId)]
    const other = await addCell(store())
    const freezing = { content: sampleContent, roomCode: newId(), screenKey: newId(), frozenAtMs: 8, revision: 1 }

    expect(await contests.list(other)).toEqual([])
    expect(await contests.byId(other, draft)).toBeUndefined()
    expect(await contests.content(other, open)).toBeUndefined()
    expect(await contests.update(other, draft, { title: 'x' }, on(1))).toEqual({ ok: false, refusal: 'not-found' })
    expect(await contests.freeze(other, draft, freezing)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await contests.setStage(other, open, { stage: 'finished' })).toMatchObject({ ok: false })
    expect(await contests.deleteDraft(other, draft, 1)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await contests.byId(cellId, draft)).toMatchObject({ stage: 'draft', revision: 1 })
  })

  async function newCell() {
    return { contests: contestRepository(store()), cellId: await addCell(store()) }
  }
}
