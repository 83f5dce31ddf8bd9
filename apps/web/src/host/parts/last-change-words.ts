import { formatMoment, hostConflict } from '@khac-sau/language'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import type { Failed } from './api.ts'

/** Who was there before, and when. */
export function useLastChangeWords(): (lastChange: Failed['lastChange']) => string {
  const text = useMessages(hostConflict)
  const { locale } = useLanguage()
  return (lastChange) => {
    if (!lastChange) return text.unknown
    const time = formatMoment(lastChange.atMs, Date.now(), locale)
    if (lastChange.isYou) return text.byYou({ time })
    return lastChange.byName === null ? text.bySomebody({ time }) : text.byName({ name: lastChange.byName, time })
  }
}
