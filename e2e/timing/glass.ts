import type { CDPSession, Page } from '@playwright/test'
import { optionsSign } from './questions.ts'

/** When options came on the glass of one page. */
export type Glass = {
  /** From the stem on, until the options of a question have stood there for a while and nothing else has come. */
  readonly watch: (question: number) => Promise<void>
  readonly stop: () => Promise<void>
  /** When they came on, about `dueAt`, both in wall time. */
  readonly shownAt: (dueAt: number) => Promise<number>
}

type Frame = { readonly at: number; readonly png: string }

/** No page shows options sooner before they are due. */
const soonestMillis = 100

/** Small ones are cheap, and tell a stem from options. */
const frameSize = { maxWidth: 96, maxHeight: 96 }

/**
 * Every frame as the browser hands it to the display, no matter what the page is doing. The options are there with the
 * first frame that is more like the last one than like what stood there before. One page at a time: pictures are dear.
 * `decoder`: a page that is not measured.
 */
export async function watchDisplay(page: Page, decoder: Page): Promise<Glass> {
  const control = await page.context().newCDPSession(page)
  const frames: Frame[] = []
  control.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ at: (metadata.timestamp ?? Number.NaN) * 1_000, png: data })
    acknowledge(control, sessionId)
  })
  return {
    async watch() {
      frames.length = 0
      await control.send('Page.startScreencast', { format: 'png', everyNthFrame: 1, ...frameSize })
    },
    async stop() {
      await control.send('Page.stopScreencast')
    },
    async shownAt(dueAt) {
      const before = frames.filter(({ at }) => at < dueAt - soonestMillis).length - 1
      const since = frames.slice(Math.max(0, before))
      const index = await decoder.evaluate(
        firstLikeTheLast,
        since.map(({ png }) => png),
      )
      return since[index]?.at ?? Number.NaN
    },
  }
}

/** The frames of a page that has time for each of them: what it finds shown in one is on the glass with the next. */
export function watchFrames(page: Page): Glass {
  return {
    watch: (question) => page.evaluate(findInFrames, optionsSign(question)),
    async stop() {},
    shownAt: () => page.evaluate(() => (window as unknown as { shownAt: number }).shownAt),
  }
}

/**
 * An empty page of the same browser that has nothing to do but wait for the next frame: what is late there, the machine
 * makes late. In `shownAt`, the first frame that could have shown something due at that time.
 */
export async function watchNothing(page: Page): Promise<Pick<Glass, 'shownAt'>> {
  await page.evaluate(noteFrames)
  return {
    shownAt: (dueAt) =>
      page.evaluate((due) => {
        const { framesAt } = window as unknown as { framesAt: readonly number[] }
        return framesAt.find((at) => at >= due) ?? Number.NaN
      }, dueAt),
  }
}

/** Runs in the page. */
function noteFrames(): void {
  const framesAt: number[] = []
  Object.assign(window, { framesAt })
  const frameMillis = 1_000 / 60
  const note = (frameAt: number) => {
    framesAt.push(performance.timeOrigin + frameAt + frameMillis)
    requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
}

/** Runs in the page. */
function findInFrames(sign: string): void {
  const found = window as unknown as { shownAt: number }
  found.shownAt = Number.NaN
  const isInSight = (element: Element | null): boolean =>
    element === null || (Number(getComputedStyle(element).opacity) > 0.5 && isInSight(element.parentElement))
  const frameMillis = 1_000 / 60
  const look = (frameAt: number) => {
    const option = [...document.querySelectorAll('span')].find(({ firstChild }) =>
      firstChild?.nodeValue?.startsWith(sign),
    )
    if (option && isInSight(option)) found.shownAt = performance.timeOrigin + frameAt + frameMillis
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Without it no other frame comes. A page that is closed meanwhile needs none. */
function acknowledge(control: CDPSession, sessionId: number): void {
  control.send('Page.screencastFrameAck', { sessionId }).catch(() => {})
}

/** Runs in the decoder. A clock that runs in both pictures is less than their difference. */
async function firstLikeTheLast(pngs: readonly string[]): Promise<number> {
  const pictures = await Promise.all(
    pngs.map(async (png) => {
      // A fetch of data would be against the policy of the product's pages.
      const bytes = Uint8Array.from(atob(png), (character) => character.codePointAt(0) ?? 0)
      const bitmap = await createImageBitmap(new Blob([bytes]))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d')
      context?.drawImage(bitmap, 0, 0)
      return context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
    }),
  )
  const difference = (one: Uint8ClampedArray, other: Uint8ClampedArray) =>
    one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0)
  const [first] = pictures
  const last = pictures.at(-1)
  if (!first || !last) return -1
  return pictures.findIndex((picture) => difference(picture, last) < difference(picture, first))
}
