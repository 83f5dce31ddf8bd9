import { expect, test } from 'vitest'
import { createContestClock } from './contest-clock.ts'
import { fakeLink } from './testing/fake-link.ts'
import { fakeTime } from './testing/fake-time.ts'
import { createViewSession } from './view-session.ts'

type Payload = readonly [{ readonly bootId: string; readonly now: number; readonly stage: string }, string]

/** The contest clock is 500 ms ahead of the page's; `mute` is a socket that looks open and is dead. */
async function liveSession() {
  const time = fakeTime()
  const server = { mute: false }
  const fake = fakeLink(({ answer }) => {
    if (!server.mute) answer({ ok: true, value: { bootId: 'a', at: time.now() + 500 } })
  })
  const clock = createContestClock(time.now, time.wallNow)
  const options = {
    link: fake.link,
    viewEvent: 'x:view',
    clockRequest: 'x:clock',
    clock,
  }
  const session = createViewSession<Payload>({ ...options, now: time.now, schedule: time.schedule })
  session.start()
  await time.settle()
  return { time, server, fake, clock, session }
}

const view = { bootId: 'a', now: 7_000, stage: 'open' }

test('the newest view is at hand, as the same object until something changes', async () => {
  const { fake, session } = await liveSession()
  expect(session.snapshot()).toEqual({ status: 'live', refusal: null, payload: null, upcoming: null, unveilsAt: null })
  fake.fire('x:view', view, 'extra')
  expect(session.snapshot().payload).toEqual([view, 'extra'])
  expect(session.snapshot()).toBe(session.snapshot())
})

test('[T1] the clock is sampled at connect and then regularly', async () => {
  const { time, fake, clock } = await liveSession()
  await time.pass(1_500)
  const burst = fake.sent('x:clock').length
  expect(burst).toBeGreaterThanOrEqual(5)
  expect(clock.contestNow() - time.now()).toBe(500)
  await time.pass(9_000)
  expect(fake.sent('x:clock').length - burst).toBe(9)
})

test('a lost connection keeps what is shown, and says so until it is back', async () => {
  const { fake, session } = await liveSession()
  fake.fire('x:view', view, 'extra')
  fake.goDown()
  expect(session.snapshot()).toMatchObject({ status: 'offline', payload: [view, 'extra'] })
  fake.comeBack()
  expect(session.snapshot().status).toBe('live')
})

test('[GA4] a socket that died without a word is found within 5 s, whenever it died', async () => {
  for (let diedAfter = 1_000; diedAfter < 4_000; diedAfter += 250) {
    const { time, server, fake, session } = await liveSession()
    await time.pass(diedAfter)
    let lost = 0
    fake.link.on('disconnect', () => {
      lost += 1
      server.mute = false
    })
    server.mute = true
    await time.pass(5_000)
    expect(lost).toBe(1)
    expect(session.snapshot().status).toBe('live')
  }
})

test('[GA4] an attempt to connect that is swallowed is given up, and the next one comes through', async () => {
  const { time, fake, session } = await liveSession()
  fake.goDown()
  await time.pass(2_000)
  fake.swallow()
  await time.pass(5_000)
  expect(session.snapshot().status).toBe('offline')
  await time.pass(1_500)
  expect(session.snapshot().status).toBe('live')
})

test('an attempt that is only slow is given more time than the one before', async () => {
  const { time, fake, session } = await liveSession()
  fake.goDown()
  let attempts = 0
  const { connect } = fake.link
  Object.assign(fake.link, { connect: () => ((attempts += 1), connect()) })
  await time.pass(60_000)
  expect(attempts).toBe(3)
  fake.comeBack()
  expect(session.snapshot().status).toBe('live')
})

test('[GA4] a socket in doubt has 1.5 s, however often it is doubted', async () => {
  const { time, server, fake, session } = await liveSession()
  await time.pass(2_000)
  let lost = 0
  fake.link.on('disconnect', () => {
    lost += 1
    server.mute = false
  })
  server.mute = true
  for (let doubts = 0; doubts < 4; doubts += 1) {
    session.doubt()
    session.wake()
    await time.pass(400)
  }
  expect(lost).toBe(1)
})

test('[T9] a jump of time that no event tells of is found by the next beat', async () => {
  const { time, fake } = await liveSession()
  await time.pass(2_000)
  let connects = 0
  fake.link.on('connect', () => {
    connects += 1
  })
  time.sleep(60_000)
  await time.pass(2_000)
  expect(connects).toBe(1)
})

test('[T9] after sleep the page connects anew for a full view', async () => {
  const { time, fake, session } = await liveSession()
  let connects = 0
  fake.link.on('connect', () => {
    connects += 1
  })
  time.sleep(60_000)
  session.wake()
  await time.settle()
  expect(connects).toBe(1)
})

test('waking with a live socket takes a sample at once, with a lost one it connects', async () => {
  const { time, fake, session } = await liveSession()
  await time.pass(2_000)
  const before = fake.sent('x:clock').length
  session.wake()
  expect(fake.sent('x:clock').length).toBe(before + 1)
  fake.goDown()
  fake.link.disconnect()
  fake.comeBack()
  session.wake()
  await time.settle()
  expect(session.snapshot().status).toBe('live')
})

test('a refusal at the handshake is final, and has its code', async () => {
  const { time, fake, session } = await liveSession()
  fake.goDown()
  fake.refuse('outdated-page')
  fake.comeBack()
  session.wake()
  await time.pass(5_000)
  expect(session.snapshot()).toMatchObject({ status: 'refused', refusal: 'outdated-page' })
})

test('[L3] a page that the door has no time for says so, and comes again by itself', async () => {
  const { time, fake, session } = await liveSession()
  fake.goDown()
  fake.refuse('crowded')
  fake.comeBack()
  expect(session.snapshot()).toMatchObject({ status: 'refused', refusal: 'crowded' })
  await time.pass(2_500)
  expect(session.snapshot().status).toBe('refused')
  await time.pass(1_000)
  expect(session.snapshot()).toMatchObject({ status: 'live', refusal: null })
})

test('a server that closed the connection on purpose is tried again', async () => {
  const { time, fake, session } = await liveSession()
  fake.link.disconnect()
  await time.pass(1_500)
  expect(session.snapshot().status).toBe('live')
})
