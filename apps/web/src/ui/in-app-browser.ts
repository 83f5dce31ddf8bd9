export type InAppBrowser = {
  /** A proper name, or `null` for an app that says no more than that it is one. */
  readonly app: string | null
  readonly system: 'android' | 'ios' | 'other'
}

/** The browser that an app keeps inside itself, by its user agent; `null` for a browser of its own. */
export function inAppBrowser(userAgent: string): InAppBrowser | null {
  const system = /Android/.test(userAgent) ? 'android' : /iPhone|iPad|iPod/.test(userAgent) ? 'ios' : 'other'
  const named = apps.find(([, mark]) => mark.test(userAgent))
  if (named) return { app: named[0], system }
  const isView = system === 'android' ? /; ?wv\)/.test(userAgent) : system === 'ios' && !/Safari\//.test(userAgent)
  return isView ? { app: null, system } : null
}

/** Messenger carries Facebook's marks, so it is asked first. */
const apps: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Zalo', /\bZalo(Theme)?\b/],
  ['Messenger', /MessengerForiOS|MessengerLite|Orca-Android/],
  ['Facebook', /\bFB(AN|AV|_IAB)\b/],
  ['Instagram', /\bInstagram\b/],
  ['TikTok', /musical_ly|\btrill_|BytedanceWebview|TikTok/],
  ['Viber', /\bViber\b/],
  ['Telegram', /\bTelegram-Android\b/],
  ['WeChat', /\bMicroMessenger\b/],
  ['LINE', /\bLine\/\d/],
]
