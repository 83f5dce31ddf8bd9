import { expect, test } from 'vitest'
import { createDeviceTokens } from './device-token.ts'
import { fakeStorage } from './testing/fake-storage.ts'
import { lost, type MemberRoom, memberAtQuestion, memberRoom, openStage, token } from './testing/member-room.ts'

/** Two tabs of one browser at the same question; each hears when the other writes to their storage. */
async function twoPages() {
  const first = await memberAtQuestion()
  const second = await anotherPage(first)
  second.show(openStage(first.closesAt))
  return { first, second, time: first.time, closesAt: first.closesAt }
}

async function anotherPage({ storage, time }: MemberRoom): Promise<MemberRoom> {
  const page = memberRoom({ storage, time })
  page.session.start()
  await time.settle()
  return page
}

const sentBy = ({ fake }: MemberRoom) => fake.sent('member:answer').map(({ input }) => input)

test('[A6] what is chosen on one page is chosen on the other', async () => {
  const { first, second } = await twoPages()
  second.session.choose([2])
  first.session.storageChanged()
  expect(first.session.snapshot().answer).toEqual({ name: 'choosing', options: [2] })
})

test('[A2, A6] at the deadline it is the newest choice that goes, whichever page sends it', async () => {
  const { first, second, time } = await twoPages()
  first.session.choose([0])
  second.session.choose([2])
  await time.pass(31_000)
  const sent = [...sentBy(first), ...sentBy(second)]
  expect(sent.length).toBeGreaterThan(0)
  for (const answer of sent) expect(answer).toMatchObject({ options: [2], automatic: true })
})

test('[A6] what was submitted on one page, the other neither submits again nor lets be changed', async () => {
  const { first, second, time } = await twoPages()
  for (const { replies } of [first, second]) replies['member:answer'] = lost
  first.session.choose([1])
  second.session.storageChanged()
  first.session.submit()
  second.session.storageChanged()
  expect(second.session.snapshot().answer).toEqual({ name: 'sending', options: [1] })
  second.session.choose([2])
  await time.pass(31_000)
  const ids = [...sentBy(first), ...sentBy(second)].map((input) => (input as { answerId: string }).answerId)
  expect(new Set(ids).size).toBe(1)
})

test('[A2, A6] an answer whose page was closed before its ack is sent by the page that stays', async () => {
  const { first, second, time } = await twoPages()
  first.fake.goDown()
  first.session.choose([1])
  first.session.submit()
  first.session.stop()
  second.session.storageChanged()
  await time.settle()
  expect(sentBy(second)).toMatchObject([{ options: [1], automatic: false }])
})

test('[A6] a place that was got on one page is the other’s, too, and nobody is asked', async () => {
  const storage = fakeStorage()
  const first = memberRoom({ storage })
  first.session.start()
  await first.time.settle()
  createDeviceTokens(storage).keep('123456', token)
  first.session.storageChanged()
  await first.time.settle()
  expect(first.session.handshake().token).toBe(token)
})

test('[A6] a page whose token ended leaves alone what another page got meanwhile', async () => {
  const { first } = await twoPages()
  const tokens = createDeviceTokens(first.storage)
  tokens.keep('123456', 'token-of-binh-0123456789')
  first.fake.fire('member:displaced')
  await first.time.settle()
  expect(tokens.tokenFor('123456')).toBe('token-of-binh-0123456789')
})

test('a token that let this phone in is this room’s, whatever room the device is used in next', async () => {
  const storage = fakeStorage()
  const tokens = createDeviceTokens(storage)
  tokens.keep('111111', token)
  const room = memberRoom({ storage })
  room.session.start()
  await room.time.settle()
  room.show(openStage(room.time.now() + 30_000))
  tokens.keep('222222', 'token-of-another-cell-0123')
  expect(tokens.tokenFor('123456')).toBe(token)
})
