import type { Locale } from './catalogue.ts'

/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975, wherever the reader's clock thinks it is. */
const offsetMillis = 7 * 60 * 60 * 1000

/** "22/11/2026 12:05" in both languages: one date must not read as two. */
export function formatDateTime(wallMillis: number): string {
  const [day = '', time = ''] = new Date(wallMillis + offsetMillis).toISOString().split('T')
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`
}

/** "14,2 MB"; what is smaller than a tenth is still something. */
export function formatMegabytes(bytes: number, locale: Locale): string {
  const tenths = Math.max(1, Math.round(bytes / 100_000))
  return `${Math.floor(tenths / 10)}${locale === 'vi' ? ',' : '.'}${tenths % 10}\u00a0MB`
}
