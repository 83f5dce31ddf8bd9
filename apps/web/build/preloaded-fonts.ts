import type { Plugin } from 'vite'

/**
 * The letters with marks come from a subset of their own: asked for by the page, and not first by the text that needs
 * them. The regular weight only: with all three, a phone on slow 4G has its first screen a fifth of a second later.
 */
const vietnamese = /be-vietnam-pro-vietnamese-400-normal-[\w-]+\.woff2$/

export function preloadedFonts(): Plugin {
  return {
    name: 'preloaded-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const fonts = Object.keys(bundle ?? {}).filter((fileName) => vietnamese.test(fileName))
        if (fonts.length === 0) throw new Error('no letters with marks to preload: has the file another name?')
        return fonts.map((fileName) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head' as const,
        }))
      },
    },
  }
}
