import type { MemberStage, Receipt } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import type { Emitted } from './testing/fake-link.ts'
import { forbiddenStorage } from './testing/fake-storage.ts'
import { closingStage, lost, memberAtQuestion, openStage, reload, revealStage, token } from './testing/member-room.ts'

type Sent = { readonly answerId: string; readonly options: readonly number[]; readonly automatic: boolean }

const ids = (sent: readonly Emitted[]) => sent.map(({ input }) => (input as Sent).answerId)

function receiptFor({ input }: Emitted, counted = true): Receipt {
  const { answerId, options, automatic } = input as Sent
  return { answerId, openingId: 'opening-1', options, automatic, counted, responseMillis: 4_200 }
}

test('[A4] an answer is saved when its ack is there, and sending before', async () => {
  const { session, fake, time, replies } = await memberAtQuestion()
  replies['member:answer'] = lost
  session.choose([1])
  expect(session.snapshot().answer).toEqual({ name: 'choosing', options: [1] })
  session.submit()
  expect(session.snapshot().answer).toEqual({ name: 'sending', options: [1] })
  const [sent] = fake.sent('member:answer')
  if (!sent) throw new Error('nothing was sent')
  sent.answer({ ok: true, value: receiptFor(sent) })
  await time.settle()
  expect(session.snapshot().answer).toEqual({ name: 'saved', answer: receiptFor(sent) })
  await time.pass(10_000)
  expect(fake.sent('member:answer')).toHaveLength(1)
})

test('[T4] an answer is on the device before it is emitted', async () => {
  const { session, storage, replies } = await memberAtQuestion()
  let stored: string | null = null
  replies['member:answer'] = () => {
    stored = storage.read('khac-sau.outbox.123456')
  }
  session.choose([1])
  session.submit()
  expect(stored).toContain('"options":[1]')
})

test('[A2] without an ack it is sent again with the same id, until one comes', async () => {
  const { session, fake, time, replies } = await memberAtQuestion()
  replies['member:answer'] = lost
  session.choose([1])
  session.submit()
  await time.pass(1_500)
  expect(session.snapshot()).toMatchObject({ answer: { name: 'not-sent', options: [1] }, waitingAnswers: 1 })
  await time.pass(3_000)
  expect(new Set(ids(fake.sent('member:answer'))).size).toBe(1)
  expect(fake.sent('member:answer')).toHaveLength(4)
  replies['member:answer'] = (emitted) => emitted.answer({ ok: true, value: receiptFor(emitted) })
  await time.pass(1_500)
  expect(session.snapshot()).toMatchObject({ answer: { name: 'saved' }, waitingAnswers: 0 })
})

test('[GA4] an answer without an ack makes the phone doubt its socket, and connect anew', async () => {
  const { session, fake, time, replies } = await memberAtQuestion()
  await time.pass(3_000)
  let lostAt = 0
  fake.link.on('disconnect', () => {
    lostAt = time.now()
    replies['member:clock'] = ({ answer }) => answer({ ok: true, value: { bootId: 'a', at: time.now() } })
  })
  replies['member:answer'] = lost
  replies['member:clock'] = lost
  const pressedAt = time.now()
  session.choose([1])
  session.submit()
  await time.pass(3_100)
  expect(lostAt - pressedAt).toBeLessThanOrEqual(3_000)
  await time.pass(10_000)
  expect(session.snapshot()).toMatchObject({ status: 'live', answer: { name: 'not-sent' } })
})

test('[T7] where the socket gives no ack it is posted as well, with the same id, and either receipt saves it', async () => {
  const { session, fake, time, replies, posted } = await memberAtQuestion()
  replies['member:answer'] = lost
  session.choose([1])
  session.submit()
  await time.pass(1_499)
  expect(posted).toHaveLength(0)
  await time.pass(1)
  const [sent] = fake.sent('member:answer')
  if (!sent) throw new Error('nothing was sent')
  expect(posted.map(({ answer, token: withToken }) => [answer, withToken])).toEqual([[sent.input, token]])
  posted[0]?.reply({ ok: true, value: receiptFor(sent) })
  await time.settle()
  expect(session.snapshot()).toMatchObject({ answer: { name: 'saved' }, waitingAnswers: 0 })
  await time.pass(10_000)
  expect(posted).toHaveLength(1)
})

test('[T7] with the socket down it is posted until a receipt comes', async () => {
  const { session, fake, time, posted } = await memberAtQuestion()
  fake.goDown()
  session.choose([2])
  session.submit()
  await time.pass(4_500)
  expect(posted).toHaveLength(3)
  expect(new Set(posted.map(({ answer }) => (answer as Sent).answerId)).size).toBe(1)
})

test('[A2] offline it waits, and goes out once the server knows whose the link is again', async () => {
  const { session, fake, time, show, closesAt, replies } = await memberAtQuestion()
  fake.goDown()
  session.choose([2])
  session.submit()
  expect(session.snapshot().answer).toEqual({ name: 'not-sent', options: [2] })
  await time.pass(4_000)
  expect(fake.sent('member:answer')).toHaveLength(0)
  replies['member:answer'] = (emitted) => emitted.answer({ ok: true, value: receiptFor(emitted) })
  fake.comeBack()
  expect(fake.sent('member:answer')).toHaveLength(0)
  show(openStage(closesAt))
  await time.settle()
  expect(fake.sent('member:answer')).toHaveLength(1)
  expect(session.snapshot().answer.name).toBe('saved')
})

test('[A6] a reload sends what waited, with the same id', async () => {
  const first = await memberAtQuestion()
  first.replies['member:answer'] = lost
  first.session.choose([1])
  first.session.submit()
  const second = await reload(first)
  second.show(openStage(first.closesAt))
  expect(second.session.snapshot().answer).toEqual({ name: 'not-sent', options: [1] })
  expect(ids(second.fake.sent('member:answer'))).toEqual(ids(first.fake.sent('member:answer')))
})

test('[A2] two quick submits send one answer, and the choice is locked', async () => {
  const { session, fake } = await memberAtQuestion()
  session.choose([1])
  session.submit()
  session.submit()
  session.choose([2])
  session.submit()
  expect(fake.sent('member:answer').map(({ input }) => (input as Sent).options)).toEqual([[1]])
})

test('[A3] an answer that came too late shows its receipt as not counted', async () => {
  const { session, time, replies } = await memberAtQuestion()
  replies['member:answer'] = (emitted) =>
    emitted.answer({ ok: false, refusal: 'too-late', receipt: receiptFor(emitted, false) })
  session.choose([1])
  session.submit()
  await time.settle()
  expect(session.snapshot().answer).toMatchObject({ name: 'refused', refusal: 'too-late', kept: { counted: false } })
})

test('[A2] where another answer stands already, its receipt is shown', async () => {
  const { session, time, replies } = await memberAtQuestion()
  const receipt = { ...receiptFor({ event: '', input: { options: [0] }, answer: lost }), answerId: 'earlier' }
  replies['member:answer'] = ({ answer }) => answer({ ok: false, refusal: 'already-answered', receipt })
  session.choose([1])
  session.submit()
  await time.settle()
  expect(session.snapshot().answer).toEqual({ name: 'saved', answer: receipt })
})

test('a final refusal is shown and not sent again; a passing one is', async () => {
  const { session, fake, time, replies } = await memberAtQuestion()
  replies['member:answer'] = ({ answer }) => answer({ ok: false, refusal: 'storage-failed' })
  session.choose([1])
  session.submit()
  await time.settle()
  expect(session.snapshot().answer.name).toBe('not-sent')
  replies['member:answer'] = ({ answer }) => answer({ ok: false, refusal: 'removed' })
  await time.pass(1_500)
  expect(session.snapshot().answer).toMatchObject({ name: 'refused', refusal: 'removed', kept: null })
  await time.pass(10_000)
  expect(fake.sent('member:answer')).toHaveLength(2)
})

test('an answer still waits, and is shown, when its question has been revealed', async () => {
  const { session, show, replies } = await memberAtQuestion()
  replies['member:answer'] = lost
  session.choose([1])
  session.submit()
  show(revealStage())
  expect(session.snapshot()).toMatchObject({ answer: { name: 'sending', options: [1] }, waitingAnswers: 1 })
})

test('an answer that a view shows as stored waits no more, although its ack is still on the way', async () => {
  const { session, show, replies, closesAt } = await memberAtQuestion()
  replies['member:answer'] = lost
  session.choose([1])
  session.submit()
  show(openStage(closesAt, { own: { options: [1], counted: true, automatic: false, responseMillis: 4_200 } }))
  expect(session.snapshot()).toMatchObject({ answer: { name: 'saved' }, waitingAnswers: 0 })
})

test('where storage is forbidden, answers are sent all the same', async () => {
  const { session, fake } = await memberAtQuestion({ storage: forbiddenStorage })
  session.choose([1])
  session.submit()
  expect(fake.sent('member:answer')).toHaveLength(1)
})

test('the server goes before what the phone remembers', async () => {
  const { session, show, closesAt } = await memberAtQuestion()
  session.choose([1])
  const own = { options: [2], counted: true, automatic: false, responseMillis: 1_000 }
  show(openStage(closesAt, { own }))
  expect(session.snapshot().answer).toEqual({ name: 'saved', answer: own })
  show(closingStage(closesAt, { own }))
  expect(session.snapshot().answer.name).toBe('saved')
})

test('[C10, A6] an answer to the warm-up, which has no number, waits over a reload, and for its reveal', async () => {
  const first = await memberAtQuestion()
  first.replies['member:answer'] = lost
  first.show({ ...openStage(first.closesAt), question: null } as MemberStage)
  first.session.choose([1])
  first.session.submit()
  const second = await reload(first)
  second.replies['member:answer'] = lost
  second.show({ ...revealStage(), question: null } as MemberStage)
  expect(second.session.snapshot()).toMatchObject({ answer: { name: 'not-sent', options: [1] }, waitingAnswers: 1 })
  second.show(revealStage())
  expect(second.session.snapshot()).toMatchObject({ answer: { name: 'none' }, waitingAnswers: 1 })
})
