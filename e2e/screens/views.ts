import { expect, type Page } from '@playwright/test'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

const wanted = new RegExp(process.env['VIEWS'] ?? '')

/** Of the gallery, in its order; `VIEWS` may ask for some. */
export async function viewNames(page: Page): Promise<readonly string[]> {
  await page.goto('/gallery.html')
  const links = await page
    .locator('a[href*="view="]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  const names = links.map((link) => new URLSearchParams(link ?? '').get('view') ?? '')
  return [...new Set(names)].filter((name) => wanted.test(name))
}

export async function openView(page: Page, view: string, language: Language): Promise<void> {
  // The clocks of the views stand still: a countdown must not run out while it is looked at.
  await page.clock.setFixedTime(new Date('2026-04-20T19:30:00+07:00'))
  await page.goto(`/gallery.html?view=${view}&language=${language}`)
  await settled(page)
  expect(await page.evaluate(() => document.documentElement.lang), view).toBe(language)
}

/** Fonts are there, and nothing has moved for two frames. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))
    let last = ''
    for (let still = 0; still < 2;) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      await new Promise((resolve) => setTimeout(resolve, 20))
      const now = `${document.querySelectorAll('*').length} ${document.documentElement.scrollHeight} ${document.documentElement.innerText.length}`
      still = now === last ? still + 1 : 0
      last = now
    }
    await document.fonts.ready
  })
}
