import type { StandingsView } from '@khac-sau/engine'
import { formatScore, type Locale } from '@khac-sau/language'
import type { NameGroup } from './name-columns.tsx'
import type { ScreenText } from './place-order.ts'

/** Who stands beside the places: with a score and without a rank (A9), and everyone else by name alone (P1). */
export function nameLists(
  { apart, others }: Pick<StandingsView, 'apart' | 'others'>,
  text: ScreenText,
  locale: Locale,
): readonly NameGroup[] {
  const scored = apart.map(
    ({ name, scoreHundredths }) => `${name} · ${text.points({ score: formatScore(scoreHundredths, locale) })}`,
  )
  const lists: readonly NameGroup[] = [
    { key: 'apart', heading: text.apart, names: scored, inOrder: true },
    { key: 'others', heading: text.tookPart, names: others },
  ]
  return lists.filter(({ names }) => names.length > 0)
}

export function countNames(lists: readonly NameGroup[]): number {
  return lists.reduce((sum, { names }) => sum + names.length, 0)
}
