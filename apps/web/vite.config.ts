import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = 'http://localhost:3000'

/** Phones and boards must run on Chrome 80 and Safari 13 (WebViews seen in the field); one build serves every page. */
export default defineConfig({
  plugins: [react()],
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 80 << 16, safari: 13 << 16 } } },
  build: { target: ['chrome80', 'safari13'], cssMinify: 'lightningcss', chunkSizeWarningLimit: 400 },
  // The server takes only requests of its own origin: in development they come from here, and say so.
  server: {
    proxy: {
      '/api': { target: server, changeOrigin: true, headers: { origin: server } },
      '/socket.io': { target: server, changeOrigin: true, headers: { origin: server }, ws: true },
    },
  },
})
