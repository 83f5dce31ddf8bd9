import { expect, test } from 'vitest'
import { content, host, openedStory, question } from './testing/story.ts'

function finished() {
  const told = openedStory(content([question([1])]), ['an', 'binh'])
  told.answer('an', [1], 1_000)
  told.answer('binh', [0], 2_000)
  told.next()
  return told
}

test.each([
  [{ type: 'enroll', memberId: 'chi', ranked: true, timePercent: 100 }],
  [{ type: 'leave', memberId: 'an' }],
  [{ type: 'mark-left', memberId: 'an', by: host }],
] as const)('[C8] nobody comes to or leaves a contest that is over: %j writes nothing to its log', (command) => {
  const told = finished()
  const { length } = told.log
  told.do(command)
  expect(told.log.slice(length)).toEqual([])
})

test.each(['remove', 'readmit'] as const)(
  '[C8, R6] to %s somebody changes the result, so not once it is settled',
  (type) => {
    const told = finished()
    if (type === 'readmit') told.do({ type: 'remove', memberId: 'an', by: host })
    told.do({ type: 'settle', by: host, wallMillis: 1 })
    expect(told.do({ type, memberId: 'an', by: host })).toEqual({ ok: false, refusal: 'settled' })
    told.do({ type: 'unsettle', by: host, wallMillis: 1 })
    expect(told.do({ type, memberId: 'an', by: host })).toEqual({ ok: true })
  },
)
