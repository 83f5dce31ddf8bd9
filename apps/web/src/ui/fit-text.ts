/** Sizes are in projector units: 1% of the height of a 16:9 screen (`--unit` in tokens.css). */
export type Units = number

export type QuestionText = {
  readonly stemCharacters: number
  readonly optionCharacters: readonly number[]
  /** The room the question has, everything else on the screen taken off. */
  readonly width: Units
  readonly height: Units
}

export type QuestionFit = {
  readonly stemSize: Units
  readonly optionSize: Units
  readonly columns: number
  /** False when even the smallest sizes overflow: the caller must scroll. */
  readonly fits: boolean
}

export type PhoneTextStep = 'short' | 'long' | 'longer'

/** Shared with question-board.tsx, which hands them to the style sheet: the model and the drawing may not drift apart. */
export const geometry = {
  gap: 2.4,
  columnWidth: 9.4,
  paddingX: 1.8,
  paddingY: 1.4,
  stemBottom: 2.6,
  leading: 1.45,
} as const

/**
 * The largest stem and option sizes at which a question fits its room. At the preferred sizes the x-height of Be Vietnam
 * Pro (0.53 em) is 3.6% and 3.1% of the screen, what the last row can read; long texts step down from there.
 */
export function fitQuestion(text: QuestionText): QuestionFit {
  const fits = columnChoices(text.optionCharacters.length).map((columns) => fitColumns(text, columns))
  return fits.reduce((best, fit) => (readability(fit) > readability(best) ? fit : best))
}

/** Phones scroll, so a long option only steps down enough to keep four of them in sight. */
export function phoneTextStep(characters: number): PhoneTextStep {
  if (characters <= 70) return 'short'
  return characters <= 180 ? 'long' : 'longer'
}

const preferred = { stem: 6.8, option: 5.8 } as const
const least = { stem: 1.6, option: 1.4 } as const
const step = 0.1
/** Measured over Vietnamese prose at weight 600, with a little to spare. */
const characterWidth = 0.53
/** A line breaks before the word that does not fit: on average this many characters of it stay empty. */
const lostAtLineEnd = 2

/** Four options are always 2 × 2: a place on the screen is part of what an option is recognised by. */
function columnChoices(options: number): readonly number[] {
  if (options <= 2) return [options, 1]
  if (options === 3) return [1, 3]
  if (options === 4) return [2]
  return options <= 6 ? [2, 3] : [2, 4]
}

function fitColumns(text: QuestionText, columns: number): QuestionFit {
  let best: QuestionFit = { stemSize: least.stem, optionSize: least.option, columns, fits: false }
  for (const optionSize of sizes(preferred.option, least.option)) {
    const room = text.height - tilesHeight(text, columns, optionSize) - geometry.stemBottom
    const stemSize = sizes(preferred.stem, least.stem).find(
      (size) => textHeight(text.stemCharacters, size, text.width) <= room,
    )
    if (stemSize === undefined || stemSize < optionSize) continue
    const fit = { stemSize, optionSize, columns, fits: true }
    if (readability(fit) > readability(best)) best = fit
  }
  return best
}

/** The harder of the two to read decides; the sum only breaks ties. */
function readability({ stemSize, optionSize, fits }: QuestionFit): number {
  const stem = stemSize / preferred.stem
  const option = optionSize / preferred.option
  return (fits ? 10 : 0) + Math.min(stem, option) + (stem + option) / 100
}

function tilesHeight({ optionCharacters, width }: QuestionText, columns: number, size: Units): Units {
  const tileWidth = (width - geometry.gap * (columns - 1)) / columns
  const textWidth = tileWidth - geometry.columnWidth - 2 * geometry.paddingX
  const longest = Math.max(...optionCharacters)
  // Rows share one height, so that tiles stay a calm grid: the longest option sets it.
  const tile = Math.max(textHeight(longest, size, textWidth), geometry.columnWidth * 0.8) + 2 * geometry.paddingY
  const rows = Math.ceil(optionCharacters.length / columns)
  return rows * tile + (rows - 1) * geometry.gap
}

function textHeight(characters: number, size: Units, width: Units): Units {
  const perLine = Math.max(width / (size * characterWidth) - lostAtLineEnd, 4)
  return Math.max(1, Math.ceil(characters / perLine)) * size * geometry.leading
}

function sizes(from: Units, to: Units): readonly Units[] {
  return Array.from({ length: Math.round((from - to) / step) + 1 }, (_, index) => from - index * step)
}
