import { expect, test } from 'vitest'
import { contestResult, resultOf } from './result.ts'
import { content, host, openedStory, question, story } from './testing/story.ts'

const two = content([question([1]), question([2])])

test('[T6] a late answer is not revived when the question it was late for is interrupted and goes on', () => {
  const told = openedStory(two, ['an', 'binh'])
  const openingId = told.untilOpen()
  // The room was late with its tick: the question has not been closed when this arrives.
  told.answer('an', [1], 33_000)
  told.do({ type: 'take-over', bootId: 'boot-2', wallMillis: 1 })
  const again = {
    type: 'answer',
    memberId: 'an',
    openingId,
    answerId: 'b',
    options: [1],
    automatic: false,
    press: null,
  } as const

  expect(told.do(again)).toMatchObject({ ok: false, refusal: 'too-late', receipt: { answerId: `an-${openingId}` } })
  const kept = told.log.filter(({ type }) => type === 'answered' || type === 'answered-late')
  expect(kept.map(({ type }) => type)).toEqual(['answered-late'])
})

test.each([
  ['marked as having left in the lobby', ['mark-left']],
  ['removed and readmitted before joining', ['remove', 'readmit']],
] as const)('[A4, A8] an answer that was acked counts for a member who was %s', (_, types) => {
  const told = story(two, ['an', 'binh'])
  told.do({ type: 'join', memberId: 'an' })
  if (types[0] === 'mark-left') told.do({ type: 'join', memberId: 'binh' })
  for (const type of types) told.do({ type, memberId: 'binh', by: host })
  told.next()
  told.untilOpen()
  expect(told.answer('binh', [1], 1_000)).toMatchObject({ ok: true, receipt: { counted: true } })
  told.answer('an', [0], 2_000)

  expect(resultOf(contestResult(told.contest), 'binh')).toMatchObject({ tookPart: true, right: 1, rank: 1 })
})

test('[A7] the last to answer closes the question, also when marked as having left', () => {
  const told = openedStory(two, ['an'])
  told.do({ type: 'mark-left', memberId: 'an', by: host })
  told.answer('an', [1], 1_000)
  expect(told.contest.phase).toMatchObject({ name: 'reveal', question: 0 })
})

/** Of an answer 50 ms after the close, behind the pong of a ping that left the server so long after the close. */
function answeredBehindPing(pingAfterClose: number, automatic: boolean, roundTripMillis = 20, connectedAfterClose = 0) {
  const told = openedStory(content([question()]), ['an', 'binh'])
  const { phase } = told.contest
  if (phase.name !== 'asking') throw new Error('nothing is asked')
  const { sheet: openingId, closesAt } = phase.opening
  const provenAfter = closesAt + pingAfterClose + roundTripMillis / 2
  const connectedAt = closesAt + connectedAfterClose
  const press = {
    claim: null,
    link: { roundTripMillis, excessMillis: 20, provenAfter, connectedAt, heldBackMillis: 0 },
    deliveredAt: null,
  }
  const answer = { type: 'answer', memberId: 'an', openingId, answerId: 'a', options: [1], automatic, press } as const
  return told.at(closesAt + 50, answer)
}

test('[T5] a ping that left after the close and was answered before proves a press late, but not what the phone sent at the close', () => {
  expect(answeredBehindPing(1, false)).toMatchObject({ ok: false, refusal: 'too-late' })
  expect(answeredBehindPing(1, true)).toMatchObject({ ok: true })
})

test('[T5] a connection that began after the close proves when an answer was sent, not when it was pressed', () => {
  expect(answeredBehindPing(10, false, 20, 1)).toMatchObject({ ok: true, receipt: { counted: true } })
})

test('[T5] a ping that left before the close proves nothing, however long its way is thought to be', () => {
  expect(answeredBehindPing(-1, false, 800)).toMatchObject({ ok: true, receipt: { counted: true } })
})
