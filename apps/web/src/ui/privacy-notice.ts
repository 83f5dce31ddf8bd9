/** Of the notice that play.ts holds: whoever saw another one is shown it again. */
const noticeVersion = '1'

export function isNoticeSeen(): boolean {
  try {
    return localStorage.getItem(storageKey) === noticeVersion
  } catch {
    return false
  }
}

/** Once on each device; where the browser keeps nothing, each time. */
export function rememberNotice(): void {
  try {
    localStorage.setItem(storageKey, noticeVersion)
  } catch {
    // As above.
  }
}

const storageKey = 'khac-sau.privacy-notice'
