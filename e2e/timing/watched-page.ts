import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { optionMark } from './questions.ts'

/** What a page itself saw, by question, in wall time: all pages are on one machine. */
export type Seen = {
  /** The options were in the frame that began then. */
  readonly paintedAt: Record<number, number>
  /** They were on the glass, as far as the browser tells (Element Timing). */
  readonly presentedAt: Record<number, number>
  /** The finger left the glass on *Nộp*, */
  readonly touchedAt: Record<number, number>
  /** and this is what the browser made of it: the event that the product is told of. */
  readonly pressedAt: Record<number, number>
}

export type WatchedPage = {
  readonly page: Page
  readonly way: string
  readonly seen: () => Promise<Seen>
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
): Promise<WatchedPage> {
  const context = await browser.newContext({ ...look, locale: 'vi-VN' })
  await context.addCookies([{ name: 'way', value: way, url }])
  const page = await context.newPage()
  await page.addInitScript(watch, optionMark)
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
    seen: () => page.evaluate(() => (window as unknown as { seen: Seen }).seen),
    clockErrorMillis: () => page.evaluate(() => Date.now() - performance.timeOrigin - performance.now()),
    nextReceipt: () => new Promise((resolve) => (onReceipt = resolve)),
  }
}

/** Runs in the page, before the product. */
function watch(mark: string): void {
  const seen: Seen = { paintedAt: {}, presentedAt: {}, touchedAt: {}, pressedAt: {} }
  Object.assign(window, { seen })
  const wall = (millis: number) => performance.timeOrigin + millis
  const sign = new RegExp(`${mark} (\\d+)`)
  let question = -1

  const optionElement = () =>
    [...document.querySelectorAll('span')].find(({ firstChild }) => firstChild?.nodeValue?.startsWith(mark))
  /** Options are laid out before they are shown. */
  const isInSight = (element: Element | null): boolean =>
    element === null || (Number(getComputedStyle(element).opacity) > 0.5 && isInSight(element.parentElement))
  /** Drawn in the very frame that shows the options; they themselves may have been drawn before. */
  const witness = (ofQuestion: number) => {
    const element = document.createElement('i')
    element.textContent = '.'
    element.style.cssText = 'position: fixed; top: 0; left: 0'
    element.setAttribute('elementtiming', String(ofQuestion))
    document.body.append(element)
  }
  new MutationObserver(() => {
    const option = optionElement()
    const found = Number(sign.exec(option?.textContent ?? '')?.[1] ?? question)
    if (!option || found === question || !isInSight(option)) return
    question = found
    requestAnimationFrame(() => (seen.paintedAt[found] = wall(performance.now())))
    witness(found)
  }).observe(document, { childList: true, subtree: true, attributeFilter: ['class', 'style'] })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { identifier: string; renderTime: number })[]) {
      seen.presentedAt[Number(entry.identifier)] ??= wall(entry.renderTime)
    }
  }).observe({ type: 'element', buffered: true })

  const note = (kind: 'touchedAt' | 'pressedAt') => (event: Event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (button?.textContent?.trim() === 'Nộp') seen[kind][question] = wall(event.timeStamp)
  }
  document.addEventListener('pointerup', note('touchedAt'), true)
  document.addEventListener('click', note('pressedAt'), true)
}
