import { expect, test } from 'vitest'
import type { ContestSettings } from './question.ts'
import { nextStepOf } from './decide-course.ts'
import { openedStory, content, host, question, story } from './testing/story.ts'
import { memberView } from './views/member-view.ts'

const two = content([question([1]), question([2])])

test('[A5, A3] a question whose options are not open yet cannot be ended, which would show them', () => {
  const told = story(two, ['an', 'binh'])
  for (const memberId of ['an', 'binh']) told.do({ type: 'join', memberId })
  told.next()
  if (told.contest.phase.name !== 'asking') throw new Error('not asked')
  const { sheet } = told.contest.phase.opening
  const ended = told.at(told.contest.phase.opening.opensAt - 1, { type: 'end-question', by: host, openingId: sheet })

  expect(ended).toEqual({ ok: false, refusal: 'not-now' })
  const context = {
    now: told.now,
    bootId: 'boot',
    cellName: 'Chi bộ',
    publicPlaces: 'top-3' as const,
    nameOf: (id: string) => id,
    rehearsal: false,
    isConnected: () => true,
  }
  expect(JSON.stringify(memberView(told.contest, 'an', context))).not.toContain('18/5/2021')
})

test('[A7] extra seconds come before the deadline or not at all', () => {
  const told = openedStory(two, ['an', 'binh'])
  const openingId = told.untilOpen()
  const opensAt = told.now
  expect(told.at(opensAt + 30_000, { type: 'extend', by: host, openingId })).toEqual({ ok: false, refusal: 'not-now' })
  const again = openedStory(two, ['an', 'binh'])
  again.untilOpen()
  expect(again.at(opensAt + 29_999, { type: 'extend', by: host, openingId })).toEqual({ ok: true })
})

test('[A3] ending a question that is over already, because its room was late, gives nobody more time', () => {
  const told = openedStory(two, ['an', 'binh'])
  const openingId = told.untilOpen()
  told.at(told.now + 60_000, { type: 'end-question', by: host, openingId })
  const reply = told.do({
    type: 'answer',
    memberId: 'an',
    openingId,
    answerId: 'a',
    options: [1],
    automatic: false,
    press: null,
  })
  expect(reply).toMatchObject({ ok: false, refusal: 'too-late' })
})

test('[P1] where standings follow each reveal they do so also when the contest goes on by itself', () => {
  const settings = { autoAdvance: true, showStandings: true }
  const told = openedStory(content([question(), question()], settings), ['an'])
  told.answer('an', [1], 1_000)
  const revealedAt = told.now
  const revealed = told.contest.phase
  told.at(revealedAt + 30_000, { type: 'tick' })
  expect(told.contest.phase).toMatchObject({ ...revealed, standings: true, since: told.now })
  told.do({ type: 'tick' })
  expect(told.contest.phase.name).toBe('reveal')
  told.at(told.now + 30_000, { type: 'tick' })
  expect(told.contest.phase).toMatchObject({ name: 'asking', opening: { question: 1 } })
})

test('a contest takes its host one press a question, two with standings, and none when it goes on by itself', () => {
  const presses = (settings: Partial<ContestSettings>) => {
    const told = openedStory(content([question(), question(), question()], settings), ['an', 'binh'])
    let pressed = 1 // The start.
    while (told.contest.phase.name !== 'finished') {
      told.untilClosed()
      if (told.contest.phase.name === 'reveal' && settings.autoAdvance) told.at(told.now + 30_000, { type: 'tick' })
      else if (nextStepOf(told.contest) !== null) {
        pressed += 1
        expect(told.next()).toMatchObject({ ok: true })
      }
    }
    return pressed
  }
  // To the first question; then from each to the next one, or to the result, which comes by itself, too.
  expect(presses({})).toBe(1 + 3)
  expect(presses({ showStandings: true })).toBe(1 + 2 + 2 + 1)
  expect(presses({ autoAdvance: true, showStandings: true })).toBe(1)
})
