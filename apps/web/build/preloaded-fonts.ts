import type { Plugin } from 'vite'

/**
 * Our letters, in both subsets and three weights, are asked for by the page and not first by the text that needs them:
 * that would be laid out in other letters, and soon once more in ours. At the end of the body, because Chromium holds up
 * the first picture for a font that the head names; and after everything else, where a browser knows `fetchpriority`.
 */
const letters = /be-vietnam-pro-(vietnamese|latin)-(400|600|700)-normal-[\w-]+\.woff2$/
const fileCount = 6

export function preloadedFonts(): Plugin {
  return {
    name: 'preloaded-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const fonts = Object.keys(bundle ?? {}).filter((fileName) => letters.test(fileName))
        if (fonts.length !== fileCount) throw new Error(`${fonts.length} fonts to preload: have they other names?`)
        return fonts.map((fileName) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            crossorigin: true,
            fetchpriority: 'low',
            href: `/${fileName}`,
          },
          injectTo: 'body' as const,
        }))
      },
    },
  }
}
