import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { Glass } from './glass.ts'

/** By question, in wall time: all pages are on one machine. */
export type Seen = {
  /** The options came on the glass. */
  readonly shownAt: Record<number, number>
  /** The finger left the glass on *Nộp*, as the page itself saw it. */
  readonly pressedAt: Record<number, number>
  /** The answer left the page. */
  readonly sentAt: Record<number, number>
}

type Presses = Pick<Seen, 'pressedAt' | 'sentAt'>

export type WatchedPage = {
  readonly page: Page
  readonly way: string
  readonly glass: Glass
  readonly presses: () => Promise<Presses>
  /** How far the page's clock of these times has gone from the machine's. */
  readonly clockErrorMillis: () => Promise<number>
  readonly nextReceipt: () => Promise<Receipt>
}

/** What the phone claimed of an answer, from paint to press (`NaN` if it did not), and what the server made of it. */
export type Receipt = { readonly claimedMillis: number; readonly recordedMillis: number }

/** A device whose cookie names the way it takes. */
export async function watchedPage(
  browser: Browser,
  url: string,
  way: string,
  look: BrowserContextOptions,
  watchGlass: (page: Page) => Glass | Promise<Glass>,
): Promise<WatchedPage> {
  const context = await browser.newContext({ ...look, locale: 'vi-VN' })
  await context.addCookies([{ name: 'way', value: way, url }])
  const page = await context.newPage()
  await page.addInitScript(watch)
  let onReceipt = (_receipt: Receipt) => {}
  page.on('websocket', (socket) => {
    let claimedMillis = Number.NaN
    socket.on('framesent', ({ payload }) => {
      const [, paintedAt, pressedAt] = /"paintedAt":([\d.]+),"pressedAt":([\d.]+)/.exec(String(payload)) ?? []
      if (pressedAt !== undefined) claimedMillis = Number(pressedAt) - Number(paintedAt)
      else if (String(payload).includes('"member:answer"')) claimedMillis = Number.NaN
    })
    socket.on('framereceived', ({ payload }) => {
      const [, millis] = /^43\/member,.*"responseMillis":(\d+)/.exec(String(payload)) ?? []
      if (millis !== undefined) onReceipt({ claimedMillis, recordedMillis: Number(millis) })
    })
  })
  return {
    page,
    way,
    glass: await watchGlass(page),
    presses: () => page.evaluate(() => (window as unknown as { seen: Presses }).seen),
    clockErrorMillis: () => page.evaluate(() => Date.now() - performance.timeOrigin - performance.now()),
    nextReceipt: () => new Promise((resolve) => (onReceipt = resolve)),
  }
}

/** Runs in the page, before the product. Presses of one page are counted: it answers every question. */
function watch(): void {
  const seen: Presses = { pressedAt: {}, sentAt: {} }
  Object.assign(window, { seen })
  const note = (times: Record<number, number>, at: number) => {
    times[Object.keys(times).length] = performance.timeOrigin + at
  }
  const notePress = (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (button?.textContent?.trim() === 'Nộp') note(seen.pressedAt, event.timeStamp)
  }
  document.addEventListener('touchend', notePress, true)
  const { send } = WebSocket.prototype
  WebSocket.prototype.send = function (data) {
    // Once more without an ack is not the first time.
    const answers = Object.keys(seen.sentAt).length
    if (typeof data === 'string' && data.includes('"member:answer"') && answers < Object.keys(seen.pressedAt).length) {
      note(seen.sentAt, performance.now())
    }
    send.call(this, data)
  }
}
