import type { RemoteView } from '@khac-sau/engine'
import type { RemoteExtras } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  call,
  connect,
  hostOf,
  page,
  prepared,
  refusalOf,
  screenOf,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

test('who signs out is out on every page that was opened while signed in, and nobody else is', async () => {
  const place = await prepared(['Trần Thị An'])
  const credentials = { login: 'bithu', password: 'mat-khau-dai' }
  const { cookie: otherCookie } = await call('POST', '/api/session', '', credentials)
  const [host, elsewhere] = [hostOf(place), hostOf({ ...place, cookie: otherCookie })]
  const driving = connect('/remote', { screenKey: place.screenKey }, { cookie: place.cookie })
  const driven = page<RemoteView, RemoteExtras>(driving, 'remote:view')
  const screen = screenOf(place)
  const pages = [host, elsewhere, driven, screen] as const
  await Promise.all(pages.map((shown) => shown.stage('lobby')))
  const cut = [host.socket, driving].map((socket) => new Promise((resolve) => socket.once('disconnect', resolve)))
  await call('DELETE', '/api/session', place.cookie)
  await Promise.all(cut)
  expect(await refusalOf(connect('/host', { contestId: place.contestId }, { cookie: place.cookie }))).toBe('signed-out')
  expect([elsewhere.socket.connected, screen.socket.connected]).toEqual([true, true])
})

test('a session that is ended from another device is cut off, and so are all others when the password is changed', async () => {
  const place = await prepared(['Trần Thị An'])
  const credentials = { login: 'bithu', password: 'mat-khau-dai' }
  const { cookie: laptop } = await call('POST', '/api/session', '', credentials)
  const { cookie: tablet } = await call('POST', '/api/session', '', credentials)
  const [here, onLaptop, onTablet] = [
    hostOf(place),
    hostOf({ ...place, cookie: laptop }),
    hostOf({ ...place, cookie: tablet }),
  ] as const
  await Promise.all([here, onLaptop, onTablet].map((shown) => shown.stage('lobby')))

  const { json } = await call('GET', '/api/account/sessions', laptop)
  const { sessions } = json as { sessions: { sessionId: string; isThis: boolean }[] }
  const own = sessions.find(({ isThis }) => isThis)?.sessionId ?? ''
  const cut = gone(onLaptop)
  await call('DELETE', `/api/account/sessions/${own}`, place.cookie)
  await cut
  expect([here.socket.connected, onTablet.socket.connected]).toEqual([true, true])

  const alsoCut = gone(onTablet)
  await call('PUT', '/api/account/password', place.cookie, { current: 'mat-khau-dai', next: 'mat-khau-moi' })
  await alsoCut
  expect(await refusalOf(connect('/host', { contestId: place.contestId }, { cookie: tablet }))).toBe('signed-out')
  expect(here.socket.connected).toBe(true)
})

function gone(shown: ReturnType<typeof hostOf>) {
  return new Promise((resolve) => shown.socket.once('disconnect', resolve))
}
