import { type Page, test } from '@playwright/test'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { kindOf } from '../screens/sizes.ts'
import { type Language, languages, openView, viewNames } from '../screens/views.ts'

const folder = fileURLToPath(new URL('../../docs/images/states/', import.meta.url))
/** Read on a page, not projected: some six hundred pictures take fourteen megabytes together. */
const quality = 50
const widthMost = 960

/** In order: what a stranger reads them in. */
const groups: readonly (readonly [title: string, beginnings: readonly string[]])[] = [
  ['A member’s phone', ['entry', 'play-', 'link-', 'check-']],
  ['The projector', ['screen-', 'driven-']],
  ['The host, and the phone as remote', ['host-', 'remote-']],
  ['The board', ['board-']],
  ['The installation administrator', ['administration-']],
]

test('every state of every screen, in pictures', async ({ page }) => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const names = await viewNames(page)
  for (const name of names.filter((view) => groupOf(view) !== undefined)) {
    for (const language of languages) await takePicture(page, name, language)
  }
  const taken = new Set(await readdir(folder))
  await writeFile(`${folder}README.md`, contents(names.filter((name) => taken.has(fileName(name, 'vi')))))
})

async function takePicture(page: Page, view: string, language: Language): Promise<void> {
  const [usual] = kindOf(view).sizes
  if (!usual) return
  await page.setViewportSize(usual)
  await openView(page, view, language)
  const browser = await page.context().newCDPSession(page)
  // Of the page, which may have rolled to its question.
  const y = await page.evaluate(() => window.scrollY)
  const clip = { x: 0, y, width: usual.width, height: usual.height, scale: Math.min(1, widthMost / usual.width) }
  const { data } = await browser.send('Page.captureScreenshot', { format: 'webp', quality, clip })
  await browser.detach()
  await writeFile(folder + fileName(view, language), Buffer.from(data, 'base64'))
}

const fileName = (view: string, language: Language) => `${view}-${language}.webp`

function groupOf(view: string): string | undefined {
  return groups.find(([, beginnings]) => beginnings.some((beginning) => view.startsWith(beginning)))?.[0]
}

function contents(views: readonly string[]): string {
  const sections = groups.map(([title]) => {
    const rows = views
      .filter((view) => groupOf(view) === title)
      .map((view) => `| \`${view}\` | ![](${fileName(view, 'vi')}) | ![](${fileName(view, 'en')}) |`)
    return [`## ${title}`, '', '| View | Tiếng Việt | English |', '| --- | --- | --- |', ...rows].join('\n')
  })
  return `# Every state of every screen\n\nTaken by \`npm run images\` from the gallery: invented people, each view at its usual size.\n\n${sections.join('\n\n')}\n`
}
