import { formatMonth, hostMerge, type Locale } from '@khac-sau/language'
import type { Member } from '@khac-sau/protocol'

/** "từ tháng 1/2026 đến tháng 3/2026" */
export function memberMonths({ fromMonth, toMonth }: Pick<Member, 'fromMonth' | 'toMonth'>, locale: Locale): string {
  return hostMerge[locale].monthsOf({
    from: formatMonth(fromMonth, locale),
    to: toMonth === null ? '' : formatMonth(toMonth, locale),
  })
}
