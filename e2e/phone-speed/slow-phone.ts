import type { Browser, Locator, Page } from '@playwright/test'
import { phoneSize } from '../fixtures/evening.ts'
import { tapAsFinger } from '../fixtures/finger.ts'
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
    void shown(text).then(({ passedAt }) => Object.assign(window, { firstScreenAt: passedAt }))
  }, words)
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => 'firstScreenAt' in window)
  return page.evaluate(() => (window as unknown as { readonly firstScreenAt: number }).firstScreenAt)
}

/**
 * From when the finger leaves the glass, as the browser dates it, to the picture that shows what it has done. Which
 * frame that is, the page is asked; when its picture was there, the browser says (Event Timing, to 8 ms), as a page can
 * only say when it came to its next task.
 */
export async function millisOfPress(page: Page, target: Locator, words: string): Promise<number> {
  // Until it can be pressed at all: not in the first moment of a question, for one (play/name-question.module.css).
  await target.tap({ trial: true })
  const seen = await page.evaluateHandle((text) => {
    const { shown, pressAfter } = window as unknown as Watch
    const armedAt = performance.now()
    return {
      millis: shown(text).then(async ({ frameAt, passedAt }) => {
        const { pressedAt, pictureAt } = await pressAfter(armedAt)
        return (pictureAt >= frameAt ? pictureAt : passedAt) - pressedAt
      }),
    }
  }, words)
  await tapAsFinger(page, target)
  return seen.evaluate(({ millis }) => millis)
}

/** The longest that the browser itself says a press waited for its next picture (Event Timing). */
export function longestInteraction(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as Watch).interactions.reduce((a, b) => Math.max(a, b), 0))
}

type Watch = {
  /** The frame's begin, and when the page was at its next task. */
  readonly shown: (words: string) => Promise<Shown>
  readonly pressAfter: (armedAt: number) => Promise<Press>
  readonly interactions: readonly number[]
}

type Shown = { readonly frameAt: number; readonly passedAt: number }

/** As the browser dates them: the finger off the glass, and the picture after it. */
type Press = { readonly pressedAt: number; readonly pictureAt: number }

/** Runs in the page, before the product. What it does between a press and its picture is as little as can be. */
function watch(): void {
  const interactions: number[] = []
  const presses: Press[] = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as PressEntry[]) {
      if (entry.interactionId) interactions.push(entry.duration)
      if (entry.name === 'pointerup')
        presses.push({ pressedAt: entry.startTime, pictureAt: entry.startTime + entry.duration })
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)

  const longestMillis = 20_000
  const pressAfter = async (armedAt: number): Promise<Press> => {
    const press = presses.find(({ pressedAt }) => pressedAt >= armedAt)
    if (press) return press
    if (performance.now() - armedAt > longestMillis) throw new Error('the browser dated no press')
    await new Promise(requestAnimationFrame)
    return pressAfter(armedAt)
  }
  const isInSight = (element: Element | null): boolean =>
    element === null || (Number(getComputedStyle(element).opacity) > 0.5 && isInSight(element.parentElement))
  const isShown = (words: string) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeValue?.includes(words) && node.parentElement?.offsetParent && isInSight(node.parentElement))
        return true
    }
    return false
  }
  const afterFrame = new MessageChannel()
  afterFrame.port1.start()
  /**
   * Before a frame is drawn it only asks whether the words are in the page, which takes it no time; whether they are in
   * sight, once it is drawn: when the next message comes.
   */
  const shown = (words: string) =>
    new Promise<Shown>((resolve) => {
      const look = (frameAt: number) => {
        if (!document.body?.textContent?.includes(words)) return void requestAnimationFrame(look)
        const judge = () => {
          if (isShown(words)) resolve({ frameAt, passedAt: performance.now() })
          else requestAnimationFrame(look)
        }
        afterFrame.port1.addEventListener('message', judge, { once: true })
        afterFrame.port2.postMessage(null)
      }
      requestAnimationFrame(look)
    })
  Object.assign(window, { shown, pressAfter, interactions })
  // Compiled now, and not after the first press.
  void shown('')
}

type PressEntry = {
  readonly name: string
  readonly startTime: number
  readonly duration: number
  readonly interactionId?: number
}
