import { chunksOf, type Page } from './bundle/emitted.ts'

const scriptsOf = (page: Page) => chunksOf(page, 'first').map(({ fileName }) => `dist/${fileName}`)

/** Compressed as a plain LAN address sends them; on https, with Brotli, they are smaller. */
export default [
  { name: 'a phone, before its first screen', path: scriptsOf('index'), limit: '100 kB', gzip: true },
  { name: 'a board', path: scriptsOf('board'), limit: '100 kB', gzip: true },
]
