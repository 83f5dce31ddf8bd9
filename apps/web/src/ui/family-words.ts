import type { check } from '@khac-sau/language'
import type { BrowserFamily } from './browser-family.ts'

/** "Zalo trên Android" */
export function familyWords({ browser, system, inApp }: BrowserFamily, text: (typeof check)['vi']): string {
  const unnamed = inApp ? text.someApp : text.someBrowser
  return text.browserOn({ browser: browser ?? unnamed, system: system ?? text.somePhone })
}
