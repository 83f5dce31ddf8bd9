import { describe, expect, test } from 'vitest'
import { compareScores, secondRanking } from './second-ranking.ts'
import type { StoredRow } from './second-replay.ts'
import { compareLife } from './testing/compare-lives.ts'

const lives = 400

test('[R6] the second ranking finds what the engine finds, in contests that nobody planned', () => {
  for (let seed = 1; seed <= lives; seed += 1) expect({ seed, ...compareLife(seed) }).toMatchObject({ differences: [] })
})

test('the contests above reach every kind of event, ties and voided ones, so that the comparison is about something', () => {
  const reached = new Set<string>()
  for (let seed = 1; seed <= lives; seed += 1) for (const what of compareLife(seed).reached) reached.add(what)
  expect([...reached].sort()).toEqual([
    'a shared rank',
    'an answered warm-up',
    'answered',
    'answered-late',
    'closed',
    'closed-for-some',
    'closing',
    'corrected',
    'enrolled',
    'every question voided',
    'extended',
    'finished',
    'interrupted',
    'joined',
    'joint first within the error',
    'lead-cut',
    'marked-left',
    'more than ten questions',
    'opened',
    'paused',
    'readmitted',
    'reinstated',
    'removed',
    'resumed',
    'room-opened',
    'settled',
    'somebody with extra time',
    'standings-shown',
    'taken-over',
    'time-given',
    'unsettled',
    'voided',
  ])
})

test('[C4] scores are compared as fractions, whatever they are out of', () => {
  expect(compareScores({ points: 10n, outOf: 3n }, { points: 20n, outOf: 6n })).toBe(0)
  expect(compareScores({ points: 100n, outOf: 29n }, { points: 100n, outOf: 30n })).toBe(1)
  expect(compareScores({ points: 1n, outOf: 3n }, { points: 33_333n, outOf: 99_998n })).toBe(-1)
})

describe('rows written by hand', () => {
  const played = [...opening('an', 'binh', 'chi'), asked(0), answer(0, 'an', 1, 4_000), answer(0, 'binh', 1, 4_000)]

  test('[R1, R2, R3] an unanswered question costs the full time, and equal standings share a rank', () => {
    expect(placesOf([...played, closed(0), row('finished', {})])).toEqual({
      an: { rank: 1, right: 1, totalMillis: 4_000 },
      binh: { rank: 1, right: 1, totalMillis: 4_000 },
      chi: { rank: 3, right: 0, totalMillis: 30_000 },
    })
  })

  test('[R2] an interrupted question keeps its points over its second opening and adds no time', () => {
    const goneOn = row('opened', { openingId: 'o.9', question: 0, purpose: 'scored', continues: 'o.0' })
    const interrupted = [row('interrupted', { openingId: 'o.0' }), goneOn, answer(0, 'chi', 1, 9_000)]
    expect(placesOf([...played, ...interrupted, row('closed', { openingId: 'o.9' })])).toMatchObject({
      an: { rank: 1, totalMillis: 0 },
      chi: { rank: 1, right: 1, totalMillis: 0 },
    })
  })

  test('[A3] a question that is not closed counts for nothing, nor does an answer that came too late', () => {
    const late = { ...answer(0, 'chi', 1, 30_000), kind: 'answered-late' }
    expect(placesOf([...played, late])).toMatchObject({ an: { right: 0, totalMillis: 0 }, chi: { rank: 1 } })
    expect(placesOf([...played, closed(0), late])).toMatchObject({ chi: { right: 0, totalMillis: 30_000 } })
  })

  test('[R6] a corrected key turns the order around, and a voided question falls out until it is taken back', () => {
    const second = [asked(1), answer(1, 'chi', 0, 1_000), closed(1)]
    const over = [...played, closed(0), ...second, row('corrected', { question: 0, right: [0] })]
    expect(placesOf(over)).toMatchObject({ chi: { rank: 1, right: 1 }, an: { rank: 2, right: 0 } })
    const voided = [...over, row('voided', { question: 1 })]
    expect(placesOf(voided)).toMatchObject({ chi: { rank: 3, right: 0, totalMillis: 30_000 } })
    expect(placesOf([...voided, row('reinstated', { question: 1 })])).toEqual(placesOf(over))
  })

  test('[R5] who is not ranked, was removed or left before the start has no rank and takes none', () => {
    const rows = [
      ...opening('an', 'binh', 'chi'),
      row('enrolled', { memberId: 'dung', ranked: false }),
      row('joined', { memberId: 'dung' }),
      row('marked-left', { memberId: 'chi' }),
      asked(0),
      answer(0, 'an', 1, 2_000),
      answer(0, 'binh', 1, 3_000),
      answer(0, 'dung', 1, 1_000),
      closed(0),
      row('removed', { memberId: 'an' }),
    ]
    expect(placesOf(rows)).toMatchObject({ an: { rank: null }, binh: { rank: 1 }, chi: { rank: null } })
    expect(placesOf(rows)).toMatchObject({ dung: { rank: null, right: 1 } })
    expect(placesOf([...rows, row('readmitted', { memberId: 'an' })])).toMatchObject({ an: { rank: 1 } })
  })

  test('[A9] who had extra time has a score and no rank, pays the whole of their own time, and takes no place', () => {
    const rows = [
      ...opening('an', 'binh', 'chi'),
      row('enrolled', { memberId: 'dung', ranked: true, timePercent: 200 }),
      row('joined', { memberId: 'dung' }),
      row('time-given', { memberId: 'binh', timePercent: 150 }),
      asked(0),
      answer(0, 'an', 1, 4_000),
      answer(0, 'binh', 1, 1_000),
      row('closed-for-some', { openingId: 'o.0', closesAt: 30_000 }),
      closed(0),
    ]
    expect(placesOf(rows)).toEqual({
      an: { rank: 1, right: 1, totalMillis: 4_000 },
      binh: { rank: null, right: 1, totalMillis: 1_000 },
      chi: { rank: 2, right: 0, totalMillis: 30_000 },
      dung: { rank: null, right: 0, totalMillis: 60_000 },
    })
    const afterStart = [...rows, row('time-given', { memberId: 'chi', timePercent: 150 })]
    expect(() => placesOf(afterStart)).toThrow(/cannot be read/)
  })

  test('[C10] a warm-up counts nothing, makes nobody take part, and has no number; a question has one', () => {
    const warmUp = [
      ...opening('an', 'binh'),
      row('opened', { openingId: 'o.w', question: null, purpose: 'warm-up', continues: null }),
      { ...answer(0, 'an', 1, 1), openingId: 'o.w' },
      { ...answer(0, 'binh', 1, 9_000), openingId: 'o.w' },
      row('closed', { openingId: 'o.w' }),
      row('marked-left', { memberId: 'binh' }),
    ]
    expect(placesOf([...warmUp, asked(0), answer(0, 'an', 1, 4_000), closed(0), row('finished', {})])).toEqual({
      an: { rank: 1, right: 1, totalMillis: 4_000 },
      binh: { rank: null, right: 0, totalMillis: 30_000 },
    })
    const numbered = { openingId: 'o.x', question: 0, purpose: 'warm-up', continues: null }
    const scored = { openingId: 'o.x', question: null, purpose: 'scored', continues: null }
    for (const body of [numbered, scored]) {
      expect(() => placesOf([...warmUp, row('opened', body)])).toThrow(/cannot be read/)
    }
  })

  test('[R4] with the top score whoever is within both errors of the fastest is first, unless order is strict', () => {
    const near = [...opening('an', 'binh', 'chi'), asked(0), answer(0, 'an', 1, 4_000), answer(0, 'binh', 1, 4_300)]
    const rows = [...near, answer(0, 'chi', 1, 4_301), closed(0)]
    expect(placesOf(rows, lenient)).toMatchObject({ an: { rank: 1 }, binh: { rank: 1 }, chi: { rank: 3 } })
    expect(placesOf(rows)).toMatchObject({ an: { rank: 1 }, binh: { rank: 2 }, chi: { rank: 3 } })
  })

  test('[A2] two answers of one member, a stranger’s answer and an unknown kind are no log', () => {
    const impossible = [answer(0, 'an', 0, 5_000), answer(0, 'stranger', 0, 5_000), row('renamed', {})]
    for (const added of impossible) expect(() => placesOf([...played, added])).toThrow(/cannot be read/)
  })
})

const content = JSON.stringify({
  settings: { maximumScore: 10, secondsPerQuestion: 30 },
  questions: [
    { right: [1], seconds: null },
    { right: [0], seconds: null },
  ],
})

const lenient = content.replace('{"maximumScore"', '{"strictOrder":false,"maximumScore"')

function placesOf(rows: readonly StoredRow[], of = content) {
  const ranking = secondRanking(
    of,
    rows.map((one, index) => ({ ...one, seq: index + 1 })),
  )
  return Object.fromEntries(
    [...ranking].map(([memberId, { rank, right, totalMillis }]) => [memberId, { rank, right, totalMillis }]),
  )
}

function opening(...members: readonly string[]): readonly StoredRow[] {
  const roster = members.map((memberId) => ({ memberId, ranked: true }))
  return [
    row('room-opened', { contentHash: 'hash', roster }),
    ...members.map((memberId) => row('joined', { memberId })),
  ]
}

function asked(question: number): StoredRow {
  return row('opened', { openingId: `o.${question}`, question, purpose: 'scored', continues: null })
}

function closed(question: number): StoredRow {
  return row('closed', { openingId: `o.${question}` })
}

function answer(question: number, memberId: string, option: number, responseMillis: number): StoredRow {
  return {
    ...row('answered', { options: [option], responseMillis, errorMillis: 0 }),
    openingId: `o.${question}`,
    memberId,
  }
}

function row(kind: string, body: object): StoredRow {
  return { seq: 0, kind, openingId: null, memberId: null, body: JSON.stringify(body) }
}
