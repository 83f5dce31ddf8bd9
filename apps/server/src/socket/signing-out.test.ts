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
