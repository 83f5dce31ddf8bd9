import { expect, test } from 'vitest'
import { closingStage, memberAtQuestion, openStage, reload, revealStage, stemAgain } from './testing/member-room.ts'

test('[A2] what is chosen and not submitted goes by itself at the deadline', async () => {
  const { session, fake, time } = await memberAtQuestion()
  session.choose([1])
  session.choose([2])
  await time.pass(29_990)
  expect(fake.sent('member:answer')).toHaveLength(0)
  await time.pass(20)
  expect(fake.sent('member:answer').map(({ input }) => input)).toMatchObject([{ options: [2], automatic: true }])
})

test('[A2] it goes when the question is closing, too', async () => {
  const { session, fake, show, time } = await memberAtQuestion()
  session.choose([1])
  show(closingStage(time.now()))
  expect(fake.sent('member:answer')).toMatchObject([{ input: { options: [1], automatic: true } }])
})

test('[A3] a phone that slept through the closing sends its choice when it wakes', async () => {
  const { session, fake, show } = await memberAtQuestion()
  session.choose([1])
  show(revealStage())
  expect(fake.sent('member:answer')).toMatchObject([{ input: { options: [1], automatic: true } }])
})

test('[A2] more seconds from the host move the deadline', async () => {
  const { session, fake, show, time, closesAt } = await memberAtQuestion()
  session.choose([1])
  show(openStage(closesAt + 15_000))
  await time.pass(40_000)
  expect(fake.sent('member:answer')).toHaveLength(0)
  await time.pass(6_000)
  expect(fake.sent('member:answer')[0]).toMatchObject({ input: { automatic: true } })
})

test('[A6] a reload keeps the choice in progress', async () => {
  const first = await memberAtQuestion()
  first.session.choose([2, 0])
  const second = await reload(first)
  second.show(openStage(first.closesAt))
  expect(second.session.snapshot().answer).toEqual({ name: 'choosing', options: [0, 2] })
  await second.time.pass(31_000)
  expect(second.fake.sent('member:answer')[0]).toMatchObject({ input: { options: [0, 2], automatic: true } })
})

test('[A2] one tap submits where the contest says so, but not where several are to be chosen', async () => {
  const { session, fake, show, closesAt } = await memberAtQuestion({ oneTap: true })
  show(openStage(closesAt, { openingId: 'opening-2', multiple: true }), { oneTap: true })
  session.choose([1])
  expect(fake.sent('member:answer')).toHaveLength(0)
  session.choose([])
  show(openStage(closesAt), { oneTap: true })
  session.choose([1])
  expect(fake.sent('member:answer')).toMatchObject([{ input: { options: [1], automatic: false } }])
})

test('a choice taken back is nothing, and nothing is sent of it', async () => {
  const { session, fake, time } = await memberAtQuestion()
  session.choose([1])
  session.choose([])
  session.submit()
  expect(session.snapshot().answer).toEqual({ name: 'none' })
  await time.pass(40_000)
  expect(fake.sent('member:answer')).toHaveLength(0)
})

test('nothing can be chosen once the question is closing', async () => {
  const { session, show, time } = await memberAtQuestion()
  show(closingStage(time.now()))
  session.choose([1])
  expect(session.snapshot().answer).toEqual({ name: 'none' })
})

test('[R2] an interrupted question goes back to its stem, and what was chosen or submitted stays', async () => {
  const chosen = await memberAtQuestion()
  chosen.session.choose([1])
  chosen.show(stemAgain(chosen.closesAt + 20_000))
  expect(chosen.fake.sent('member:answer')).toHaveLength(0)
  chosen.show(openStage(chosen.closesAt + 20_000))
  expect(chosen.session.snapshot().answer).toEqual({ name: 'choosing', options: [1] })

  chosen.session.submit()
  chosen.show(stemAgain(chosen.closesAt + 20_000))
  expect(chosen.session.snapshot().answer).toEqual({ name: 'sending', options: [1] })
})
