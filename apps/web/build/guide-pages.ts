import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Marked } from 'marked'
import { gfmHeadingId } from 'marked-gfm-heading-id'
import type { Plugin } from 'vite'

/** Pages that show a text of docs/ of the same name; the server gives them the address without `.html`. */
export const guidePages = [
  'huong-dan.html',
  'guide.html',
  'fairness.html',
  'quyen-rieng-tu.html',
  'privacy.html',
  'nang-cap.html',
  'upgrading.html',
]

/** Pictures keep their names below this. */
const pictures = 'guide-images'

/** Help inside the app is what docs/ says: written once, read in the repository, in the app and on paper. */
export function guidePagesPlugin(documents: string): Plugin {
  return {
    name: 'guide-pages',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { filename }) {
        if (!guidePages.includes(basename(filename))) return html
        const text = await readFile(join(documents, basename(filename).replace('.html', '.md')), 'utf8')
        return html.replace(/<!-- docs\/[\w-]+\.md -->/, () => guideHtml(text))
      },
    },
    async generateBundle() {
      for (const picture of await picturesOf(documents)) {
        const source = await readFile(join(documents, 'images', picture))
        this.emitFile({ type: 'asset', fileName: `${pictures}/${picture}`, source })
      }
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${pictures}`, (request, response, next) => {
        const name = basename((request.url ?? '').split('?')[0] ?? '')
        readFile(join(documents, 'images', name)).then((picture) => response.end(picture), next)
      })
    },
  }
}

/** What follows this in a document is for its next engineer, who reads it in the repository. */
const engineersOnly = '<!-- for engineers -->'

/** Links between documents lead to their pages, pictures load when they come in sight, wide tables scroll by themselves. */
export function guideHtml(markdown: string): string {
  const html = new Marked(gfmHeadingId()).parse(markdown.split(engineersOnly)[0] ?? '', { async: false })
  return html
    .replaceAll(/href="([\w-]+)\.md(#[^"]*)?"/g, (_, name: string, place = '') => `href="/${name}${place}"`)
    .replaceAll(/<img src="images\//g, `<img loading="lazy" src="/${pictures}/`)
    .replaceAll('<table>', '<div class="table" role="region" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
}

async function picturesOf(documents: string): Promise<readonly string[]> {
  const texts = await Promise.all(
    guidePages.map((page) => readFile(join(documents, page.replace('.html', '.md')), 'utf8')),
  )
  const named = texts.flatMap((text) =>
    [...text.matchAll(/\]\(images\/([\w-]+\.png)\)/g)].map(([, name]) => name ?? ''),
  )
  return [...new Set(named)]
}
