import type { HostRankingRow } from '@khac-sau/engine'
import { formatScore, formatSecondsSideBySide, hostLive, type Locale } from '@khac-sau/language'

type RankingPart = Pick<HostRankingRow, 'scoreHundredths' | 'totalMillis' | 'aboveNext'>

/** R7: the arithmetic that puts one line above the next. */
export function whyAbove(row: RankingPart, below: RankingPart | undefined, locale: Locale): string | null {
  if (row.aboveNext === null || !below) return null
  const text = hostLive[locale]
  const score = formatScore(row.scoreHundredths, locale)
  switch (row.aboveNext) {
    case 'score':
      return text.whyScore({ score, below: formatScore(below.scoreHundredths, locale) })
    case 'same':
      return text.whySame
    case 'time':
    case 'within-error':
    case 'firsts': {
      const seconds = formatSecondsSideBySide(row.totalMillis, below.totalMillis, locale)
      const why = row.aboveNext === 'within-error' ? text.whyWithinError : text.whyTime
      return why({ score, time: seconds.above, below: seconds.below })
    }
  }
}
