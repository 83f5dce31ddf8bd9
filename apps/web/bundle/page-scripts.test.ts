import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { chunksOf, type Page } from './emitted.ts'

const modulesOf = (page: Page, reach: 'first' | 'all') => chunksOf(page, reach).flatMap(({ modules }) => modules)

/** Not the bar itself, which size-limit holds: that would pass as well if a page were taken apart by mistake. */
test('a phone has React and the way in at first, and beside them, without them, the line into the room', async () => {
  const scripts = chunksOf('index', 'first')
  const scriptWith = (part: string) => scripts.find(({ modules }) => modules.join('\n').includes(part))

  const page = scriptWith('web/src/play/roster-screen.tsx')
  expect(scriptWith('/react-dom/')).toBe(page)
  const line = scriptWith('web/src/app/line.ts')
  for (const part of ['/socket.io-client/', 'packages/session/']) expect(scriptWith(part)).toBe(line)
  const reached = [line?.fileName, ...(line?.imports ?? [])]
  const before = scripts.filter(({ fileName }) => reached.includes(fileName)).flatMap(({ modules }) => modules)
  expect(before.filter((module) => /\/react(-dom)?\//.test(module))).toEqual([])

  // Asked for all at once; what the page's own script needs runs as soon as it is there.
  const html = await readFile(new URL('../dist/index.html', import.meta.url), 'utf8')
  const tags = [...html.matchAll(/<script type="module"( async)? crossorigin src="\/([^"]+)">/g)]
  expect(tags.map(([, isAsync, fileName]) => [fileName, isAsync !== undefined]).sort()).toEqual(
    scripts.map(({ fileName }) => [fileName, fileName !== page?.fileName]).sort(),
  )
})

test.each([
  ['index', ['host', 'screen', 'remote', 'check', 'link', 'board', 'gallery']],
  ['board', ['host', 'screen', 'remote', 'check', 'link', 'play', 'gallery']],
  ['screen', ['host', 'remote', 'check', 'link', 'board', 'play', 'gallery']],
  ['remote', ['host', 'screen', 'check', 'link', 'board', 'play', 'gallery']],
  ['check', ['host', 'screen', 'remote', 'link', 'board', 'play', 'gallery']],
  ['link', ['host', 'screen', 'remote', 'check', 'board', 'play', 'gallery']],
  ['host', ['screen', 'remote', 'check', 'link', 'board', 'play', 'gallery']],
] as const)('the page %s holds no code of %s', (page, roles) => {
  const foreign = roles.map((role) => `apps/web/src/${role}/`)

  expect(modulesOf(page, 'all').filter((module) => foreign.some((folder) => module.startsWith(folder)))).toEqual([])
})

test.each(['index', 'board', 'screen', 'remote', 'check', 'link'] as const)(
  'the page %s holds no zod, queries, router, engine or host text',
  (page) => {
    const unwanted = [
      /\/node_modules\/(zod|@tanstack|wouter)\//,
      /^packages\/(engine|language\/src\/host)\//,
      /^packages\/protocol\/src\/(?!version)/,
    ]

    expect(modulesOf(page, 'all').filter((module) => unwanted.some((pattern) => pattern.test(module)))).toEqual([])
  },
)

test.each(['index', 'screen', 'remote', 'check', 'host'] as const)(
  'the page %s knows no transport but WebSocket',
  (page) => {
    const transports = modulesOf(page, 'all').filter((module) =>
      module.includes('/engine.io-client/build/esm/transports/'),
    )

    expect(transports.map((module) => module.split('/').pop())).toEqual(['websocket.js', 'index.js'])
  },
)

test('a projector loads what hosts from one screen only where that is done', () => {
  const driving = [
    'apps/web/src/screen/driven.tsx',
    'apps/web/src/screen/use-driving.ts',
    'packages/language/src/one-screen.ts',
  ]

  for (const module of driving) {
    expect(modulesOf('screen', 'first')).not.toContain(module)
    expect(modulesOf('screen', 'all')).toContain(module)
  }
})

test('what a phone loads later are single scripts that need no other: they can be asked for again (import-part.ts)', () => {
  const first = chunksOf('index', 'first').map(({ fileName }) => fileName)
  const later = chunksOf('index', 'all').filter(({ fileName }) => !first.includes(fileName))

  expect(later.flatMap(({ imports }) => imports).filter((fileName) => !first.includes(fileName))).toEqual([])
  expect(later.flatMap(({ modules }) => modules)).toContain('apps/web/src/play/podium-screen.tsx')
})
