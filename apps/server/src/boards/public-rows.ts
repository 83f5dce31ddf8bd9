import {
  isPublic,
  type MemberId,
  orderReason,
  type OrderReason,
  type PublicPlaces,
  type Standing,
} from '@khac-sau/engine'
import { compareNames } from '@khac-sau/language'

/** P1: the rows, in order of rank, that everyone may see. */
export function publicRows<Row extends { readonly rank: number }>(
  rows: readonly Row[],
  places: PublicPlaces,
): readonly Row[] {
  return rows.filter(({ rank }) => isPublic(rank, places))
}

/** R7: why each row stands above the next one that may be seen; the last one has none. */
export function reasonsBelow(rows: readonly Standing[]): readonly (OrderReason | null)[] {
  return rows.map((row, index) => {
    const below = rows[index + 1]
    return below ? orderReason(row, below) : null
  })
}

/** P1: everyone else who took part, alphabetically, so that the order says nothing: *đã tham gia*. */
export function otherNames(
  tookPart: Iterable<MemberId>,
  shown: ReadonlySet<MemberId>,
  { nameOf }: { readonly nameOf: (memberId: MemberId) => string },
): string[] {
  return [...tookPart]
    .filter((memberId) => !shown.has(memberId))
    .map(nameOf)
    .sort(compareNames)
}
