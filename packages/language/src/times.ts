import type { Locale } from './catalogue.ts'

/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975, wherever the reader's clock thinks it is. */
const offsetMillis = 7 * 60 * 60 * 1000

/** "22/11/2026 12:05" in both languages: one date must not read as two. */
export function formatDateTime(wallMillis: number): string {
  const [day = '', time = ''] = new Date(wallMillis + offsetMillis).toISOString().split('T')
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`
}

/** "19 giờ 32"; with the day where it is not the reader's today: "19 giờ 32 ngày 22/11/2026". */
export function formatMoment(wallMillis: number, nowMillis: number, locale: Locale): string {
  const [day = '', time = ''] = formatDateTime(wallMillis).split(' ')
  const [hour = '', minute = ''] = time.split(':')
  const clock = locale === 'vi' ? `${Number(hour)} giờ ${minute}` : time
  if (formatDateTime(nowMillis).startsWith(day)) return clock
  return locale === 'vi' ? `${clock} ngày ${day}` : `${clock} on ${day}`
}

/** "14,2 MB"; what is smaller than a tenth is still something. */
export function formatMegabytes(bytes: number, locale: Locale): string {
  const tenths = Math.max(1, Math.round(bytes / 100_000))
  return `${Math.floor(tenths / 10)}${locale === 'vi' ? ',' : '.'}${tenths % 10}\u00a0MB`
}
