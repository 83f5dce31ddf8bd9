import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { declarations, linear, themes, tokenColors } from './token-colors.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const surfaces = ['paper', 'surface', 'stone']
const inks = ['ink', 'ink-soft']
const tints = [
  'gold-tint',
  'right-tint',
  'lacquer-tint',
  'info-tint',
  'hue-a-tint',
  'hue-b-tint',
  'hue-c-tint',
  'hue-d-tint',
]

const textPairs = [
  ...surfaces.flatMap((ground) => inks.map((ink) => [ink, ground] as const)),
  ...tints.map((ground) => ['ink', ground] as const),
  ['ink-soft', 'gold-tint'],
  ['ink-soft', 'lacquer-tint'],
  ['lacquer-ink', 'surface'],
  ['lacquer-ink', 'paper'],
  ['gold-ink', 'surface'],
  ['right', 'surface'],
  ['on-right', 'right'],
  ['on-lacquer', 'lacquer'],
  ['on-lacquer', 'lacquer-deep'],
  ['paper', 'ink'],
  ['surface', 'ink'],
  ['hue-a-on', 'hue-a'],
  ['hue-b-on', 'hue-b'],
  ['hue-c-on', 'hue-c'],
  ['hue-d-on', 'hue-d'],
] as const

const edgePairs = [
  ...surfaces.map((ground) => ['edge', ground] as const),
  ...surfaces.map((ground) => ['focus', ground] as const),
  ['gold', 'surface'],
  ['gold', 'gold-tint'],
  ['right', 'right-tint'],
  ['right', 'paper'],
  ['lacquer-ink', 'lacquer-tint'],
  ['info', 'info-tint'],
] as const

describe.each(themes)('in the %s theme', (theme) => {
  const colors = tokenColors(css, theme)
  const color = (name: string) => colors.get(name) ?? `missing ${name}`

  test.each(textPairs)('%s on %s reads at 7:1 or more', (ink, ground) => {
    expect(contrast(color(ink), color(ground))).toBeGreaterThanOrEqual(7)
  })

  test.each(edgePairs)('%s is seen against %s at 3:1 or more', (edge, ground) => {
    expect(contrast(color(edge), color(ground))).toBeGreaterThanOrEqual(3)
  })
})

test('who asks the system for more contrast gets exactly the contrast theme', () => {
  expect(declarations(css, ':root:not([data-theme]) {')).toEqual(declarations(css, "[data-theme='contrast'] {"))
})

function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
