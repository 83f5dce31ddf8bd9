import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guideHtml, guidePages } from './guide-pages.ts'

const documents = new URL('../../../docs/', import.meta.url)
const pages = guidePages.map((page) => page.replace('.html', ''))

test('links to other documents lead to their pages, and pictures to where the app serves them', () => {
  const html = guideHtml('Xem [Guide](guide.md#a) và [mục 2](#2-lần-đầu-tiên).\n\n![Trang](images/host-home.png)')
  expect(html).toContain('href="/guide#a"')
  expect(html).toContain('<img loading="lazy" src="/guide-images/host-home.png" alt="Trang">')
})

test.each(pages)('every link of %s leads to a place that is there, and every picture is there', (name) => {
  const html = guideHtml(readFileSync(new URL(`${name}.md`, documents), 'utf8'))
  const places = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, link]) => decodeURIComponent(link ?? ''))
  const isThere = (link: string) => {
    if (link.startsWith('#')) return places.has(link.slice(1))
    return link.startsWith('https:') || pages.includes(link.slice(1).split('#')[0] ?? '')
  }
  expect(links.filter((link) => !isThere(link))).toEqual([])
  const pictures = [...html.matchAll(/src="\/guide-images\/([^"]+)"/g)].map(([, picture]) => picture ?? '')
  expect(pictures.filter((picture) => !existsSync(new URL(`images/${picture}`, documents)))).toEqual([])
})
