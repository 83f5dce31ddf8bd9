import type { check } from '@khac-sau/language'
import type { BrowserFamily } from './browser-family.ts'

type FamilyTexts = Pick<(typeof check)['vi'], 'someApp' | 'someBrowser' | 'somePhone' | 'browserOn'>

/** "Zalo trên Android" */
export function familyWords({ browser, system, inApp }: BrowserFamily, text: FamilyTexts): string {
  const unnamed = inApp ? text.someApp : text.someBrowser
  return text.browserOn({ browser: browser ?? unnamed, system: system ?? text.somePhone })
}
