import { expect, test } from 'vitest'
import { content, question, story } from '../testing/story.ts'
import { upNext } from './up-next.ts'

test('[A5] a host may look at the stem that comes next, between questions, and at nothing else of it', () => {
  const told = story(content([question([1], { stem: 'một' }), question([1], { stem: 'hai' })]), ['an'])
  told.do({ type: 'join', memberId: 'an' })
  expect(upNext(told.contest)).toEqual({ question: 0, stem: 'một' })
  told.next()
  expect(upNext(told.contest)).toBeNull()
  told.untilClosed()
  expect(upNext(told.contest)).toEqual({ question: 1, stem: 'hai' })
  told.next()
  told.untilClosed()
  expect(upNext(told.contest)).toBeNull()
})
