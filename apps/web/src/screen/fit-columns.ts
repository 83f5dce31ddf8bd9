/** Sizes are in projector units: 1% of the height of a 16:9 screen (`--unit` in tokens.css). */
export type Units = number

export type ColumnsText = {
  /** How many items each group has; every group starts below the one before, under its heading. */
  readonly groups: readonly number[]
  /** Of the widest item with the distance to the next column, in letter heights (em). */
  readonly itemWidth: number
  readonly itemHeight: number
  readonly headingHeight: number
  readonly width: Units
  readonly height: Units
  readonly most: Units
}

export type ColumnsFit = { readonly size: Units; readonly columns: number }

/** The largest letters at which all items are on one screen: it never scrolls, whether 9 came or 200. */
export function fitColumns(text: ColumnsText): ColumnsFit {
  for (let size = text.most; size > least; size -= step) {
    const columns = Math.min(Math.floor(text.width / (text.itemWidth * size)), Math.max(1, ...text.groups))
    if (columns >= 1 && (accentRoom + heightAt(text, columns)) * size <= text.height)
      return { size, columns: fewest(text, columns) }
  }
  return { size: least, columns: Math.max(1, Math.floor(text.width / (text.itemWidth * least))) }
}

/** Of the widest of these names, set in the weight of the lists. */
export function widestName(names: readonly string[]): number {
  return names.reduce((widest, name) => Math.max(widest, name.length), 6) * characterWidth
}

const least = 0.9
/** Above the first line: `--accent-room` of tokens.css. */
const accentRoom = 0.15
const step = 0.05
/** Measured over Vietnamese names in Be Vietnam Pro 600, with a little to spare. */
const characterWidth = 0.54

function heightAt({ groups, itemHeight, headingHeight }: ColumnsText, columns: number): number {
  return groups.reduce((sum, count) => sum + headingHeight + Math.ceil(count / columns) * itemHeight, 0)
}

/** Columns that would save no row only scatter the names: 14 in two columns read better than in five. */
function fewest(text: ColumnsText, columns: number): number {
  let kept = columns
  while (kept > 1 && heightAt(text, kept - 1) === heightAt(text, columns)) kept -= 1
  return kept
}
