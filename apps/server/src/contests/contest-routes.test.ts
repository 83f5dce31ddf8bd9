import { contestRepository } from '@khac-sau/database'
import { defaultSettings, limits } from '@khac-sau/engine'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  openTestServer,
  silentRooms,
  publicUrl,
  sampleQuestion,
  type TestCell,
  type TestServer,
} from '../testing/test-server.ts'

let server: TestServer
let cell: TestCell
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  cell = await server.addCell()
})

const change = {
  revision: 1,
  month: '2026-12',
  title: 'Kỳ thi tháng 12',
  settings: { ...defaultSettings, secondsPerQuestion: 45 },
  questions: [sampleQuestion],
}

describe('preparing a contest', () => {
  test('it begins as an empty draft with the usual settings', async () => {
    const body = { month: '2026-11', title: ' Kỳ thi tháng 11 ' }
    const created = await server.ask('POST', '/api/contests', { ...cell, body })

    expect(created).toMatchObject({
      status: 201,
      body: {
        month: '2026-11',
        title: 'Kỳ thi tháng 11',
        stage: 'draft',
        questionCount: 0,
        settings: defaultSettings,
        questions: [],
        problems: [],
        revision: 1,
        roomCode: null,
        screenUrl: null,
      },
    })
    expect((await server.ask('GET', '/api/contests', cell)).body).toMatchObject({
      contests: [{ title: 'Kỳ thi tháng 11', stage: 'draft', questionCount: 0, countsForSeason: true }],
    })
  })

  test('notes are kept with the contest, also by a change that does not name them, and are no part of what is played', async () => {
    await cell.addMember()
    const url = `/api/contests/${await cell.addContest()}`
    await server.ask('PUT', url, { ...cell, body: { ...change, notes: 'Nhắc đồng chí Ba' } })
    await server.ask('PUT', url, {
      ...cell,
      body: { ...change, revision: 2, title: 'Khác', questions: [sampleQuestion] },
    })

    expect((await server.ask('GET', url, cell)).body).toMatchObject({ title: 'Khác', notes: 'Nhắc đồng chí Ba' })
    const contestId = url.split('/').at(-1) ?? ''
    await server.openRoom(contestId, cell)
    const content = await contestRepository(server.database.store).content(cell.id, contestId)
    expect(content?.content.title).toBe('Khác')
    expect(JSON.stringify(content)).not.toContain('Nhắc')
    const tooLong = { ...change, notes: 'x'.repeat(4_001) }
    expect(await server.ask('PUT', url, { ...cell, body: tooLong })).toMatchObject({ status: 400 })
  })

  test('a change is stored whole, and what is not in order is said', async () => {
    const url = `/api/contests/${await cell.addContest()}`
    const questions = [sampleQuestion, { ...sampleQuestion, stem: '', right: [1, 0, 1] }]
    const changed = await server.ask('PUT', url, { ...cell, body: { ...change, questions } })

    expect(changed).toMatchObject({ status: 200, body: { ...change, revision: 2, questions: [{}, { right: [0, 1] }] } })
    expect(changed.body).toMatchObject({
      problems: [
        { code: 'empty-stem', severity: 'error', question: 1, line: null, values: {} },
        { code: 'several-right', severity: 'warning', question: 1, line: null, values: { letters: 'A, B' } },
      ],
    })
    expect((await server.ask('GET', url, cell)).body).toEqual(changed.body)
  })

  test('thirty questions at all their limits are not too large', async () => {
    const url = `/api/contests/${await cell.addContest()}`
    const question = {
      stem: 'ế'.repeat(limits.stemCharacters),
      options: Array.from({ length: 8 }, (_, index) => `${index}${'ế'.repeat(limits.optionCharacters - 1)}`),
      right: [0],
      explanation: 'ế'.repeat(limits.explanationCharacters),
      source: 'ế'.repeat(limits.sourceCharacters),
      seconds: 300,
    }
    const body = { ...change, questions: Array.from({ length: 30 }, () => question) }

    expect(await server.ask('PUT', url, { ...cell, body })).toMatchObject({ status: 200, body: { questionCount: 30 } })
  })

  test('whoever saves second learns it instead of overwriting', async () => {
    const url = `/api/contests/${await cell.addContest()}`
    await server.ask('PUT', url, { ...cell, body: change })
    const second = await server.ask('PUT', url, { ...cell, body: { ...change, title: 'Đến sau' } })

    expect(second).toMatchObject({ status: 409, body: { refusal: 'conflict' } })
    const removed = await server.ask('DELETE', url, { ...cell, body: { revision: 1 } })
    expect(removed).toMatchObject({ status: 409, body: { refusal: 'conflict' } })
    expect((await server.ask('GET', url, cell)).body).toMatchObject({ title: 'Kỳ thi tháng 12', revision: 2 })
  })

  test.each([
    ['a month that does not exist', { month: '2026-00' }],
    ['no title', { title: '  ' }],
    ['too little time', { settings: { ...defaultSettings, secondsPerQuestion: 4 } }],
    ['an option that is no index', { questions: [{ ...sampleQuestion, right: [-1] }] }],
    ['thirty-one questions', { questions: Array.from({ length: 31 }, () => sampleQuestion) }],
  ])('%s is refused', async (_, wrong) => {
    const url = `/api/contests/${await cell.addContest()}`
    const answer = await server.ask('PUT', url, { ...cell, body: { ...change, ...wrong } })

    expect(answer).toMatchObject({ status: 400, body: { refusal: 'bad-request' } })
    expect((await server.ask('GET', url, cell)).body).toMatchObject({ revision: 1 })
  })

  test('a draft can be deleted', async () => {
    const url = `/api/contests/${await cell.addContest()}`

    expect(await server.ask('DELETE', url, { ...cell, body: { revision: 1 } })).toMatchObject({ status: 200, body: {} })
    expect(await server.ask('GET', url, cell)).toMatchObject({ status: 404, body: { refusal: 'no-such-contest' } })
    expect((await server.ask('DELETE', url, { ...cell, body: { revision: 1 } })).status).toBe(404)
  })

  test('a contest of another cell is none', async () => {
    const other = await server.addCell()
    const contestId = await other.addContest()
    const memberId = await other.addMember()
    const url = `/api/contests/${contestId}`
    const answers = [
      await server.ask('GET', url, cell),
      await server.ask('PUT', url, { ...cell, body: change }),
      await server.ask('DELETE', url, { ...cell, body: { revision: 1 } }),
      await server.ask('POST', `${url}/open`, { ...cell, body: { revision: 1 } }),
      await server.ask('GET', `${url}/result`, cell),
      await server.ask('PUT', `${url}/excusals/${memberId}`, { ...cell, body: { excused: true } }),
    ]

    for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { refusal: 'no-such-contest' } })
    expect((await server.ask('GET', '/api/contests', cell)).body).toEqual({ contests: [] })
    expect((await server.ask('GET', url, other)).body).toMatchObject({ revision: 1, stage: 'draft' })
  })
})

describe('opening the room', () => {
  test('[C5] freezes the contest, gives it a code and a screen, and leaves nothing to edit', async () => {
    await cell.addMember()
    const contestId = await cell.addContest()
    const url = `/api/contests/${contestId}`
    const opened = await server.openRoom(contestId, cell)

    const record = await contestRepository(server.database.store).byId(cell.id, contestId)
    expect(record?.roomCode).toMatch(/^\d{6}$/)
    expect(opened).toMatchObject({
      status: 200,
      body: {
        stage: 'open',
        questionCount: 1,
        roomCode: record?.roomCode,
        screenUrl: `${publicUrl}/screen/${record?.screenKey}`,
      },
    })
    expect((await server.ask('GET', url, cell)).body).toEqual(opened.body)
    for (const again of [
      await server.openRoom(contestId, cell),
      await server.ask('PUT', url, { ...cell, body: change }),
      await server.ask('DELETE', url, { ...cell, body: { revision: 1 } }),
    ]) {
      expect(again).toMatchObject({ status: 409, body: { refusal: 'room-already-open' } })
    }
  })

  test('[C2] needs questions', async () => {
    await cell.addMember()
    const answer = await server.openRoom(await cell.addContest({ draft: [] }), cell)

    expect(answer).toMatchObject({ status: 409, body: { refusal: 'no-questions' } })
  })

  test('needs questions without errors; warnings do not hold it up', async () => {
    await cell.addMember()
    const open = async (right: readonly number[]) => {
      const contestId = await cell.addContest({ draft: [sampleQuestion, { ...sampleQuestion, right }] })
      return server.openRoom(contestId, cell)
    }

    expect(await open([])).toMatchObject({ status: 409, body: { refusal: 'questions-need-attention' } })
    expect(await open([5])).toMatchObject({ status: 409, body: { refusal: 'questions-need-attention' } })
    expect((await open([0, 1])).status).toBe(200)
  })

  test('[C10] needs a warm-up in order, where one is to be asked', async () => {
    await cell.addMember()
    const open = async (warmUp: { readonly stem: string; readonly options: readonly string[] } | null) => {
      const contestId = await cell.addContest({ settings: { ...defaultSettings, warmUp } })
      return server.openRoom(contestId, cell)
    }

    for (const warmUp of [
      { stem: ' ', options: ['Trên', 'Dưới'] },
      { stem: 'Ngồi ở đâu?', options: ['Trên'] },
      { stem: 'Ngồi ở đâu?', options: ['Trên', ''] },
    ]) {
      expect(await open(warmUp)).toMatchObject({ status: 409, body: { refusal: 'questions-need-attention' } })
    }
    expect((await open({ stem: 'Ngồi ở đâu?', options: ['Trên', 'Dưới'] })).status).toBe(200)
  })

  test('needs somebody who may come', async () => {
    await cell.addMember({ active: false })
    const answer = await server.openRoom(await cell.addContest(), cell)

    expect(answer).toMatchObject({ status: 409, body: { refusal: 'empty-roster' } })
  })

  test('a refusal of the room is passed on', async () => {
    const rooms = { ...silentRooms, open: () => Promise.resolve({ ok: false, refusal: 'storage-failed' } as const) }
    const full = await openTestServer({ rooms }, server.temporary)
    const cell = await full.addCell()
    await cell.addMember()
    const answer = await full.openRoom(await cell.addContest(), cell)
    await full.close()

    expect(answer).toMatchObject({ status: 503, body: { refusal: 'storage-failed' } })
  })
})

describe('the preview of pasted questions', () => {
  const preview = (text: string) => server.ask('POST', '/api/questions/preview', { ...cell, body: { text } })

  test('says what was understood and what was not', async () => {
    const { status, body } = await preview('Câu 1: Một?\nA. Có\nB. Không\nĐáp án: A\n\nCâu 2: Hai?\nA. Có\nB. Không\n')

    expect(status).toBe(200)
    expect(body).toMatchObject({
      items: [
        { question: { stem: 'Một?', options: ['Có', 'Không'], right: [0] }, firstLine: 1, problems: [] },
        {
          question: { stem: 'Hai?', right: [] },
          problems: [{ code: 'no-key', severity: 'error', question: 1, line: 6 }],
        },
      ],
      problems: [],
    })
  })

  test('shows a question beyond the limits cut, with its error', async () => {
    const options = 'ABCDEFGHIJ'.split('').map((letter) => `${letter}. Phương án ${letter}`)
    const text = `Câu 1: ${'dài '.repeat(300)}?\n${options.join('\n')}\nĐáp án: J\nThời gian: 400 giây\n`
    const { status, body } = await preview(text)

    expect(status).toBe(200)
    const codes = ['too-many-options', 'stem-too-long'].map((code) =>
      expect.objectContaining({ code, severity: 'error' }),
    )
    expect(body).toMatchObject({ items: [{ problems: expect.arrayContaining(codes), question: { seconds: null } }] })
  })

  test('refuses a paste of 200 kB', async () => {
    expect(await preview('x'.repeat(205_000))).toMatchObject({ status: 413, body: { refusal: 'too-large' } })
  })
})
