import type { Plugin } from 'vite'

/** A later part of a member's page is one script, and its styles are there already: nothing is to be preloaded for it. */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => `export const __vitePreload = (load) => load()`,
    },
  }
}
