import type { Locale } from './catalogue.ts'

const collator = new Intl.Collator('vi')

/** A register's order: by given name (the last word), then middle names, then family name. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)]
  return collator.compare(left.given, right.given) || collator.compare(left.rest, right.rest) || collator.compare(a, b)
}

/** For searching only, never for identity: "Hòa", "Hoà" and "hoa" are found alike, đ as d. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** Every word that was typed begins a word of the name, in any order: "an nguyen" finds "Nguyễn Văn An". */
export function nameMatches(name: string, typed: string): boolean {
  const words = foldForSearch(name).split(' ')
  return foldForSearch(typed)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)))
}

/** How a list of names reads: "An, Bình và Chi". */
export function joinNames(names: readonly string[], locale: Locale): string {
  if (names.length < 2) return names[0] ?? ''
  const last = locale === 'vi' ? ' và ' : ' and '
  return names.slice(0, -1).join(', ') + last + (names[names.length - 1] ?? '')
}

function sortKey(name: string): { readonly given: string; readonly rest: string } {
  // "Ngô Thị Duyên (Tổ đảng số 1)": what tells two of one name apart is no part of the name.
  const words = name
    .normalize('NFC')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .trim()
    .split(/\s+/)
  const given = words[words.length - 1] ?? ''
  return { given, rest: [...words.slice(1, -1), words[0] ?? ''].join(' ') }
}
