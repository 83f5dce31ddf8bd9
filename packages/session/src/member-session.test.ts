import { expect, test } from 'vitest'
import { createDeviceTokens, readDeviceToken } from './device-token.ts'
import { fakeStorage } from './testing/fake-storage.ts'
import { enter, memberAtQuestion, memberRoom, token } from './testing/member-room.ts'

test('without a token the roster is shown, and stays fresh', async () => {
  const { session, fake, time } = memberRoom()
  session.start()
  await time.settle()
  expect(session.snapshot()).toMatchObject({ status: 'live', view: null, roster: { cellName: 'C' } })
  await time.pass(9_000)
  expect(fake.sent('member:roster').length).toBe(3)
})

test('a claimed name brings a token, which the next page on this device says', async () => {
  const room = memberRoom()
  await enter(room)
  expect(room.session.handshake().token).toBe(token)
  expect(memberRoom({ storage: room.storage }).session.handshake().token).toBe(token)
  expect(readDeviceToken(room.storage)).toBe(token)
})

test('a claimed place is entered by a handshake with its token', async () => {
  const room = memberRoom()
  let connects = 0
  room.fake.link.on('connect', () => {
    connects += 1
  })
  await enter(room)
  expect(connects).toBe(2)
  expect(room.session.snapshot().place).toEqual({ name: 'claiming', memberId: 'hoa' })
})

test('a place that brings no view gives the roster back', async () => {
  const room = memberRoom()
  await enter(room)
  const asked = room.fake.sent('member:roster').length
  await room.time.pass(3_000)
  expect(room.session.snapshot().place).toEqual({ name: 'choosing' })
  expect(room.fake.sent('member:roster').length).toBe(asked + 1)
})

test('a token that is no good any more on the way in gives the roster back at once', async () => {
  const room = memberRoom()
  await enter(room)
  room.fake.refuse('unknown-token')
  expect(room.session.snapshot().place).toEqual({ name: 'choosing' })
})

test('a taken name: the host is asked, and hands over or not', async () => {
  const { session, fake, time, replies } = memberRoom()
  replies['member:claim'] = ({ answer }) => answer({ ok: false, refusal: 'name-taken' })
  replies['member:ask-for-place'] = ({ answer }) => answer({ ok: true, value: { number: 47 } })
  session.start()
  await time.settle()
  session.claim('hoa')
  await time.settle()
  expect(session.snapshot().place).toEqual({ name: 'taken', memberId: 'hoa' })
  session.askForPlace('hoa')
  await time.settle()
  expect(session.snapshot().place).toEqual({ name: 'asked', memberId: 'hoa', number: 47 })
  fake.fire('member:place-refused')
  expect(session.snapshot().place).toEqual({ name: 'denied', memberId: 'hoa' })
  session.askForPlace('hoa')
  await time.settle()
  fake.fire('member:place', { memberId: 'hoa', token })
  expect(session.handshake().token).toBe(token)
})

test('who waits for the host and loses the connection is asked for again', async () => {
  const room = memberRoom()
  const { session, fake, time, replies } = room
  let number = 46
  replies['member:ask-for-place'] = ({ answer }) => answer({ ok: true, value: { number: (number += 1) } })
  session.start()
  await time.settle()
  session.askForPlace('hoa')
  await time.settle()
  fake.goDown()
  fake.comeBack()
  await time.settle()

  expect(fake.sent('member:ask-for-place')).toHaveLength(2)
  expect(session.snapshot().place).toEqual({ name: 'asked', memberId: 'hoa', number: 48 })
})

test('[D1] where a name is not enough the PIN is asked for, again if it was wrong, and goes along', async () => {
  const { session, fake, time, replies } = memberRoom()
  const answers = ['pin-needed', 'wrong-pin', 'too-many-attempts'] as const
  session.start()
  await time.settle()
  for (const [index, refusal] of answers.entries()) {
    replies['member:claim'] = ({ answer }) => answer({ ok: false, refusal })
    session.claim('hoa', index === 0 ? undefined : '482913')
    await time.settle()
    const told = refusal === 'pin-needed' ? null : refusal
    expect(session.snapshot().place).toEqual({ name: 'pin', memberId: 'hoa', refusal: told })
  }
  expect(fake.sent('member:claim').map(({ input }) => input)).toEqual([
    { memberId: 'hoa' },
    { memberId: 'hoa', pin: '482913' },
    { memberId: 'hoa', pin: '482913' },
  ])

  session.startOver()
  expect(session.snapshot().place).toEqual({ name: 'choosing' })
})

test('a claim that nobody answers says so, and blames no server', async () => {
  const { session, fake, time, replies } = memberRoom()
  replies['member:claim'] = () => {}
  session.start()
  await time.settle()
  session.claim('hoa')
  fake.goDown()
  await time.settle()
  expect(session.snapshot().place).toEqual({ name: 'refused', memberId: 'hoa', refusal: 'unanswered' })
})

test('[A6] a displaced page drops its token and is back at the roster', async () => {
  const { session, fake, time, storage } = await memberAtQuestion()
  fake.fire('member:displaced')
  await time.settle()
  expect(session.snapshot()).toMatchObject({ displaced: true, view: null, status: 'live' })
  expect(session.handshake().token).toBeUndefined()
  expect(readDeviceToken(storage)).toBeNull()
})

test('a place lost and given back is not displaced any more', async () => {
  const room = await memberAtQuestion()
  room.fake.fire('member:displaced')
  await room.time.settle()
  room.session.claim('hoa')
  await room.time.settle()
  expect(room.session.snapshot().displaced).toBe(false)
})

test('an unknown token is dropped, and the page goes on without', async () => {
  const storage = fakeStorage()
  createDeviceTokens(storage).keep('123456', 'token-of-an-erased-member')
  const { session, fake, time } = memberRoom({ storage })
  fake.goDown()
  session.start()
  await time.settle()
  fake.refuse('unknown-token')
  fake.comeBack()
  await time.settle()
  expect(session.snapshot()).toMatchObject({ status: 'live', roster: { cellName: 'C' } })
  expect(session.handshake().token).toBeUndefined()
})

test('a new room is tried with the last token; refused there, it still holds where it came from', () => {
  const tokens = createDeviceTokens(fakeStorage())
  tokens.keep('111111', 'of-one-cell')
  expect(tokens.tokenFor('222222')).toBe('of-one-cell')
  tokens.drop('222222', 'of-one-cell')
  expect([tokens.tokenFor('222222'), tokens.tokenFor('111111')]).toEqual([null, 'of-one-cell'])
  tokens.drop('111111', 'of-one-cell')
  expect([tokens.tokenFor('111111'), tokens.tokenFor('333333')]).toEqual([null, null])
})

test('[C9] a place in a rehearsal is kept for its room, and the member’s own place for the next one', async () => {
  const storage = fakeStorage()
  createDeviceTokens(storage).keep('654321', 'token-of-the-month-before')
  const { session, fake, time, replies } = memberRoom({ storage })
  replies['member:roster'] = ({ answer }) =>
    answer({ ok: true, value: { cellName: 'C', title: 'T', rehearsal: true, people: [] } })
  session.start()
  fake.refuse('unknown-token')
  await time.settle()
  session.claim('hoa')
  await time.settle()
  expect(session.handshake().token).toBe(token)
  expect(readDeviceToken(storage)).toBe('token-of-the-month-before')
})

test('what stands in storage is not trusted to be ours', () => {
  const storage = fakeStorage()
  for (const value of ['not json', '{"rooms":[1],"last":null}', '{"last":"x"}', '7']) {
    storage.write('khac-sau.device', value)
    expect(readDeviceToken(storage)).toBeNull()
  }
})

test('leaving a place drops the token and opens the roster', async () => {
  const { session, time, storage, fake } = await memberAtQuestion()
  session.leave()
  await time.settle()
  expect(fake.sent('member:leave')).toHaveLength(1)
  expect(session.snapshot()).toMatchObject({ view: null, displaced: false })
  expect(readDeviceToken(storage)).toBeNull()
})

test('[T8] options that came ahead are shown when the contest clock reaches their moment, and not before', async () => {
  const room = memberRoom()
  await enter(room)
  const opensAt = room.time.now() + 3_000
  const stem = { openingId: 'c.1', question: 0, stem: 'Câu?', multiple: false, continued: false, stemAt: 0 }
  room.show({ name: 'stem', ...stem, opensAt, closesAt: opensAt + 30_000 })
  room.fake.fire('member:options', { openingId: 'c.1', opensAt, options: ['Một', 'Hai'] })
  await room.time.pass(opensAt - room.time.now() - 1)
  const open = { name: 'open', options: ['Một', 'Hai'], own: null }
  expect(room.session.snapshot()).toMatchObject({ view: { stage: { name: 'stem' } }, upcoming: { stage: open } })
  await room.time.pass(1)
  expect(room.session.snapshot()).toMatchObject({ view: { stage: open }, upcoming: null })
  room.session.choose([1])
  expect(room.session.snapshot().answer).toEqual({ name: 'choosing', options: [1] })
})

test('[T2, T8] options drawn unseen ahead of their moment are claimed for that moment, by the page’s own clock', async () => {
  const room = memberRoom()
  await enter(room)
  const opensAt = room.time.now() + 3_000
  const stem = { openingId: 'c.1', question: 0, stem: 'Câu?', multiple: false, continued: false, stemAt: 0 }
  room.show({ name: 'stem', ...stem, opensAt, closesAt: opensAt + 30_000 })
  room.fake.fire('member:options', { openingId: 'c.1', opensAt, options: ['Một', 'Hai'] })
  expect(room.session.snapshot().unveilsAt).toBe(opensAt)
  room.session.painted()
  await room.time.pass(5_000)
  expect(room.session.snapshot().unveilsAt).toBeNull()
  room.session.choose([1])
  room.session.submit(room.time.now())
  const claim = { bootId: 'a', paintedAt: opensAt, pressedAt: opensAt + 2_000 }
  expect(room.fake.sent('member:answer').at(-1)?.input).toMatchObject({ claim })
})

test('[T8] options of another question are shown by nobody, nor ahead of a question that goes on', async () => {
  const room = memberRoom()
  await enter(room)
  const opensAt = room.time.now() + 1_000
  const stem = {
    openingId: 'c.1',
    question: 0,
    stem: 'Câu?',
    multiple: false,
    stemAt: 0,
    opensAt,
    closesAt: opensAt + 9,
  }
  room.show({ name: 'stem', ...stem, continued: false })
  room.fake.fire('member:options', { openingId: 'c.2', opensAt, options: ['Một', 'Hai'] })
  expect(room.session.snapshot().upcoming).toBeNull()
  await room.time.pass(2_000)
  expect(room.session.snapshot().view?.stage.name).toBe('stem')
  room.show({ name: 'stem', ...stem, continued: true })
  room.fake.fire('member:options', { openingId: 'c.1', opensAt, options: ['Một', 'Hai'] })
  await room.time.pass(2_000)
  expect(room.session.snapshot().view?.stage.name).toBe('stem')
})

test('[T2, T4] an answer goes out with when it was painted and pressed', async () => {
  const room = await memberAtQuestion()
  room.session.painted()
  const painted = room.time.now()
  await room.time.pass(4_000)
  room.session.choose([1])
  room.session.submit(room.time.now() - 30)
  const claim = { bootId: 'a', paintedAt: painted, pressedAt: room.time.now() - 30 }
  expect(room.fake.sent('member:answer').at(-1)?.input).toMatchObject({ options: [1], claim })
})
