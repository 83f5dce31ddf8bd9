import type { OwnAnswerView } from '@khac-sau/engine'
import { formatSeconds, type Locale, type play } from '@khac-sau/language'

/** What stands beside *Đã ghi nhận*. R2: the time of an interrupted question counts for nobody and is not shown. */
export function savedDetail(
  { automatic, responseMillis }: OwnAnswerView,
  untimed: boolean,
  text: (typeof play)['vi'],
  locale: Locale,
): string {
  if (untimed) return text.untimed
  const seconds = formatSeconds(responseMillis, locale)
  return automatic ? text.savedAutomatically({ seconds }) : text.savedAfter({ seconds })
}
