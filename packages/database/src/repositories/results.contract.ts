import { defaultSettings, type Month } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import type { Store } from '../store.ts'
import { addCell, addOpenContest } from '../testing/sample-rows.ts'
import { contestRepository } from './contests.ts'
import { type NewResult, resultRepository } from './results.ts'
import { isForeignKeyViolation } from '../testing/violations.ts'
import { isUniqueViolation } from '../statement-error.ts'

export function resultsContract(store: () => Store): void {
  test('[R6] a recount takes the place of the one before, with its awards', async () => {
    const { results, cellId, contestId } = await scene()
    await results.replaceFor(cellId, contestId, [resultOf('a', 1), resultOf('b', 2)], [awardOf('a')])
    await results.replaceFor(cellId, contestId, [resultOf('b', 1)], [awardOf('b')])

    expect(await results.ofContest(cellId, contestId)).toEqual({
      results: [{ ...resultOf('b', 1), cellId, contestId }],
      awards: [{ ...awardOf('b'), cellId, contestId }],
    })
  })

  test('a recount that fails leaves the one before', async () => {
    const { results, cellId, contestId } = await scene()
    await results.replaceFor(cellId, contestId, [resultOf('a', 1)], [awardOf('a')])
    const failing = results.replaceFor(cellId, contestId, [resultOf('b', 1), resultOf('b', 2)], [])

    await expect(failing).rejects.toSatisfy(isUniqueViolation)
    expect(await results.ofContest(cellId, contestId)).toMatchObject({ results: [{ memberId: 'a' }], awards: [{}] })
  })

  test('of recounts at the same time one stands, whole', async () => {
    const { results, cellId, contestId } = await scene()
    const recounts = ['a', 'b', 'c'].map((first) =>
      results.replaceFor(cellId, contestId, [resultOf(first, 1), resultOf('d', 2)], [awardOf(first)]),
    )
    await Promise.all(recounts)
    const found = await results.ofContest(cellId, contestId)

    expect(found.results).toHaveLength(2)
    expect(found.awards.map(({ memberId }) => memberId)).toEqual(
      found.results.flatMap(({ memberId, rank }) => (rank === 1 ? [memberId] : [])),
    )
  })

  test('results are cleared together with their awards, those of other contests stay', async () => {
    const { results, cellId, contestId } = await scene()
    const other = await addOpenContest(store(), cellId)
    await results.replaceFor(cellId, contestId, [resultOf('a', 1)], [awardOf('a')])
    await results.replaceFor(cellId, other, [resultOf('a', 1)], [awardOf('a')])
    await results.clearFor(cellId, contestId)

    expect(await results.ofContest(cellId, contestId)).toEqual({ results: [], awards: [] })
    expect((await results.ofContest(cellId, other)).results).toHaveLength(1)
  })

  test('[C4] the largest exact score and an unranked member come back as they went', async () => {
    const { results, cellId, contestId } = await scene()
    const unranked = { ...resultOf('khách', null), ranked: false, scoreUnits: 232_908_956_280_000 }
    await results.replaceFor(cellId, contestId, [unranked], [])

    expect((await results.ofContest(cellId, contestId)).results).toEqual([{ ...unranked, cellId, contestId }])
  })

  test('a room of thousands is one recount', async () => {
    const { results, cellId, contestId } = await scene()
    const rows = Array.from({ length: 4_500 }, (_, index) => resultOf(`member-${index}`, index + 1))
    await results.replaceFor(cellId, contestId, rows, [])

    expect((await results.ofContest(cellId, contestId)).results).toHaveLength(4_500)
  })

  test('[C8] the season has the settled contests of its months only, in order, with their results', async () => {
    const { results, cellId } = await scene()
    const march = await settledContest(cellId, '2027-03')
    await settledContest(cellId, '2027-07')
    const january = await settledContest(cellId, '2027-01')
    await settledContest(await addCell(store()), '2027-02')
    await results.replaceFor(cellId, march, [resultOf('a', 1), resultOf('b', 2)], [awardOf('a')])

    const season = await results.seasonRows(cellId, '2027-01', '2027-06')
    expect(season.map(({ contestId }) => contestId)).toEqual([january, march])
    expect(season[0]).toMatchObject({ month: '2027-01', results: [], awards: [], settings: defaultSettings })
    expect(season[1]).toMatchObject({ settledAtMs: 90, awards: [{ memberId: 'a' }] })
    expect(season[1]?.results.map(({ memberId }) => memberId).sort()).toEqual(['a', 'b'])
  })

  test('another cell sees, writes and clears nothing', async () => {
    const { results, cellId, contestId } = await scene()
    const other = await addCell(store())
    await results.replaceFor(cellId, contestId, [resultOf('a', 1)], [awardOf('a')])
    await results.clearFor(other, contestId)

    expect(await results.ofContest(other, contestId)).toEqual({ results: [], awards: [] })
    await expect(results.replaceFor(other, contestId, [resultOf('b', 1)], [])).rejects.toSatisfy(isForeignKeyViolation)
    expect(await results.ofContest(cellId, contestId)).toMatchObject({ results: [{}], awards: [{}] })
  })

  async function scene() {
    const cellId = await addCell(store())
    return { results: resultRepository(store()), cellId, contestId: await addOpenContest(store(), cellId) }
  }

  async function settledContest(cellId: string, month: Month) {
    const contestId = await addOpenContest(store(), cellId, { month })
    await contestRepository(store()).setStage(cellId, contestId, { stage: 'settled', settledAtMs: 90 })
    return contestId
  }
}

function resultOf(memberId: string, rank: number | null): NewResult {
  return {
    memberId,
    rank,
    ranked: true,
    timePercent: 100,
    tookPart: true,
    scoreUnits: 1,
    rightCount: 1,
    totalMillis: 41_200,
    errorMillis: 150,
    fullMillis: 300_000,
    throughSeq: 12,
  }
}

function awardOf(memberId: string) {
  return { memberId, month: '2027-04', kind: 'monthly-first', throughSeq: 12 } as const
}
