import { describe, expect, test } from 'vitest'
import { missingMembers } from './contest.ts'
import { GRACE_MILLIS } from './pace.ts'
import { contestResult, resultOf } from './result.ts'
import { content, host, openedStory, question, story } from './testing/story.ts'

const two = content([question([1]), question([2])])

describe('answering', () => {
  test('[A2] the same answer sent twice is one answer with one receipt', () => {
    const told = openedStory(two, ['an', 'binh'])
    const first = told.answer('an', [1], 5_000)
    const again = told.answer('an', [1], 9_000)

    expect(again).toEqual(first)
    expect(told.log.filter(({ type }) => type === 'answered')).toHaveLength(1)
  })

  test('[A2] another answer of the same member is refused and gets the receipt of the one that stands', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.answer('an', [1], 5_000)
    const openingId = told.untilOpen()
    const reply = told.do({
      type: 'answer',
      memberId: 'an',
      openingId,
      answerId: 'other',
      options: [3],
      automatic: false,
      press: null,
    })

    expect(reply).toMatchObject({ ok: false, refusal: 'already-answered', receipt: { options: [1], counted: true } })
  })

  test.each([
    [0, 30_000, true],
    [GRACE_MILLIS, 30_000, true],
    [GRACE_MILLIS + 1, 30_000, false],
  ])('[A3, T5] an answer arriving %i ms after the close counts: %s', (after, responseMillis, counted) => {
    const told = openedStory(two, ['an', 'binh'])
    const reply = told.answer('an', [1], 30_000 + after)

    expect(reply).toMatchObject({ ok: counted, receipt: { counted, responseMillis } })
    const kept = told.log.filter(({ type }) => type === 'answered' || type === 'answered-late')
    expect(kept.map(({ type }) => type)).toEqual([counted ? 'answered' : 'answered-late'])
  })

  test('[A3, T6] a late answer is kept once, shown as too late and never counted', () => {
    const told = openedStory(two, ['an', 'binh'])
    const openingId = told.untilOpen()
    told.untilClosed()
    const late = {
      type: 'answer',
      memberId: 'an',
      openingId,
      answerId: 'a',
      options: [1],
      automatic: false,
      press: null,
    } as const
    expect(told.do(late)).toMatchObject({ ok: false, refusal: 'too-late', receipt: { counted: false } })
    expect(told.do({ ...late, answerId: 'b' })).toMatchObject({ refusal: 'too-late', receipt: { answerId: 'a' } })

    expect(told.log.filter(({ type }) => type === 'answered-late')).toHaveLength(1)
    expect(resultOf(contestResult(told.contest), 'an')).toMatchObject({ right: 0, totalMillis: 30_000 })
  })

  test('[A2] what the phone submitted by itself takes the full time', () => {
    const told = openedStory(two, ['an', 'binh'])
    const openingId = told.untilOpen()
    told.do({ type: 'end-question', by: host, openingId })
    const reply = told.do({
      type: 'answer',
      memberId: 'an',
      openingId,
      answerId: 'a',
      options: [1],
      automatic: true,
      press: null,
    })

    expect(reply).toMatchObject({ ok: true, receipt: { counted: true, responseMillis: 30_000 } })
  })

  test('[A5] nothing is accepted before the options are open', () => {
    const told = openedStory(two, ['an'])
    expect(told.answer('an', [1], -1)).toEqual({ ok: false, refusal: 'not-open-yet' })
  })

  test.each([[[]], [[4]], [[-1]], [[1, 2]], [[0.5]]])(
    '[C2] the choice %j is refused where one option is right',
    (options) => {
      const told = openedStory(two, ['an', 'binh'])
      expect(told.answer('an', options, 1_000)).toEqual({ ok: false, refusal: 'bad-option' })
    },
  )

  test('[C2] several right options count only all together', () => {
    const told = openedStory(content([question([0, 2])]), ['an', 'binh', 'chi'])
    told.answer('an', [2, 0], 1_000)
    told.answer('binh', [0], 1_000)
    told.answer('chi', [0, 1, 2], 1_000)
    expect(contestResult(told.contest).rows.map(({ memberId, right }) => [memberId, right])).toEqual([
      ['an', 1],
      ['binh', 0],
      ['chi', 0],
    ])
  })

  test('who never joined, is unknown or was removed is refused each in its own way', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.do({ type: 'enroll', memberId: 'chi', ranked: true, timePercent: 100 })
    told.do({ type: 'remove', memberId: 'binh', by: host })
    expect([told.answer('chi', [1], 1), told.answer('x', [1], 2), told.answer('binh', [1], 3)]).toEqual([
      { ok: false, refusal: 'not-joined' },
      { ok: false, refusal: 'not-in-contest' },
      { ok: false, refusal: 'removed' },
    ])
  })
})

describe('the course of a question', () => {
  test('[A7, T5] the last answer closes the question at once', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.answer('an', [1], 1_000)
    told.answer('binh', [1], 2_000)
    expect(told.contest.phase).toMatchObject({ name: 'reveal', question: 0 })
  })

  test('[A7] a member who dropped out holds it to the deadline, unless marked as having left', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.answer('an', [1], 1_000)
    expect(told.contest.phase.name).toBe('asking')
    told.do({ type: 'mark-left', memberId: 'binh', by: host })
    expect(told.contest.phase.name).toBe('reveal')
  })

  test('who gives the place up in the lobby has not taken part, and holds nothing', () => {
    const told = story(two, ['an', 'binh'])
    told.do({ type: 'join', memberId: 'an' })
    told.do({ type: 'join', memberId: 'binh' })
    told.do({ type: 'leave', memberId: 'binh' })
    told.next()
    told.untilOpen()
    told.answer('an', [1], 1_000)
    expect(told.contest.phase.name).toBe('reveal')
    expect(contestResult(told.contest).rows.map(({ memberId, tookPart }) => [memberId, tookPart])).toEqual([
      ['an', true],
      ['binh', false],
    ])
  })

  test('[A7] ending early is logged with how many had not answered, and waits out the grace for them', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.answer('an', [1], 1_000)
    told.do({ type: 'end-question', by: host, openingId: told.untilOpen() })
    expect(told.log.filter(({ type }) => type === 'closing')[0]).toMatchObject({ reason: 'host', missing: 1 })
    expect(told.contest.phase.name).toBe('closing')
    told.untilClosed()
    expect(told.contest.phase.name).toBe('reveal')
  })

  test('[C3] the stem is read before the options, as long as it takes; the host may cut it short', () => {
    const told = story(content([question([1], { stem: 'x'.repeat(200) })]), ['an'])
    told.do({ type: 'join', memberId: 'an' })
    told.next()
    if (told.contest.phase.name !== 'asking') throw new Error('not asked')
    const { stemAt, opensAt, closesAt, sheet } = told.contest.phase.opening
    expect([stemAt, opensAt - stemAt, closesAt - opensAt]).toEqual([3_000, 10_000, 30_000])

    told.at(4_000, { type: 'cut-lead', by: host, openingId: sheet })
    expect(told.contest.phase.opening).toMatchObject({ opensAt: 5_000, closesAt: 35_000 })
  })

  test('a step asked for twice happens once', () => {
    const told = openedStory(two, ['an'])
    told.answer('an', [1], 1_000)
    expect(told.do({ type: 'next', by: host, after: 'reveal-0' })).toEqual({ ok: true })
    expect(told.do({ type: 'next', by: host, after: 'reveal-0' })).toEqual({
      ok: false,
      refusal: 'question-still-open',
    })
    told.untilOpen()
    told.answer('an', [1], 1_000)
    expect(told.do({ type: 'next', by: host, after: 'reveal-0' })).toEqual({ ok: false, refusal: 'stale-step' })
  })

  test('nobody in the room, and a paused contest, do not start', () => {
    const told = story(two, ['an'])
    expect(told.next()).toEqual({ ok: false, refusal: 'nobody-joined' })
    told.do({ type: 'join', memberId: 'an' })
    told.do({ type: 'pause', by: host })
    expect(told.next()).toEqual({ ok: false, refusal: 'paused' })
    told.do({ type: 'resume', by: host })
    expect(told.next()).toEqual({ ok: true })
  })

  test('a room opens once, with questions and people', () => {
    expect(story(content([]), ['an']).contest.phase.name).toBe('draft')
    expect(story(two, []).contest.phase.name).toBe('draft')
    const told = story(two, ['an'])
    expect(told.do({ type: 'open-room', contentHash: 'h', roster: [] })).toEqual({
      ok: false,
      refusal: 'room-already-open',
    })
  })

  test('the next question is asked by itself only where the contest says so, and not while paused', () => {
    const told = openedStory(content([question(), question()], { autoAdvance: true }), ['an'])
    told.answer('an', [1], 1_000)
    told.do({ type: 'pause', by: host })
    told.at(told.now + 60_000, { type: 'tick' })
    expect(told.contest.phase.name).toBe('reveal')
    told.do({ type: 'resume', by: host })
    told.do({ type: 'tick' })
    expect(told.contest.phase).toMatchObject({ name: 'asking', opening: { question: 1 } })
  })
})

describe('an interruption', () => {
  test('[R2, A2] a question that was open goes on with what was left, keeps its answers and costs nobody time', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.answer('an', [1], 12_000)
    told.do({ type: 'take-over', bootId: 'boot-2', wallMillis: 1_775_000_100_000 })
    if (told.contest.phase.name !== 'asking') throw new Error('not asked again')
    const { opening } = told.contest.phase
    expect([opening.opensAt - told.now, opening.closesAt - opening.opensAt]).toEqual([3_000, 18_000])
    expect(missingMembers(told.contest, opening)).toEqual(['binh'])

    expect(told.answer('an', [1], 1_000)).toMatchObject({ ok: true, receipt: { responseMillis: 12_000 } })
    told.answer('binh', [1], 2_000)
    expect(contestResult(told.contest).rows.map(({ totalMillis, rank }) => [totalMillis, rank])).toEqual([
      [0, 1],
      [0, 1],
    ])
  })

  test('[R2] a question that was nearly over still gets ten seconds', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.answer('an', [1], 29_000)
    told.do({ type: 'take-over', bootId: 'boot-2', wallMillis: 1 })
    if (told.contest.phase.name !== 'asking') throw new Error('not asked again')
    expect(told.contest.phase.opening.closesAt - told.contest.phase.opening.opensAt).toBe(10_000)
  })

  test('[T5, R2] in the grace after a question, what was on its way still finds the next process, and costs nobody time', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.answer('an', [1], 12_000)
    const openingId = told.untilOpen()
    told.at(told.now + 30_000, { type: 'tick' })
    expect(told.contest.phase.name).toBe('closing')
    told.at(told.now + 2_000, { type: 'take-over', bootId: 'boot-2', wallMillis: 1 })
    const late = {
      type: 'answer',
      memberId: 'binh',
      openingId,
      answerId: 'b',
      options: [1],
      automatic: false,
      press: null,
    } as const
    expect(told.at(told.now + 5_000, late)).toMatchObject({ ok: true, receipt: { counted: true } })
    expect(told.contest.phase.name).toBe('reveal')
    expect(contestResult(told.contest).rows.map(({ totalMillis, right }) => [totalMillis, right])).toEqual([
      [0, 1],
      [0, 1],
    ])
  })

  test('[R2] extra seconds given by the host make the question add no time', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.do({ type: 'extend', by: host, openingId: told.untilOpen() })
    told.answer('an', [1], 35_000)
    told.untilClosed()
    expect(contestResult(told.contest)).toMatchObject({ fullMillis: 0, rows: [{ right: 1, totalMillis: 0 }, {}] })
  })
})

describe('putting right', () => {
  test('[R6] a corrected key recounts everyone, and a void question drops out for everyone', () => {
    const told = openedStory(two, ['an', 'binh'])
    told.answer('an', [1], 1_000)
    told.answer('binh', [2], 2_000)
    told.do({ type: 'correct', question: 0, right: [2], by: host, reason: 'wrong-key' })
    expect(resultOf(contestResult(told.contest), 'binh')).toMatchObject({ right: 1, rank: 1 })

    told.do({ type: 'void', question: 0, by: host, reason: 'unclear' })
    expect(contestResult(told.contest)).toMatchObject({ questionsCounted: 1, fullMillis: 0 })
    told.do({ type: 'reinstate', question: 0, by: host })
    expect(resultOf(contestResult(told.contest), 'binh')).toMatchObject({ right: 1, rank: 1 })
  })

  test('[C8] nothing changes after settling until it is undone, and both are logged', () => {
    const told = openedStory(content([question()]), ['an'])
    told.answer('an', [1], 1_000)
    expect(told.do({ type: 'settle', by: host, wallMillis: 1 })).toEqual({ ok: false, refusal: 'not-now' })
    told.next()
    told.do({ type: 'settle', by: host, wallMillis: 1 })
    expect(told.do({ type: 'void', question: 0, by: host, reason: 'other' })).toEqual({ ok: false, refusal: 'settled' })
    told.do({ type: 'unsettle', by: host, wallMillis: 2 })
    expect(told.do({ type: 'void', question: 0, by: host, reason: 'other' })).toEqual({ ok: true })
    expect(told.log.slice(-3).map(({ type }) => type)).toEqual(['settled', 'unsettled', 'voided'])
  })

  test('[T5] a question that is still open can be neither voided nor corrected', () => {
    const told = openedStory(two, ['an'])
    expect(told.do({ type: 'void', question: 0, by: host, reason: 'other' })).toEqual({ ok: false, refusal: 'not-now' })
    expect(told.do({ type: 'void', question: 9, by: host, reason: 'other' })).toEqual({
      ok: false,
      refusal: 'no-such-question',
    })
  })
})
