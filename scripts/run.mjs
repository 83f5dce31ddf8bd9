#!/usr/bin/env node
/** The root commands. `node scripts/run.mjs <command> [argument]`; see scripts/README.md. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, installApart, knownHoles } from './install.mjs'
import { CommandFailed, exitOf, root, run } from './process.mjs'
import { nodeArguments, supervise } from './supervise.mjs'

const config = 'packages/config'
const formatted = ['apps', 'packages', 'e2e', 'scripts', 'package.json']
const typed = [
  'packages/engine',
  'packages/language',
  'packages/protocol',
  'packages/formats',
  'packages/database',
  'packages/room',
  'packages/session',
  'packages/swarm',
  'packages/simulation',
  'apps/server',
  'apps/web',
  'e2e',
  'packages/config/tsconfig.tests.json',
]

const commands = {
  async start() {
    await ensureBuilt()
    return supervise()
  },

  /** The same product in a throw-away data directory with a demo cell. */
  async demo() {
    await ensureBuilt()
    const dataDir = mkdtempSync(join(tmpdir(), 'khac-sau-demo-'))
    try {
      await run(process.execPath, nodeArguments('apps/server/src/demo/seed.ts'), { env: { DATA_DIR: dataDir } })
      return await supervise({ DATA_DIR: dataDir, DEMO: '1' })
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  },

  async format() {
    await run('oxfmt', ['-c', `${config}/oxfmt.json`, ...formatted])
  },

  /** `-- --without-tests` where all tests are run after it. */
  async check(...given) {
    await step('format', () => run('oxfmt', ['-c', `${config}/oxfmt.json`, '--check', ...formatted]))
    await step('lint', () =>
      run('oxlint', ['-c', `${config}/oxlint.json`, '--type-aware', '--deny-warnings', 'apps', 'packages', 'e2e']),
    )
    await step('types', () => inPairs(typed.map((project) => () => run('tsc', ['-p', project]))))
    await step('imports', () =>
      run('depcruise', ['apps', 'packages', 'e2e', '--config', `${config}/dependency-cruiser.cjs`]),
    )
    await step('dead code', () => run('knip', ['--config', `${config}/knip.json`]))
    await ensureBuilt()
    await step('page sizes', pageSizes)
    if (given.includes('--without-tests')) return
    await step('unit tests', () => unitTests({ KHAC_SAU_POSTGRES: '0', KHAC_SAU_QUICK: '1' }))
  },

  async test() {
    const started = Date.now()
    await ensureBuilt()
    await step('page sizes', pageSizes)
    const browser = await ensureBrowser()
    await step('unit and contract tests', () => unitTests({ KHAC_SAU_BUILT: '1' }))
    await step('end-to-end stories', () => stories(browser))
    console.log(`All tests in ${Math.round((Date.now() - started) / 1000)} s:\n${passed} passed, 0 failed`)
  },

  /** Counts contests anew from their logs, a second way: exit 1 when something differs, 2 when nothing is called so. */
  verify: (...given) => script('apps/server/src/verify/main.ts', given),

  /** Copies the database of a running server; puts one back. */
  backup: (...files) => script('apps/server/src/backup/back-up.ts', files.map(whereCalled)),
  restore: (...files) => script('apps/server/src/backup/restore.ts', files.map(whereCalled)),

  /** Prints a link by which the account of that login gets a new password; `-- <login>`, without one it lists them. */
  'recover-account': (...given) => script('apps/server/src/accounts/recover-account.ts', given),

  /** Makes whoever has that login an administrator of several cells; `-- <login>`, `-- --remove <login>`. */
  administrator: (...given) => script('apps/server/src/administration/administrator.ts', given),

  /** Kills the server again and again while a swarm of phones answers; `-- --kills 300 --phones 100 --seed 42`. */
  async torture(...given) {
    await ensureBuilt()
    return script('packages/swarm/src/torture.ts', given)
  },

  /** Traces what the server writes and replays power cuts over it; `-- --cuts 300 --phones 100 --seed 42`. Needs strace. */
  async 'power-cuts'(...given) {
    await ensureBuilt()
    return script('packages/swarm/src/power-cut/power-cuts.ts', given)
  },

  /** Malformed messages and requests by the hundred thousand at a real server; `-- --messages 1000000 --seed 42`. */
  async fuzz(...given) {
    await ensureBuilt()
    return script('packages/swarm/src/fuzz/fuzz.ts', given)
  },

  /** 200 phones of one address join and answer while 2,000 bots of it guess; `-- --phones 200 --bots 2000 --every 5000`. */
  async flood(...given) {
    await ensureBuilt()
    return script('packages/swarm/src/flood/flood.ts', given)
  },

  /** Known holes in what ships, as the registry knows them; needs the network. Exit 1 from severity high on. */
  audit: () => knownHoles(),

  /** Measures how soon a phone that comes back is on the right screen; fails where the bars are missed. */
  async 'resume-times'() {
    await ensureBuilt()
    const browser = await ensureBrowser()
    await run('playwright', ['test', '--config', 'e2e/resume-times.config.ts'], { env: { CHROMIUM_PATH: browser } })
  },

  /** Plays contests on virtual time, with everything that may go wrong; `-- --seeds 1000 --seed 42`. */
  simulate: (...given) => script('packages/simulation/src/simulate.ts', given),

  /** Whether reading a pasted text takes time in proportion to it, however hostile; fails where it does not. */
  'parse-times': () => script('packages/formats/measure/parse-times.ts', []),

  /**
   * Measures recorded times against the touch, and how far apart pages show the options; fails where the bars are missed.
   * `-- --grep "6 times"` for a part of it.
   */
  async timing(...given) {
    await ensureBuilt()
    const browser = await ensureBrowser()
    await run('playwright', ['test', '--config', 'e2e/timing.config.ts', ...given], { env: { CHROMIUM_PATH: browser } })
  },

  /** Looks at every view of the gallery in all themes, languages and sizes; `-- --only play-open --pictures DIR`. */
  async screens(...given) {
    const { only = '', pictures } = options(given, ['only', 'pictures'])
    await buildGallery()
    const browser = await ensureBrowser()
    const env = { CHROMIUM_PATH: browser, VIEWS: only, ...(pictures ? { PICTURES: whereCalled(pictures) } : {}) }
    await run('playwright', ['test', '--config', 'e2e/screens.config.ts'], { env })
  },

  /** What a slow phone on a slow network waits for: the first screen, and each press; fails where the bars are missed. */
  async 'phone-speed'() {
    await ensureBuilt()
    const browser = await ensureBrowser()
    await run('playwright', ['test', '--config', 'e2e/phone-speed.config.ts'], { env: { CHROMIUM_PATH: browser } })
  },

  /** The member's page through Lighthouse, which is installed for this command only; fails where the bars are missed. */
  async lighthouse() {
    await ensureBuilt()
    const browser = await ensureBrowser()
    await installApart('e2e/lighthouse')
    await run('playwright', ['test', '--config', 'e2e/lighthouse.config.ts'], { env: { CHROMIUM_PATH: browser } })
  },

  /** Takes the pictures of docs/images anew: an evening of the demo for the guides, and every state of every screen. */
  async images() {
    await ensureBuilt()
    await buildGallery()
    const browser = await ensureBrowser()
    for (const config of ['images', 'states']) {
      await run('playwright', ['test', '--config', `e2e/${config}.config.ts`], { env: { CHROMIUM_PATH: browser } })
    }
  },
}

const takesArguments = [
  'check',
  'verify',
  'backup',
  'restore',
  'recover-account',
  'administrator',
  'torture',
  'power-cuts',
  'fuzz',
  'flood',
  'simulate',
  'timing',
  'screens',
]
let passed = 0
const [, , name, ...rest] = process.argv
const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined
if (!command || (rest.length > 0 && !takesArguments.includes(name))) {
  console.error(`usage: node scripts/run.mjs ${Object.keys(commands).join('|')}`)
  process.exit(2)
}
try {
  await ensureInstalled()
  process.exitCode = (await command(...rest)) ?? 0
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** A command of the server's own: its words and its exit code are the answer. */
async function script(entry, given) {
  const exit = await exitOf(
    spawn(process.execPath, [...nodeArguments(entry), ...given], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  )
  return typeof exit === 'number' ? exit : 1
}

/** `--name value` pairs; anything else stops the command. */
function options(given, names) {
  const pairs = {}
  for (let at = 0; at < given.length; at += 2) {
    const name = given[at].replace(/^--/, '')
    if (!names.includes(name) || given[at + 1] === undefined) throw new CommandFailed(`unknown option ${given[at]}`)
    pairs[name] = given[at + 1]
  }
  return pairs
}

/** npm starts us in the root, whoever named the file was perhaps elsewhere. */
function whereCalled(file) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file)
}

async function step(title, work) {
  const started = Date.now()
  await work()
  console.log(`✓ ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

/** Two at a time: the machines this runs on have two cores. */
async function inPairs(tasks) {
  const waiting = [...tasks]
  const worker = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) await task()
  }
  await Promise.all([worker(), worker()])
}

/** What the build's pages may weigh: apps/web/.size-limit.ts. */
async function pageSizes() {
  await run('size-limit', [], { cwd: join(root, 'apps/web') })
}

async function unitTests(env) {
  const report = join(mkdtempSync(join(tmpdir(), 'khac-sau-report-')), 'vitest.json')
  await run(
    'vitest',
    [
      'run',
      '--config',
      `${config}/vitest.config.ts`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    {
      env,
    },
  )
  passed += JSON.parse(readFileSync(report, 'utf8')).numPassedTests
}

function buildGallery() {
  return run('vite', ['build', '--mode', 'gallery', '--logLevel', 'warn'], { cwd: join(root, 'apps/web') })
}

async function stories(browser) {
  const report = join(mkdtempSync(join(tmpdir(), 'khac-sau-report-')), 'playwright.json')
  await run('playwright', ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'], {
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  passed += JSON.parse(readFileSync(report, 'utf8')).stats.expected
}
