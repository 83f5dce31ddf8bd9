/** `regular` is 18 px at the browser's default; see reset.css. */
export const textSizes = ['small', 'regular', 'large'] as const

export type TextSize = (typeof textSizes)[number]

export function applyTextSize(size: TextSize): void {
  document.documentElement.dataset['textSize'] = size
}

export function rememberTextSize(size: TextSize): void {
  try {
    localStorage.setItem(storageKey, size)
  } catch {
    // Storage is refused in private windows and some in-app browsers: the choice then lasts as long as the page.
  }
}

export function rememberedTextSize(): TextSize {
  try {
    const stored = localStorage.getItem(storageKey)
    return textSizes.find((size) => size === stored) ?? 'regular'
  } catch {
    return 'regular'
  }
}

const storageKey = 'khac-sau.text-size'
