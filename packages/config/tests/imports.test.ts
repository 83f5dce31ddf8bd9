import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const cruise = fileURLToPath(new URL('../node_modules/.bin/depcruise', import.meta.url))

const violations = [
  ['packages/engine/src', `export { readFileSync } from 'node:fs'`, 'engine has no dependencies'],
  [
    'packages/engine/src',
    `export { requests } from '../../protocol/src/index.ts'`,
    'packages/engine imports only itself',
  ],
  [
    'packages/language/src',
    `export { limits } from '../../engine/src/index.ts'`,
    'packages/language imports only itself',
  ],
  ['packages/protocol/src', `export { locales } from '../../language/src/index.ts'`, 'packages/protocol imports only'],
  ['packages/formats/src', `export { locales } from '../../language/src/index.ts'`, 'packages/formats imports only'],
  ['packages/database/src', `export { locales } from '../../language/src/index.ts'`, 'packages/database imports only'],
  ['packages/room/src', `export { locales } from '../../language/src/index.ts'`, 'packages/room imports only'],
  ['packages/session/src', `export { locales } from '../../language/src/index.ts'`, 'packages/session imports only'],
  ['apps/server/src', `export * from '../../../packages/swarm/src/index.ts'`, 'apps/server imports only'],
  ['apps/web/src', `export * from '../../../packages/database/src/index.ts'`, 'apps/web imports only'],
  ['packages/swarm/src', `export * from '../../database/src/index.ts'`, 'packages/swarm imports only'],
  ['packages/simulation/src', `export * from '../../database/src/index.ts'`, 'packages/simulation imports only'],
  ['e2e', `export * from '../packages/engine/src/index.ts'`, 'e2e imports only'],
  ['packages/room/src', `export { readFileSync } from 'node:fs'`, 'packages/room knows no platform'],
  ['packages/session/src', `export { readFileSync } from 'node:fs'`, 'packages/session knows no platform'],
  ['packages/formats/src', `export { readFileSync } from 'node:fs'`, 'packages/formats knows no platform'],
  ['packages/language/src', `export { readFileSync } from 'node:fs'`, 'packages/language knows no platform'],
  ['packages/protocol/src', `export { readFileSync } from 'node:fs'`, 'packages/protocol knows no platform'],
  ['packages/session/src', `export { requests } from '@khac-sau/protocol'`, 'the phone imports only types'],
  ['apps/web/src/play', `export * from '../host/host-app.tsx'`, 'web role play imports no other role'],
  ['apps/web/src/ui', `export { limits } from '@khac-sau/engine'`, 'web ui knows no contest'],
  ['apps/web/src', `export * from '@khac-sau/database'`, 'every import resolves'], // not in its package.json
  ['packages/engine/src', `export * from './forbidden.ts'`, 'no cycles'],
] as const

/** A rule that never fires looks like a clean repository, so each one is made to fire, all in one run. */
test('every import rule fires on the import that it forbids', () => {
  const files = violations.map(([folder, line], index) => {
    const file = `${root}/${folder}/forbidden-${index}.ts`
    writeFileSync(file, line.replace('./forbidden.ts', `./forbidden-${index}.ts`))
    return file
  })
  try {
    const report = cruiseReport()
    for (const [index, [folder, , rule]] of violations.entries()) {
      const fired = report.some(
        (violation) => violation.from === `${folder}/forbidden-${index}.ts` && violation.rule.startsWith(rule),
      )
      expect(fired, `${folder} refuses ${rule}`).toBe(true)
    }
  } finally {
    for (const file of files) rmSync(file)
  }
}, 60_000)

function cruiseReport(): { from: string; rule: string }[] {
  const args = [
    'apps',
    'packages',
    'e2e',
    '--config',
    'packages/config/dependency-cruiser.cjs',
    '--output-type',
    'json',
  ]
  const report: { summary: { violations: { from: string; rule: { name: string } }[] } } = JSON.parse(run(args))
  return report.summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }))
}

/** depcruise exits with the number of violations, which here are expected. */
function run(args: readonly string[]): string {
  try {
    return execFileSync(cruise, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  } catch (failure) {
    if (failure instanceof Error && 'stdout' in failure) return String(failure.stdout)
    throw failure
  }
}
