import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  hostOf,
  openFirstQuestion,
  phoneOf,
  prepared,
  request,
  screenOf,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

/** A room of 200 answers within seconds: were each told of each, that would be 40,000 messages. */
test('what one answer makes the server send is the same in a room of 5 and in one of 50', async () => {
  const inSmallRoom = await messagesOfAnAnswer(5)
  await stopHouse()
  await startHouse()
  const inLargeRoom = await messagesOfAnAnswer(50)

  expect(inLargeRoom).toEqual(inSmallRoom)
  // Receipt and view for who answered; a line of progress and who has answered for the others that show it.
  expect(inSmallRoom).toEqual({ answering: 2, otherPhones: 0, screen: 2, host: 2 })
}, 60_000)

async function messagesOfAnAnswer(phoneCount: number) {
  const place = await prepared(Array.from({ length: phoneCount }, (_, index) => `Đảng viên ${index + 1}`))
  const [host, screen] = [hostOf(place), screenOf(place)]
  const phones = await Promise.all(place.memberIds.map((memberId) => phoneOf(place, memberId)))
  await screen.until(({ joinedCount }) => joinedCount === phoneCount)
  const openingId = await openFirstQuestion(host)
  const pages = [...phones, screen, host]
  await Promise.all(pages.map((page) => page.stage('open')))

  const received = receivedBy(pages.map(({ socket }) => socket))
  await received.quiet()
  const before = pages.map(({ socket }) => received.count(socket))
  const [answering] = phones
  if (!answering) throw new Error('nobody is in the room')
  const answer = { openingId, answerId: 'a-1', options: [1], automatic: false, claim: null }
  expect(await request(answering.socket, 'member:answer', answer)).toMatchObject({ ok: true })
  await received.quiet()
  const since = pages.map(({ socket }, index) => received.count(socket) - (before[index] ?? 0))
  const [ofAnswering = 0, ...ofOthers] = since.slice(0, phoneCount)
  const [ofScreen, ofHost] = since.slice(phoneCount)
  const ofOtherPhones = ofOthers.reduce((sum, count) => sum + count, 0)
  return { answering: ofAnswering, otherPhones: ofOtherPhones, screen: ofScreen, host: ofHost }
}

/** Longer than anything the room keeps back to send together. */
const quietMillis = 700

/** Counts packets as they come from the wire, acks among them; pings aside. */
function receivedBy(sockets: readonly Socket[]) {
  const counts = new Map(sockets.map((socket) => [socket, 0]))
  let lastAt = performance.now()
  for (const socket of sockets) {
    socket.io.engine.on('packet', ({ type }: { readonly type: string }) => {
      if (type !== 'message') return
      counts.set(socket, (counts.get(socket) ?? 0) + 1)
      lastAt = performance.now()
    })
  }
  return {
    count: (socket: Socket) => counts.get(socket) ?? 0,
    quiet: () =>
      vi.waitFor(() => expect(performance.now() - lastAt).toBeGreaterThan(quietMillis), {
        timeout: 10_000,
        interval: 50,
      }),
  }
}
