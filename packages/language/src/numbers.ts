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

/** "41,237": all that was measured, for an order that a tenth does not explain (R7). */
export function formatSecondsExactly(millis: number, locale: Locale): string {
  const rest = String(millis % 1000).padStart(3, '0')
  return Math.floor(millis / 1000) + decimalMark(locale) + rest
}

/** "tháng 4/2026" – "April 2026". */
export function formatMonth(month: string, locale: Locale): string {
  const [year = '', number = ''] = month.split('-')
  if (locale === 'vi') return `tháng ${Number(number)}/${year}`
  return `${englishMonths[Number(number) - 1] ?? number} ${year}`
}

const englishMonths = [
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
