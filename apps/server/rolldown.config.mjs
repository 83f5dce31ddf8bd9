import { fileURLToPath } from 'node:url'
import { defineConfig } from 'rolldown'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** What carries machine code, or looks for its own files, stays where it is installed. */
const stayOutside = /[\\/]node_modules[\\/](better-sqlite3|@node-rs[\\/]argon2|pg|tsx)[\\/]/

/** One file for each process or thread, so that a server that died is back before anybody misses it (decisions/006). */
export default defineConfig({
  input: {
    main: here('src/main.ts'),
    apart: here('src/backup/apart.ts'),
    'read-file-apart': here('src/members/roster-file/apart.ts'),
    'append-thread': here('../../packages/database/src/contest-log/append-thread.ts'),
  },
  platform: 'node',
  external: (id) => stayOutside.test(id),
  output: {
    dir: here('dist'),
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    sourcemap: true,
    cleanDir: true,
  },
})
