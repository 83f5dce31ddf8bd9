import type { Plugin } from 'vite'
import { guidePages } from './guide-pages.ts'

/** Entry and phone are one page and one build: what a member loads is made for nobody else. */
export const memberPages = ['index.html']
/** Made for `npm run screens` only. */
export const galleryPages = ['gallery.html']
export const otherPages = [
  'host.html',
  'screen.html',
  'remote.html',
  'check.html',
  'link.html',
  'board.html',
  ...guidePages,
]

const roleOf =
  /^\/(host(?=\/|\?|$)|screen(?=\/[^/])|remote(?=\/?(?:\?|$))|check(?=\/[^/])|link(?=\/?(?:\?|$))|b(?=\/[^/]))/

/** In development, what the server does with the addresses of pages (static-files.ts). */
export function pageAddresses(): Plugin {
  return {
    name: 'page-addresses',
    configureServer({ middlewares }) {
      middlewares.use((request, _, next) => {
        const [, role] = roleOf.exec(request.url ?? '') ?? []
        const [, guide] = /^\/([\w-]+)(?=[?#]|$)/.exec(request.url ?? '') ?? []
        if (guide !== undefined && guidePages.includes(`${guide}.html`)) request.url = `/${guide}.html`
        else if (role !== undefined) request.url = role === 'b' ? '/board.html' : `/${role}.html`
        next()
      })
    },
  }
}
