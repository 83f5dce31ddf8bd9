import { inAppBrowser } from './in-app-browser.ts'

/** Names, not words: the same in every language. `null` is not known; `inApp` without a browser is some app. */
export type BrowserFamily = {
  readonly browser: string | null
  readonly system: string | null
  readonly inApp: boolean
}

export function browserFamily(userAgent: string): BrowserFamily {
  const inside = inAppBrowser(userAgent)
  const browser = inside ? inside.app : nameIn(browsers, userAgent)
  return { browser, system: nameIn(systems, userAgent), inApp: inside !== null }
}

type Names = readonly (readonly [name: string, mark: RegExp])[]

function nameIn(names: Names, userAgent: string): string | null {
  return names.find(([, mark]) => mark.test(userAgent))?.[0] ?? null
}

/** Most say that they are Chrome or Safari as well, so those come last. */
const browsers: Names = [
  ['Cốc Cốc', /coc_coc_browser/i],
  ['Samsung Internet', /SamsungBrowser/],
  ['Mi Browser', /MiuiBrowser/],
  ['Opera', /\bOPR\/|OPT\/|Opera/],
  ['UC Browser', /UCBrowser/],
  ['Edge', /\bEdg(A|iOS)?\//],
  ['Firefox', /Firefox|FxiOS/],
  ['Google', /\bGSA\//],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
]

const systems: Names = [
  ['Android', /Android/],
  ['iPhone', /iPhone|iPod/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
]
