import type { Locale } from './catalogue.ts'

const collator = new Intl.Collator('vi')

/** A register's order: by given name (the last word), then middle names, then family name. */
export function compareNames(a: string, b: string): number {
  return compareKeys(sortKey(a), sortKey(b))
}

/** The same order for whatever has names; each is taken apart but once, which a slow phone feels with two hundred. */
export function sortByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: sortKey(nameOf(item)) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item)
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

type SortKey = { readonly given: string; readonly rest: string; readonly name: string }

function compareKeys(a: SortKey, b: SortKey): number {
  return collator.compare(a.given, b.given) || collator.compare(a.rest, b.rest) || collator.compare(a.name, b.name)
}

function sortKey(name: string): SortKey {
  // "Ngô Thị Duyên (Tổ đảng số 1)": what tells two of one name apart is no part of the name.
  const words = name
    .normalize('NFC')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .trim()
    .split(/\s+/)
  const given = words[words.length - 1] ?? ''
  return { given, rest: [...words.slice(1, -1), words[0] ?? ''].join(' '), name }
}
