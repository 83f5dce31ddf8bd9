import { ConnectionCheck } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  call,
  connect,
  hostOf,
  moveTo,
  openFirstQuestion,
  origin,
  phoneOf,
  prepared,
  refusalOf,
  screenOf,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

const checkOf = async (cookie: string) => ConnectionCheck.parse((await call('GET', '/api/connection', cookie)).json)
const keyIn = ({ url }: ConnectionCheck) => url.split('/').at(-1) ?? ''
const userAgent = 'Mozilla/5.0 (Linux; Android 12) Zalo android/12100676'

/** The phone's page: it says that it is there, connects, and answers each echo. */
function tryOut(checkKey: string) {
  const socket = connect('/check', { checkKey, phoneId: 'phone' }, { 'user-agent': userAgent })
  socket.on('check:echo', (ack: () => void) => ack())
  return socket
}

const arrive = (checkKey: string, sentFrom = origin()) =>
  fetch(`${origin()}/api/checks/${checkKey}/phones/phone`, {
    method: 'PUT',
    headers: { origin: sentFrom, 'user-agent': userAgent },
  })

test('the host sees a phone from its first request, and its round trip once the live connection has answered', async () => {
  moveTo('192.168.1.7')
  const { cookie } = await prepared(['Trần Thị An'])
  const before = await vi.waitUntil(async () => {
    const check = await checkOf(cookie)
    return check.url.startsWith('http://192.168.1.7:') && check
  })
  expect(before).toMatchObject({ reach: 'network', phones: [] })

  expect((await arrive(keyIn(before))).status).toBe(200)
  expect((await checkOf(cookie)).phones).toEqual([
    { phoneId: 'phone', userAgent, millisSinceArrival: expect.any(Number), roundTripMillis: null },
  ])

  const socket = tryOut(keyIn(before))
  const done = await new Promise((resolve) => socket.once('check:done', resolve))
  expect(done).toEqual({ roundTripMillis: expect.any(Number) })
  const { phones } = await checkOf(cookie)
  expect(phones).toMatchObject([{ phoneId: 'phone', ...(done as object) }])
})

test('a key that nobody gave out opens nothing, and who is signed out sees nothing', async () => {
  const { cookie } = await prepared(['Trần Thị An'])
  const unknown = 'A'.repeat(22)

  expect((await arrive(unknown)).status).toBe(404)
  expect(await refusalOf(tryOut(unknown))).toBe('unknown-token')
  expect((await arrive(keyIn(await checkOf(cookie)), 'https://elsewhere.example')).status).toBe(403)
  expect((await fetch(`${origin()}/api/connection`)).status).toBe(401)
  expect((await checkOf(cookie)).phones).toEqual([])
})

test('another address comes to host and projector by itself, in the middle of a question, and the check begins anew', async () => {
  moveTo('192.168.1.7')
  const house = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const [host, screen] = [hostOf(house), screenOf(house)]
  await host.until((_, { join }) => join?.url === `http://192.168.1.7:${new URL(origin()).port}/p/${house.roomCode}`)
  const phone = await phoneOf(house, house.memberIds[0] ?? '')
  await phone.stage('lobby')
  await openFirstQuestion(host)
  await screen.stage('open')
  const before = await checkOf(house.cookie)
  await arrive(keyIn(before))

  moveTo('10.0.0.5')
  const isNew = (url: string | undefined) => url?.startsWith('http://10.0.0.5:') ?? false
  await host.until((view, { join, screenUrl }) => view.stage.name === 'open' && isNew(join?.url) && isNew(screenUrl))
  await screen.until((view, join) => view.stage.name === 'open' && isNew(join?.url))
  const after = await checkOf(house.cookie)
  expect(isNew(after.url)).toBe(true)
  expect(keyIn(after)).not.toBe(keyIn(before))
  expect(after.phones).toEqual([])
  expect((await arrive(keyIn(before))).status).toBe(404)
})
