import type { Browser, Locator, Page } from '@playwright/test'
import { phoneSize } from '../fixtures/evening.ts'
import type { Ways } from '../fixtures/network.ts'

const slowdown = 6
const roundTripMillis = 150
/** Slow 4G as Lighthouse has it: 1.6 Mbit/s down, 750 kbit/s up. */
const slow4g = {
  offline: false,
  latency: roundTripMillis,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

/** The browser slows down requests, but no live connection: that one takes its way through a network. */
export const socketWays: Ways = {
  wayOf: (request) => (request.startsWith('GET /socket.io/') ? 'socket' : 'requests'),
  roundTripMillisOf: (way) => (way === 'socket' ? roundTripMillis : 0),
  arrived: () => {},
}

/** A phone that never saw the product: nothing is in its cache. */
export async function slowPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: phoneSize, locale: 'vi-VN', hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await page.addInitScript(watch)
  const control = await context.newCDPSession(page)
  await control.send('Network.enable')
  await control.send('Network.emulateNetworkConditions', slow4g)
  await control.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return page
}

/** From the beginning of the navigation to the frame that shows the words. */
export async function millisUntilShown(page: Page, address: string, words: string): Promise<number> {
  await page.addInitScript((text) => {
    const { shown } = window as unknown as Watch
    void shown(text).then((at) => Object.assign(window, { firstScreenAt: at }))
  }, words)
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => 'firstScreenAt' in window)
  return page.evaluate(() => (window as unknown as { readonly firstScreenAt: number }).firstScreenAt)
}

/** From when the finger leaves the glass, as the browser dates it, to the frame that shows what it has done. */
export async function millisOfPress(page: Page, target: Locator, words: string): Promise<number> {
  await target.scrollIntoViewIfNeeded()
  const seen = page.evaluateHandle((text) => {
    const { shown } = window as unknown as Watch
    const pressedAt = new Promise<number>((resolve) =>
      document.addEventListener('pointerup', ({ timeStamp }) => resolve(timeStamp), { once: true, capture: true }),
    )
    return { millis: pressedAt.then(async (at) => (await shown(text)) - at) }
  }, words)
  const handle = await seen
  await target.tap()
  return handle.evaluate(({ millis }) => millis)
}

/** The longest that the browser itself says a press waited for its next picture (Event Timing). */
export function longestInteraction(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as Watch).interactions.reduce((a, b) => Math.max(a, b), 0))
}

type Watch = {
  readonly shown: (words: string) => Promise<number>
  readonly interactions: readonly number[]
}

/** Runs in the page, before the product. */
function watch(): void {
  const interactions: number[] = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { duration: number; interactionId?: number }[]) {
      if (entry.interactionId) interactions.push(entry.duration)
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)

  const isInSight = (element: Element | null): boolean =>
    element === null || (Number(getComputedStyle(element).opacity) > 0.5 && isInSight(element.parentElement))
  const isThere = (words: string) => {
    if (!document.body) return false
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeValue?.includes(words) && node.parentElement?.offsetParent && isInSight(node.parentElement))
        return true
    }
    return false
  }
  /** The frame that draws it is over when the next message comes. */
  const shown = (words: string) =>
    new Promise<number>((resolve) => {
      const look = () => {
        if (!isThere(words)) return void requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now()), { once: true })
        port1.start()
        port2.postMessage(null)
      }
      requestAnimationFrame(look)
    })
  Object.assign(window, { shown, interactions })
}
