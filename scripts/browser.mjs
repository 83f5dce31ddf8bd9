import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CommandFailed, root, run } from './process.mjs'

/**
 * A whole Chromium makes a window for every device of a story, and loads some hundred scripts of its own for the window's
 * address bar: a second of processor each time, beside the page that is tested and timed. Its shell has no window.
 */
const systemShell = '/usr/bin/chromium-headless-shell'
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The path of a Chromium for Playwright: named, the system's shell, managed by Playwright, a whole one, or installed now. */
export async function ensureBrowser() {
  const found = findBrowser()
  if (found) return say(found)

  console.log('No Chromium found; installing one …')
  for (const [command, args] of [
    ['playwright', ['install', 'chromium']],
    ['apt-get', ['update', '-qq']],
    ['apt-get', ['install', '-y', '-qq', 'chromium-headless-shell']],
    ['apt-get', ['install', '-y', '-qq', 'chromium']],
  ]) {
    await run(command, args).catch((error) => console.error(String(error.message ?? error)))
    const installed = findBrowser()
    if (installed) return say(installed)
  }
  throw new CommandFailed(
    'No Chromium: install one (Debian: apt-get install chromium-headless-shell) or set CHROMIUM_PATH to one.',
  )
}

function findBrowser() {
  const candidates = [process.env.CHROMIUM_PATH, systemShell, managedByPlaywright(), ...systemBrowsers]
  return candidates.find((path) => path && existsSync(path))
}

function managedByPlaywright() {
  return createRequire(join(root, 'e2e/package.json'))('@playwright/test').chromium.executablePath()
}

function say(path) {
  console.log(`Browser for the end-to-end tests: ${path}`)
  return path
}
