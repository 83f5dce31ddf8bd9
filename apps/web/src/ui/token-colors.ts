/** For the colour tests only: what tokens.css says, per theme. */
export type Theme = 'light' | 'dark' | 'contrast'

export const themes: readonly Theme[] = ['light', 'dark', 'contrast']

/** Later themes override the light one, as the cascade does. */
export function tokenColors(css: string, theme: Theme): ReadonlyMap<string, string> {
  const light = declarations(css, ':root {')
  return theme === 'light' ? light : new Map([...light, ...declarations(css, `[data-theme='${theme}'] {`)])
}

export function declarations(css: string, opening: string): Map<string, string> {
  const start = css.indexOf(opening)
  if (start < 0) throw new Error(`tokens.css has no block ${opening}`)
  const block = css.slice(start, css.indexOf('}', start))
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  )
}

export type Rgb = readonly [red: number, green: number, blue: number]

/** Linear light, 0 to 1. */
export function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}
