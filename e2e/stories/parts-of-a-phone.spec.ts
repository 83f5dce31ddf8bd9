import { expect, test } from '@playwright/test'
import { ask, comeIn, device, endQuestion, phoneSize } from '../fixtures/evening.ts'
import { openHost, openRoom } from '../fixtures/open-room.ts'
import { startProduct } from '../fixtures/server.ts'

const laterScript = /\/assets\/contest-screens-[^/]+\.js$/

test('a phone whose network failed while its later screens were loaded has them when they are needed', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const room = await openRoom(product, ['Trần Thị An'], [30])
    const host = await openHost(browser, product, room)
    const phone = await device(browser, phoneSize)
    // Whatever asks by the address that failed fails: Chromium would not even ask again.
    const failed: string[] = []
    await phone.route(laterScript, (route) => {
      failed.push(route.request().url())
      return route.abort()
    })
    await comeIn(phone, `${product.url}/p/${room.roomCode}`, 'Trần Thị An')
    await expect.poll(() => failed.length).toBeGreaterThan(0)

    await ask(host, 'Bắt đầu')
    await endQuestion(host)

    await expect(phone.getByText('Không trả lời', { exact: true }).first()).toBeVisible()
  } finally {
    await product.stop()
  }
})
