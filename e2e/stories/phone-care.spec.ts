import { type Browser, expect, type Page, test } from '@playwright/test'
import { ask, choose, comeIn, phoneSize, submitLast } from '../fixtures/evening.ts'
import { openHost, openRoom, right } from '../fixtures/open-room.ts'
import { startProduct } from '../fixtures/server.ts'

const zalo =
  'Mozilla/5.0 (Linux; Android 12; SM-A525F Build/SP1A.210812.016; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.230 Mobile Safari/537.36 Zalo android/12100625 ZaloTheme/light ZaloLanguage/vi'

test('a phone on plain http inside Zalo stays awake, knows the way out, and buzzes when the answer is saved', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const room = await openRoom(product, ['Trần Thị An', 'Lê Văn Bình'], [200])
    const host = await openHost(browser, product, room)
    const phone = await zaloPhone(browser)
    const other = await zaloPhone(browser)
    await comeIn(other, `${product.url}/p/${room.roomCode}`, 'Lê Văn Bình')
    await phone.goto(`${product.url}/p/${room.roomCode}`)
    await expect(phone.getByText('Đang mở trong Zalo.')).toBeVisible()
    await comeIn(phone, `${product.url}/p/${room.roomCode}`, 'Trần Thị An')

    // It plays, and covers what Chromium asks of a silent film.
    await expect(phone.getByText('Màn hình sẽ tự sáng trong suốt buổi thi.')).toBeVisible()
    await expect.poll(() => film(phone)).toEqual({ playing: true, silent: true, shareOfView: 1 })

    await phone.getByRole('button', { name: 'Mở bằng trình duyệt' }).click()
    await expect(phone.getByText('Bấm dấu ⋮ ở góc trên')).toBeVisible()
    await phone.getByRole('button', { name: 'Sao chép liên kết' }).click()
    await expect(phone.getByText(/Đã sao chép|Hãy giữ ngón tay/)).toBeVisible()
    await phone.getByRole('button', { name: 'Ẩn' }).click()
    await expect(phone.getByText('Đang mở trong Zalo.')).toHaveCount(0)
    await phone.reload()
    await expect(phone.getByText('Đồng chí đã vào phòng thi')).toBeVisible()
    await expect(phone.getByText(/Màn hình (sẽ tự sáng|có thể tự tắt)/)).toBeVisible()
    await expect(phone.getByText('Đang mở trong Zalo.')).toHaveCount(0)

    // The other phone has not hidden it: it makes room for the question all the same.
    await expect(other.getByText('Đang mở trong Zalo.')).toBeVisible()
    await ask(host, 'Bắt đầu')
    await choose(phone, right)
    await expect(other.getByText('Đang mở trong Zalo.')).toHaveCount(0)
    await expect.poll(() => film(phone)).toEqual({ playing: true, silent: true, shareOfView: 1 })
    expect(await buzzes(phone)).toEqual([])
    await submitLast(phone)
    await expect(phone.getByText('Đã ghi nhận').first()).toBeVisible()
    await expect.poll(() => buzzes(phone)).toEqual([40])

    await choose(other, right)
    await submitLast(other)
    await host.getByRole('button', { name: 'Công bố kết quả' }).click()
    await expect(phone.getByText('Kết quả tạm thời').first()).toBeVisible()
    await expect.poll(() => film(phone)).toBeNull()
  } finally {
    await product.stop()
  }
})

/** As on plain http: there is no Wake Lock. What would be felt is noted. */
async function zaloPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: phoneSize, locale: 'vi-VN', userAgent: zalo, hasTouch: true })
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'wakeLock', { value: undefined })
    const felt: unknown[] = []
    Object.assign(window, { felt })
    Navigator.prototype.vibrate = (pattern) => felt.push(pattern) > 0
  })
  return context.newPage()
}

function buzzes(phone: Page): Promise<unknown> {
  return phone.evaluate(() => (window as unknown as { readonly felt: unknown }).felt)
}

function film(phone: Page) {
  return phone.evaluate(() => {
    const video = document.querySelector('video')
    if (!video) return null
    const { width, height } = video.getBoundingClientRect()
    return {
      playing: !video.paused && video.currentTime > 0 && video.videoWidth > 0,
      silent: video.muted,
      shareOfView: Math.round((width * height) / (window.innerWidth * window.innerHeight)),
    }
  })
}
