import { expect, test } from 'vitest'
import { contestResult } from './result.ts'
import { content, host, openedStory, question } from './testing/story.ts'
import { timingReport } from './timing-report.ts'

const two = content([question([0]), question([0])])
const press = (opensAt: number, pressedAfter: number, excessMillis = 20) => ({
  claim: { paintedAt: opensAt, pressedAt: opensAt + pressedAfter },
  link: { roundTripMillis: 40, excessMillis, provenAfter: null, connectedAt: null, heldBackMillis: 0 },
  deliveredAt: null,
})

function played() {
  const told = openedStory(two, ['an', 'binh'])
  const opened = () => {
    const openingId = told.untilOpen()
    const opensAt = told.now
    const send = (memberId: string, after: number, pressedAfter: number, excessMillis?: number) =>
      told.at(opensAt + after, {
        type: 'answer',
        memberId,
        openingId,
        answerId: `${memberId}-${openingId}`,
        options: [0],
        automatic: false,
        press: press(opensAt, pressedAfter, excessMillis),
      })
    return send
  }
  const first = opened()
  first('an', 5_020, 5_000)
  first('binh', 9_000, 6_800, 2_000)
  told.untilClosed()
  told.next()
  const second = opened()
  second('an', 4_020, 4_000)
  told.untilClosed()
  second('binh', 40_000, 8_000)
  told.next()
  return told
}

test('[T10, T11] each time stands with its error and with what it was decided from; the total is their sum', () => {
  const { contest } = played()
  const [an, binh] = timingReport(contest)

  expect(an).toMatchObject({ memberId: 'an', totalMillis: 9_000, errorMillis: 150 })
  expect(an?.answers).toMatchObject([
    { question: 0, outcome: 'counted', inTotal: true, responseMillis: 5_000, errorMillis: 0, timing: 'press-2' },
    { question: 1, outcome: 'counted', responseMillis: 4_000 },
  ])
  expect(an?.answers[0]?.evidence).toMatchObject({ roundTripMillis: 40, overclaimedMillis: 0 })
  // Paid to the last, and 300 ms of the stall are not credited.
  expect(binh?.answers[0]).toMatchObject({
    responseMillis: 7_280,
    errorMillis: 300,
    evidence: { lagPaidMillis: 1_400 },
  })
  expect(binh).toMatchObject({ errorMillis: 450 })
  for (const { memberId, totalMillis, answers } of timingReport(contest)) {
    const sum = answers.filter(({ inTotal }) => inTotal).reduce((all, { responseMillis }) => all + responseMillis, 0)
    expect(totalMillis).toBe(sum)
    expect(contestResult(contest).rows.find((row) => row.memberId === memberId)?.totalMillis).toBe(sum)
  }
})

test('[T6] a late answer is named as such and costs the full time, as none does', () => {
  const [, binh] = timingReport(played().contest)

  expect(binh?.answers[1]).toMatchObject({ outcome: 'late', responseMillis: 30_000, errorMillis: 0 })
})

test('[R2] a voided question is shown and adds nothing', () => {
  const told = played()
  told.do({ type: 'void', question: 0, by: host, reason: 'unclear' })

  expect(timingReport(told.contest)[0]).toMatchObject({
    totalMillis: 4_000,
    answers: [{ inTotal: false, responseMillis: 5_000 }, { inTotal: true }],
  })
})
