/** As it is typed and shown: 05/04/1960, or the year alone. */
export function birthdayText(birthday: string | null): string {
  const [year = '', month, day] = birthday?.split('-') ?? []
  return month === undefined || day === undefined ? year : `${day}/${month}/${year}`
}

/** What was typed as the roster keeps it; `null` for nothing, `undefined` for what is no birthday. */
export function readBirthday(typed: string): string | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (/^(?:19|20)\d\d$/.test(text)) return text
  const [, day, month, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]((?:19|20)\d\d)$/.exec(text) ?? []
  if (day === undefined || month === undefined || year === undefined) return undefined
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const exists = date.getUTCDate() === Number(day) && date.getUTCMonth() === Number(month) - 1
  return exists ? date.toISOString().slice(0, 10) : undefined
}
