import { expect, type Page, test } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { addAxe, axeFindings } from './axe-faults.ts'
import { layoutFaults } from './layout-faults.ts'
import { pictureFaults } from './picture-faults.ts'
import { kindOf, type Size, sizeName } from './sizes.ts'
import { type Language, languages, openView, settled, viewNames } from './views.ts'

const themes = ['light', 'dark', 'contrast'] as const
/** So many run beside one another: as many as the views are dealt out to. */
const hands = [0, 1, 2, 3, 4, 5]
const pictures = process.env['PICTURES']

test.describe.configure({ mode: 'parallel' })

for (const hand of hands) {
  test(`every view, in all themes, languages and sizes (part ${hand + 1} of ${hands.length})`, async ({ page }) => {
    await addAxe(page)
    const views = (await viewNames(page)).filter((_, index) => index % hands.length === hand)
    let measured = 0
    let faulty = 0
    for (const [index, view] of views.entries()) {
      const found: Found = new Map()
      for (const language of kindOf(view).isTranslated ? languages : (['vi'] as const)) {
        measured += await lookAt(page, view, language, found)
      }
      faulty += found.size
      const faults = [...found].map(([fault, where]) => `\n    ${fault}  [${where.join(', ')}]`).join('')
      process.stdout.write(
        `  ${hand + 1}: ${index + 1}/${views.length} ${view}${found.size === 0 ? ' good' : faults}\n`,
      )
    }
    process.stdout.write(`  ${hand + 1}: ${views.length} views, looked at ${measured} times, ${faulty} faults\n`)
    expect(faulty, 'faults, listed above').toBe(0)
  })
}

/** Each fault once, with all the looks that have it. */
type Found = Map<string, string[]>

function note(found: Found, where: string, faults: readonly string[]): void {
  for (const fault of new Set(faults)) found.set(fault, [...(found.get(fault) ?? []), where])
}

/** One view in one language: its colours in each theme, and its layout at each size. */
async function lookAt(page: Page, view: string, language: Language, found: Found): Promise<number> {
  const { sizes, isTranslated: isPage, ...rules } = kindOf(view)
  const [usual] = sizes
  if (!usual) return 0
  await page.setViewportSize(usual)
  await openView(page, view, language)
  for (const theme of themes) {
    await page.evaluate((name) => (document.documentElement.dataset['theme'] = name), theme)
    await settled(page)
    const { faults, unsure } = await axeFindings(page, isPage)
    note(found, `${language} ${theme}`, faults)
    // Colours are the same in every language.
    if (language === 'vi') note(found, `${language} ${theme}`, await pictureFaults(page, unsure))
    if (pictures) await picture(page, `${view}-${language}-${theme}`)
  }
  await page.evaluate(() => delete document.documentElement.dataset['theme'])
  for (const size of sizes) {
    const undo = await resize(page, size)
    note(found, `${language} ${sizeName(size)}`, await page.evaluate(layoutFaults, rules))
    if (pictures && size !== usual)
      await picture(page, `${view}-${language}-${size.width}x${size.height}-${size.textPercent}`)
    await undo()
  }
  return themes.length + sizes.length
}

async function resize(page: Page, { width, height, textPercent }: Size): Promise<() => Promise<void>> {
  await page.setViewportSize({ width, height })
  // Twice the 112.5 % of reset.css, whose texts are all in rem.
  const style =
    textPercent === 100 ? null : await page.addStyleTag({ content: 'html:root { font-size: 225% !important }' })
  await settled(page)
  return async () => style?.evaluate((element) => (element as unknown as { remove: () => void }).remove())
}

async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return
  await mkdir(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' })
}
