import { type Browser, expect, type Page, test } from '@playwright/test'
import {
  ask,
  choose,
  device,
  join,
  laptopSize,
  openProjector,
  phoneSize,
  projectorSize,
  secondsApart,
  secondsLeft,
  secretary,
  signIn,
  submit,
  submitLast,
} from '../fixtures/evening.ts'
import { openHost, openRoom, right, wrong } from '../fixtures/open-room.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'
import { expectWithin, stopwatch } from '../fixtures/time-bars.ts'

// A trace takes the time that is to be measured.
test.use({ trace: 'off' })

test('host, projector and member change their devices in an open question, and the contest goes on', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const room = await openRoom(product, ['Trần Thị An', 'Lê Văn Bình'], [200, 30])
    const firstHost = await openHost(browser, product, room)
    const firstProjector = await openProjector(browser, product, firstHost)
    const an = await join(browser, product, room.roomCode, 'Trần Thị An')
    const binh = await join(browser, product, room.roomCode, 'Lê Văn Bình')
    const projectorAddress = firstProjector.url()
    await ask(firstHost, 'Bắt đầu')
    await expect(firstProjector.getByText(right).first()).toBeVisible()
    await choose(an, right)

    // The host's laptop dies, and the projector with it (GA10).
    await Promise.all([firstHost, firstProjector].map((page) => page.context().close()))
    const sinceHost = stopwatch()
    const host = await takeOver(browser, product, an)
    const hostMillis = sinceHost()
    const projector = await device(browser, projectorSize)
    const sinceProjector = stopwatch()
    await projector.goto(projectorAddress)
    await expect(projector.getByText(right).first()).toBeVisible()
    expectWithin({
      'a second host in control': [hostMillis, 10_000],
      'the projector opened again': [sinceProjector(), 10_000],
    })
    await expect.poll(() => secondsApart(projector, an)).toBeLessThanOrEqual(1)

    // Another tab of An's browser: the same member at once, with what was chosen; what is changed there, is changed here.
    const anotherTab = await an.context().newPage()
    await anotherTab.goto(an.url())
    await expect(anotherTab.getByRole('radio', { name: right })).toBeChecked()
    await choose(anotherTab, wrong)
    await expect(an.getByRole('radio', { name: wrong })).toBeChecked()
    await choose(anotherTab, right)
    await submit(anotherTab)
    await expect(an.getByText('Đã ghi nhận').first()).toBeVisible()

    // The same link in the phone's other browser: the host hands the place over, and the first one says so.
    const otherBrowser = await moveTo(browser, product, host, room.roomCode, 'Trần Thị An')
    await expect(otherBrowser.getByText('Đã ghi nhận').first()).toBeVisible()
    for (const page of [an, anotherTab]) await expect(page.getByText('Đồng chí đang thi trên máy khác')).toBeVisible()
    await choose(binh, wrong)
    await submitLast(binh)
    await expect(otherBrowser.getByText('Đúng', { exact: true }).first()).toBeVisible()
    await expect(projector.getByText('2/2').first()).toBeVisible()
  } finally {
    await product.stop()
  }
})

/** From another laptop's first request to a press that a phone obeys. */
async function takeOver(browser: Browser, product: RunningProduct, phone: Page): Promise<Page> {
  const host = await device(browser, laptopSize)
  await signIn(host, product, secretary)
  await host.getByRole('link', { name: 'Điều hành' }).click()
  const [left, since] = [await secondsLeft(phone), stopwatch()]
  await host.getByRole('button', { name: '+10 giây' }).click()
  const gained = async () => (await secondsLeft(phone)) + since() / 1000 - left
  await expect.poll(gained, { intervals: [50] }).toBeGreaterThan(5)
  return host
}

async function moveTo(
  browser: Browser,
  product: RunningProduct,
  host: Page,
  roomCode: string,
  name: string,
): Promise<Page> {
  const phone = await device(browser, phoneSize)
  await phone.goto(`${product.url}/p/${roomCode}`)
  await phone.getByRole('button', { name }).click()
  await phone.getByRole('button', { name: 'Đúng là tôi' }).click()
  await phone.getByRole('button', { name: 'Xin chuyển sang máy này' }).click()
  await expect(phone.getByText('Đang chờ người điều hành')).toBeVisible()
  await host.getByRole('button', { name: 'Giao chỗ' }).click()
  await expect(phone.getByRole('timer')).toBeVisible()
  return phone
}
