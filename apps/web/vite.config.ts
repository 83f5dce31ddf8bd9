import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import { chunkReport } from './build/chunk-report.ts'
import { earlyScripts } from './build/early-scripts.ts'
import { guidePagesPlugin } from './build/guide-pages.ts'
import { galleryPages, memberPages, otherPages, pageAddresses } from './build/pages.ts'
import { plainImports } from './build/plain-imports.ts'
import { preloadedFonts } from './build/preloaded-fonts.ts'
import { precompressed } from './build/precompressed.ts'
import { websocketOnly } from './build/websocket-only.ts'

const server = 'http://localhost:3000'
const repository = fileURLToPath(new URL('../..', import.meta.url))

const css: UserConfig['css'] = {
  transformer: 'lightningcss',
  lightningcss: { targets: { chrome: 80 << 16, safari: 13 << 16 } },
}

/** What comes while a phone waits is compiled whole then, not at the first press (Chrome 136 and later; else a comment). */
const compiledAtOnce = '//# allFunctionsCalledOnLoad\n'

/** The line into the room, with socket.io-client, comes before React: see app/line.ts. */
const memberOutput = {
  postBanner: ({ isDynamicEntry }: { readonly isDynamicEntry: boolean }) => (isDynamicEntry ? compiledAtOnce : ''),
  codeSplitting: { groups: [{ name: 'line', test: /[\\/]app[\\/]line\.ts$|rolldown[\\/]runtime/ }] },
}

const galleryConfig: UserConfig = {
  plugins: [react()],
  css,
  build: {
    target: ['chrome80', 'safari13'],
    cssMinify: 'lightningcss',
    chunkSizeWarningLimit: 2000,
    outDir: `${repository}.cache/gallery`,
    emptyOutDir: true,
    rolldownOptions: { input: galleryPages },
  },
}

/**
 * Phones and boards must run on Chrome 80 and Safari 13 (WebViews seen in the field). `vite build` makes the pages of
 * host, projector and board; `vite build --mode member`, after it, the one that members load (decision 009).
 * `--mode gallery` builds every view for `npm run screens`, apart from the product.
 */
export default defineConfig(({ mode }) => {
  const isMember = mode === 'member'
  if (mode === 'gallery') return galleryConfig
  return {
    plugins: [
      react(),
      pageAddresses(),
      websocketOnly(),
      !isMember && guidePagesPlugin(`${repository}docs`),
      isMember && plainImports(),
      isMember && earlyScripts(),
      preloadedFonts(),
      chunkReport(repository, isMember ? 'member' : 'other'),
      precompressed(),
    ],
    css,
    build: {
      target: ['chrome80', 'safari13'],
      cssMinify: 'lightningcss',
      chunkSizeWarningLimit: 400,
      emptyOutDir: !isMember,
      copyPublicDir: !isMember,
      // One sheet for all that a member may see: a later part waits for its script only.
      cssCodeSplit: !isMember,
      modulePreload: !isMember,
      rolldownOptions: isMember ? { input: memberPages, output: memberOutput } : { input: otherPages },
    },
    // The server takes only requests of its own origin: in development they come from here, and say so.
    server: {
      proxy: {
        '/api': { target: server, changeOrigin: true, headers: { origin: server } },
        '/socket.io': { target: server, changeOrigin: true, headers: { origin: server }, ws: true },
      },
    },
  }
})
