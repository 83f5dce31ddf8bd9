import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hostOf, phoneOf, prepared, request, screenOf, startHouse, stopHouse } from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

/** Every text of a question is one that no other frame has. */
const questions = ['một', 'hai', 'ba'].map((name, index) => ({
  stem: `Câu ${name}?`,
  options: [0, 1, 2].map((option) => `phương án ${name} ${option}`),
  right: [index],
  explanation: `giải thích ${name}`,
  source: `nguồn ${name}`,
  seconds: 30,
}))

type Frame = { readonly at: number; readonly text: string }
/** When, on the contest clock, the options of a question open, and when it was closed. */
type Times = { opensAt: number; closedAt: number }

/** T8: the most that options may be ahead. */
const longestLeadMillis = 600
/** What a frame may seem earlier than it is, because the contest clock is read over a socket, too. */
const clockErrorMillis = 20

test('[T5, T8] in a whole contest no page gets an option 600 ms before its time, nor a key before its question is closed', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'], questions)
  const [host, screen] = [hostOf(place), screenOf(place)]
  const phones = await Promise.all(place.memberIds.map((memberId) => phoneOf(place, memberId)))
  const pages = [...phones, screen, host]
  const frames = pages.map(({ socket }) => record(socket))
  const toContest = await contestClockOf(host.socket)
  await host.stage('lobby')
  await screen.until(({ joinedCount }) => joinedCount === phones.length)

  const times: Times[] = []
  for (const [index] of questions.entries()) {
    await request(host.socket, 'host:command', { type: 'next', after: host.seen.view?.step ?? null })
    const { stage } = await host.until((view) => view.stage.name === 'stem' && view.stage.question === index)
    if (stage.name !== 'stem') throw new Error('no stem')
    const { openingId } = stage
    if (index > 0) await request(host.socket, 'host:command', { type: 'cut-lead', openingId })
    const open = await host.stage('open')
    if (open.stage.name !== 'open') throw new Error('not open')
    await Promise.all(pages.map((page) => page.stage('open')))
    for (const [who, { socket }] of phones.entries()) {
      if (who === phones.length - 1)
        times.push({ opensAt: open.stage.opensAt, closedAt: performance.now() + toContest })
      const answer = { openingId, answerId: `${index}-${who}`, options: [who], automatic: false, claim: null }
      expect(await request(socket, 'member:answer', answer)).toMatchObject({ ok: true })
    }
    await Promise.all(pages.map((page) => page.stage('reveal')))
  }
  await request(host.socket, 'host:command', { type: 'finish' })
  await Promise.all(pages.map((page) => page.stage('podium')))

  const early = frames.flat().flatMap((frame) => tooEarly(frame, frame.at + toContest, times))
  expect(early).toEqual([])
  // It was looked at the right thing: all of it came, and options came ahead of their time.
  for (const ofPage of frames) {
    for (const [index, { options, explanation }] of questions.entries()) {
      const first = ofPage.find(({ text }) => text.includes(options[0] ?? ''))
      if (ofPage !== frames.at(-1)) expect((first?.at ?? Infinity) + toContest).toBeLessThan(times[index]?.opensAt ?? 0)
      expect(ofPage.some(({ text }) => text.includes(explanation))).toBe(true)
    }
  }
}, 60_000)

function tooEarly({ text }: Frame, at: number, times: readonly Times[]): readonly string[] {
  return questions.flatMap(({ options, explanation, source }, index) => {
    const { opensAt = Infinity, closedAt = Infinity } = times[index] ?? {}
    const found = [
      ...(at < opensAt - longestLeadMillis - clockErrorMillis ? options : []),
      ...(at < closedAt - clockErrorMillis ? [explanation, source] : []),
    ].filter((secret) => text.includes(secret))
    const keys = at < closedAt - clockErrorMillis ? keysFor(index, messageOf(text)) : []
    return [...found, ...keys].map((secret) => `${secret} in ${text}`)
  })
}

/** Socket.IO: event or ack, namespace, perhaps the number of the ack, the values. */
function messageOf(text: string): unknown {
  const [, values] = /^[23][^,]*,\d*(\[.*)$/s.exec(text) ?? []
  return values === undefined ? null : JSON.parse(values)
}

/** The key is a number or a word: it is told by its name, beside the question that it is of. */
function keysFor(question: number, message: unknown): readonly string[] {
  if (typeof message !== 'object' || message === null) return []
  const isOfQuestion = 'question' in message && message.question === question
  const own = isOfQuestion ? ['right', 'correct', 'distribution'].filter((name) => name in message) : []
  return [...own, ...Object.values(message).flatMap((part) => keysFor(question, part))]
}

/** As they come from the wire, acks among them. */
function record(socket: Socket): readonly Frame[] {
  const frames: Frame[] = []
  socket.io.engine.on('packet', ({ data }: { readonly data?: unknown }) => {
    if (typeof data === 'string') frames.push({ at: performance.now(), text: data })
  })
  return frames
}

/** What to add to a time of this process. */
async function contestClockOf(host: Socket): Promise<number> {
  const sentAt = performance.now()
  const reply = await request<{ at: number }>(host, 'host:clock', {})
  if (!reply.ok) throw new Error(reply.refusal)
  return reply.value.at - (sentAt + performance.now()) / 2
}
