import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { comeIn, device, phoneSize, projectorSize } from '../fixtures/evening.ts'
import { openNetwork } from '../fixtures/network.ts'
import { openHost, openRoom, type OpenRoom } from '../fixtures/open-room.ts'
import { startProduct } from '../fixtures/server.ts'
import { expectWithin } from '../fixtures/time-bars.ts'
import { watchArrivals } from './arrivals.ts'
import { type Answer, type Evening, type PageTimes, reportErrors, reportReveals } from './figures.ts'
import { watchDisplay, watchFrames, watchNothing } from './glass.ts'
import { listenToHost } from './host-clock.ts'
import { optionsOf, optionText } from './questions.ts'
import { type Receipt, watchedPage, type WatchedPage } from './watched-page.ts'

const barMillis = 60
const names = ['Trần Thị An', 'Lê Văn Bình', 'Phạm Thị Châu']
const phoneWays = ['phone-20', 'phone-200', 'phone-800']
/** One: all pages share the cores of this machine, which a room's devices do not. */
const projectorWays = ['projector-20']

test(`times are within ${barMillis} ms of the touch, and options open within ${barMillis} ms everywhere`, async ({
  browser,
}) => {
  const evening = { phoneWays, slowdown: 1, questionCount: 12 }
  report([await measure(browser, evening), await measure(browser, evening)])
})

for (const slowdown of [4, 6]) {
  test(`the same on phones ${slowdown} times as slow`, async ({ browser }) => {
    // One after the other: a page is slowed down by what keeps a whole core busy.
    const evenings: Evening[] = []
    for (const way of phoneWays) {
      evenings.push(await measure(browser, { phoneWays: [way], slowdown, questionCount: 12 }))
    }
    report(evenings)
  })
}

function report(evenings: readonly Evening[]): void {
  const answers = evenings.flatMap((evening) => evening.answers)
  const errorP95 = reportErrors(answers)
  const spreadP95 = reportReveals(evenings)
  expect(
    answers.filter(({ trueMillis }) => Number.isNaN(trueMillis)),
    'every press was seen',
  ).toEqual([])
  const clockErrors = evenings.flatMap((evening) => evening.clockErrors)
  expect(Math.max(...clockErrors.map(Math.abs)), 'the clocks of the pages agree').toBeLessThan(10)
  expectWithin({ 'error p95': [errorP95, barMillis], 'reveal spread p95': [spreadP95, barMillis] })
}

type Shape = { readonly phoneWays: readonly string[]; readonly slowdown: number; readonly questionCount: number }

async function measure(browser: Browser, { phoneWays, slowdown, questionCount }: Shape): Promise<Evening> {
  const arrivals = watchArrivals()
  const network = await openNetwork(arrivals.ways)
  // As behind any reverse proxy: what the kernel measures of a connection ends there, and is not asked.
  const product = await startProduct('start', network.url, { TRUSTED_PROXY: '127.0.0.1,::1' })
  network.leadTo(product)
  try {
    const room = await openRoom(product, names, Array<number>(questionCount).fill(60), 'Câu hỏi', optionsOf)
    const host = await openHost(browser, product, room)
    const opensAtOf = listenToHost(host)
    await host.reload()
    const phones = await all(phoneWays, (way, index) =>
      phoneOn(browser, network.url, room, way, names[index] ?? '', slowdown, host),
    )
    const projectors = await all(projectorWays, (way) => projectorOn(browser, network.url, room, way))
    const watched = [...phones, ...projectors]
    const empty = await watchNothing(await device(browser, projectorSize))
    const emptyShownAt: number[] = []
    const shownAt = watched.map((): Record<number, number> => ({}))
    await sleep(lobbyMillis)

    const recorded: (readonly Receipt[])[] = []
    for (let question = 0; question < questionCount; question += 1) {
      const receipts = Promise.all(phones.map((phone) => phone.nextReceipt()))
      await host.getByRole('button', { name: question === 0 ? 'Bắt đầu' : 'Câu tiếp theo', exact: true }).click()
      const cut = host.getByRole('button', { name: 'Cắt ngắn phần đọc' })
      await cut.waitFor()
      await all(watched, ({ glass }) => glass.watch(question))
      await cut.click()
      await all(phones, ({ page }) => optionIn(page, question, 0).waitFor({ timeout: 60_000 }))
      await sleep(shownForMillis)
      await all(watched, ({ glass }) => glass.stop())
      await Promise.all(phones.map(({ page }) => answer(page, question)))
      recorded.push(await receipts)
      emptyShownAt.push(await empty.shownAt(opensAtOf(question)))
      await all(watched, async ({ glass }, page) => {
        Object.assign(shownAt[page] ?? {}, { [question]: await glass.shownAt(opensAtOf(question)) })
      })
    }

    const pages = await all(watched, async ({ way, presses }, page) => {
      return { way, shownAt: shownAt[page] ?? {}, ...(await presses()) }
    })
    const opensAt = recorded.map((_, question) => opensAtOf(question))
    return {
      opensAt,
      emptyShownAt,
      pages,
      answers: recorded.flatMap((ofQuestion, question) =>
        ofQuestion.map((receipt, phone) => answerOf(pages[phone], question, receipt, opensAt, arrivals.after)),
      ),
      clockErrors: await all(watched, (page) => page.clockErrorMillis()),
    }
  } finally {
    for (const context of browser.contexts()) await context.close()
    await product.stop()
    await network.close()
  }
}

/** By then what was shown is on the glass, and nobody has touched it. */
const shownForMillis = 500

/** A real one lasts longer; by then every page has samples enough for a good idea of the contest clock. */
const lobbyMillis = 10_000

async function phoneOn(
  browser: Browser,
  url: string,
  { roomCode }: OpenRoom,
  way: string,
  name: string,
  slowdown: number,
  decoder: Page,
): Promise<WatchedPage> {
  const look = { viewport: phoneSize, hasTouch: true, isMobile: true }
  // Three at once have no time to draw for the one that watches.
  const watchGlass = slowdown === 1 ? watchFrames : (page: Page) => watchDisplay(page, decoder)
  const phone = await watchedPage(browser, url, way, look, watchGlass)
  await comeIn(phone.page, `${url}/p/${roomCode}`, name)
  const control = await phone.page.context().newCDPSession(phone.page)
  await control.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return phone
}

async function projectorOn(browser: Browser, url: string, { screenUrl }: OpenRoom, way: string): Promise<WatchedPage> {
  const projector = await watchedPage(browser, url, way, { viewport: projectorSize }, watchFrames)
  await projector.page.goto(`${url}${new URL(screenUrl, url).pathname}`)
  return projector
}

/** Touches, at moments that nothing else keeps time with. */
async function answer(page: Page, question: number): Promise<void> {
  await sleep(Math.random() * 1_500)
  await touch(page, optionIn(page, question, Math.floor(Math.random() * 4)))
  await sleep(500 + Math.random() * 1_500)
  await touch(page, page.getByRole('button', { name: 'Nộp', exact: true }))
}

/** As long as a finger is on the glass. */
const touchMillis = 80

async function touch(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('there is nothing to touch')
  const control = await page.context().newCDPSession(page)
  const finger = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await control.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [finger] })
  await sleep(touchMillis)
  await control.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await control.detach()
}

function optionIn(page: Page, question: number, option: number): Locator {
  return page.getByRole('radio', { name: optionText(question, option) })
}

function answerOf(
  page: PageTimes | undefined,
  question: number,
  receipt: Receipt,
  opensAt: readonly number[],
  arrivalAfter: (way: string, at: number) => number,
): Answer {
  const way = page?.way ?? ''
  const pressedAt = page?.pressedAt[question] ?? Number.NaN
  return {
    way,
    ...receipt,
    trueMillis: pressedAt - (page?.shownAt[question] ?? Number.NaN),
    naiveMillis: arrivalAfter(way, pressedAt) - (opensAt[question] ?? Number.NaN),
  }
}

function all<Item, Made>(items: readonly Item[], make: (item: Item, index: number) => Promise<Made>): Promise<Made[]> {
  return Promise.all(items.map(make))
}

const sleep = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))
