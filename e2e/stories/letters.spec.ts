import { type CDPSession, expect, type Page, test } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import { device } from '../fixtures/evening.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'

const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const accented = [...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'].filter(
  (letter) => !/^[a-z]$/.test(letter),
)
/** 67 that English has not, in two cases. */
const letters = [...accented, ...accented.map((letter) => letter.toLocaleUpperCase('vi'))]
const weights = { 400: 'Regular', 600: 'SemiBold', 700: 'Bold' } as const
/** Closer lines are for figures only; `npm run screens` finds words among them. */
const leastLeading = 1.45

let product: RunningProduct
test.beforeAll(async () => {
  product = await startProduct()
})
test.afterAll(async () => {
  await product.stop()
})

test('every accented letter is in our own typeface, in each weight, and is cut off nowhere', async ({ browser }) => {
  expect(new Set(letters).size).toBe(134)
  const leadings = await leadingsOfWords()
  expect(leadings).toContain(1.45)
  const page = await device(browser, { width: 1280, height: 1000 })
  const control = await page.context().newCDPSession(page)
  await page.goto(product.url)
  for (const [weight, cut] of Object.entries(weights)) {
    expect(await fontsOf(page, control, weight, letters), weight).toEqual([`BeVietnamPro-${cut}: 134 glyphs`])
    for (const leading of leadings) {
      const cut = await isCut(page, weight, leading, 'var(--accent-room)')
      expect(cut, `weight ${weight} with lines of ${leading} em`).toBe(false)
    }
  }
  // What would be found: a letter that the typeface has not, lines that are too close, and boxes without that room.
  expect(await fontsOf(page, control, '400', [...letters, 'Ж'])).toHaveLength(2)
  expect(await isCut(page, '400', 1, 'var(--accent-room)')).toBe(true)
  expect(await isCut(page, '400', 1.45, '0')).toBe(true)
})

/** What the built style sheets ask for. */
async function leadingsOfWords(): Promise<readonly number[]> {
  const folder = new URL('../../apps/web/dist/assets/', import.meta.url)
  const sheets = (await readdir(folder)).filter((name) => name.endsWith('.css'))
  const css = (await Promise.all(sheets.map((name) => readFile(new URL(name, folder), 'utf8')))).join('\n')
  const found = [...css.matchAll(/(?:line-height|--leading[\w-]*):\s*([\d.]+)[;}]/g)].map(([, value]) => Number(value))
  return [...new Set(found)].filter((leading) => leading >= leastLeading).sort()
}

/** Which files the browser took the glyphs from, as it says itself. */
async function fontsOf(
  page: Page,
  control: CDPSession,
  weight: string,
  drawn: readonly string[],
): Promise<readonly string[]> {
  await draw(page, weight, 1.5, [drawn.join('')])
  await control.send('DOM.enable')
  await control.send('CSS.enable')
  const { root } = await control.send('DOM.getDocument')
  const { nodeId } = await control.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#letters > p' })
  const { fonts } = await control.send('CSS.getPlatformFontsForNode', { nodeId })
  // One weight is two files: the letters of Vietnamese alone, and those that other languages have too.
  const glyphsByFont = new Map<string, number>()
  for (const { postScriptName, isCustomFont, glyphCount } of fonts) {
    const name = isCustomFont ? postScriptName : `${postScriptName} of this machine`
    glyphsByFont.set(name, (glyphsByFont.get(name) ?? 0) + glyphCount)
  }
  return [...glyphsByFont].map(([name, glyphs]) => `${name}: ${glyphs} glyphs`)
}

/** Whether a box that cuts what reaches out of it shows another picture than one that does not. */
async function isCut(page: Page, weight: string, leading: number, room: string): Promise<boolean> {
  await draw(page, weight, leading, letters, room)
  const place = page.locator('#letters')
  const whole = await place.screenshot()
  await place.locator('p').evaluateAll((cells) => {
    for (const cell of cells) cell.style.overflow = 'hidden'
  })
  return !whole.equals(await place.screenshot())
}

/** In the product's own page, whose policy takes no style but from its sheets and from scripts. */
async function draw(page: Page, weight: string, leading: number, lines: readonly string[], room = '0'): Promise<void> {
  await page.evaluate(
    async ([weight, leading, lines, room]) => {
      document.body.innerHTML = '<div id="letters"></div>'
      const place = document.querySelector<HTMLElement>('#letters')
      if (!place) return
      Object.assign(place.style, {
        display: 'grid',
        gridTemplateColumns: 'repeat(17, max-content)',
        gap: '24px',
        padding: '24px',
        fontSize: '36px',
        fontWeight: weight,
        lineHeight: String(leading),
      })
      for (const line of lines) {
        const cell = document.createElement('p')
        cell.textContent = line
        // Beside each other letters have the room that their neighbours leave them.
        cell.style.padding = `${room} 0.3em 0`
        place.append(cell)
      }
      await document.fonts.load(`${weight} 36px "Be Vietnam Pro"`, lines.join(''))
      await document.fonts.ready
    },
    [weight, leading, lines, room] as const,
  )
}
