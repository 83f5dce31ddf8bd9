import { expect, test } from 'vitest'
import { nextEdgeAt } from './pace.ts'
import { content, host, openedStory, question, story } from './testing/story.ts'

test('[T5] a deadline that has passed without its tick is due now, not never', () => {
  const told = openedStory(content([question()]), ['an', 'binh'])
  const closesAt = told.now + 30_000
  expect(nextEdgeAt(told.contest, told.now)).toBe(closesAt)
  expect(nextEdgeAt(told.contest, closesAt)).toBe(closesAt)
  expect(nextEdgeAt(told.contest, closesAt + 5)).toBe(closesAt + 5)

  told.at(closesAt, { type: 'tick' })
  expect(nextEdgeAt(told.contest, closesAt + 60_000)).toBe(closesAt + 60_000)
})

test('what is due while a contest is paused is due when it goes on', () => {
  const told = openedStory(content([question(), question()], { autoAdvance: true }), ['an'])
  told.answer('an', [1], 1_000)
  told.do({ type: 'pause', by: host })
  expect(nextEdgeAt(told.contest, told.now)).toBeNull()
  told.at(told.now + 60_000, { type: 'resume', by: host })
  expect(nextEdgeAt(told.contest, told.now)).toBe(told.now)
})

test('what is only shown changes once: the stem, then the options', () => {
  const told = story(content([question()]), ['an'])
  told.do({ type: 'join', memberId: 'an' })
  told.next()
  if (told.contest.phase.name !== 'asking') throw new Error('not asked')
  const { stemAt, opensAt, closesAt } = told.contest.phase.opening
  expect([told.now, stemAt, opensAt].map((now) => nextEdgeAt(told.contest, now))).toEqual([stemAt, opensAt, closesAt])
})
