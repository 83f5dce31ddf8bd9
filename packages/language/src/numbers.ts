import type { Locale } from './catalogue.ts'

/** "8,57", "7,5", "10": hundredths of a point, without idle zeros. */
export function formatScore(hundredths: number, locale: Locale): string {
  const whole = Math.floor(hundredths / 100)
  const rest = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : whole + decimalMark(locale) + rest
}

/** "41,2": seconds with one decimal, cut and not rounded, so that 29,96 s is never shown as 30,0. */
export function formatSeconds(millis: number, locale: Locale): string {
  const tenths = Math.floor(Math.max(0, millis) / 100)
  return Math.floor(tenths / 10) + decimalMark(locale) + (tenths % 10)
}

/** "41,237": all that was measured. */
function formatSecondsExactly(millis: number, locale: Locale): string {
  const rest = String(millis % 1000).padStart(3, '0')
  return Math.floor(millis / 1000) + decimalMark(locale) + rest
}

/** Two times whose order is explained (R7): in tenths, or all that was measured where equal tenths would explain nothing. */
export function formatSecondsSideBySide(
  above: number,
  below: number,
  locale: Locale,
): { readonly above: string; readonly below: string } {
  const inTenths = { above: formatSeconds(above, locale), below: formatSeconds(below, locale) }
  if (inTenths.above !== inTenths.below) return inTenths
  return { above: formatSecondsExactly(above, locale), below: formatSecondsExactly(below, locale) }
}

/** "0,15": seconds in hundredths, rounded up, as an error must be that is promised. */
export function formatSecondsUp(millis: number, locale: Locale): string {
  const hundredths = Math.ceil(millis / 10)
  return Math.floor(hundredths / 100) + decimalMark(locale) + String(hundredths % 100).padStart(2, '0')
}

/** "tháng 4/2026" – "April 2026". */
export function formatMonth(month: string, locale: Locale): string {
  const [year = '', number = ''] = month.split('-')
  if (locale === 'vi') return `tháng ${Number(number)}/${year}`
  return `${englishMonths[Number(number) - 1] ?? number} ${year}`
}

export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function decimalMark(locale: Locale): string {
  return locale === 'vi' ? ',' : '.'
}

/** "45", "7,5": seconds without idle zeros, for what was set and not measured. */
export function formatSecondsShort(millis: number, locale: Locale): string {
  return formatScore(Math.floor(millis / 10), locale)
}

/** A9: "1,5", "2". */
export function formatTimes(timePercent: number, locale: Locale): string {
  return formatScore(timePercent, locale)
}
