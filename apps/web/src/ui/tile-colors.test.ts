import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { linear, themes, tokenColors, type Rgb } from './token-colors.ts'

type Matrix = readonly [Rgb, Rgb, Rgb]
type Lab = readonly [lightness: number, a: number, b: number]

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const least = 20

/** Viénot, Brettel & Mollon 1999, reduced to one matrix on linear RGB each. */
const protan: Matrix = [
  [0.10889, 0.89111, 0],
  [0.10889, 0.89111, 0],
  [0.00447, -0.00447, 1],
]
const deutan: Matrix = [
  [0.29031, 0.70969, 0],
  [0.29031, 0.70969, 0],
  [-0.02197, 0.02197, 1],
]

/** Brettel, Viénot & Mollon 1997: tritan needs two half planes. */
const tritanPlane: Rgb = [0.03901, -0.02788, -0.01113]
const tritanAbove: Matrix = [
  [1.01277, 0.13548, -0.14826],
  [-0.01243, 0.86812, 0.14431],
  [0.07589, 0.805, 0.11911],
]
const tritanBelow: Matrix = [
  [0.93678, 0.18979, -0.12657],
  [0.06154, 0.81526, 0.1232],
  [-0.37562, 1.12767, 0.24796],
]

const visions: Readonly<Record<string, (color: Rgb) => Rgb>> = {
  trichromat: (color) => color,
  protan: (color) => times(protan, color),
  deutan: (color) => times(deutan, color),
  tritan: (color) => times(dot(tritanPlane, color) >= 0 ? tritanAbove : tritanBelow, color),
}

describe.each(themes)('in the %s theme', (theme) => {
  const colors = tokenColors(css, theme)
  const hues = ['hue-a', 'hue-b', 'hue-c', 'hue-d'] as const

  test.each(Object.entries(visions))('the four hues stay apart for a %s eye', (_, see) => {
    const seen = hues.map((hue) => lab(see(linear(colors.get(hue) ?? ''))))
    const closest = Math.min(...pairs(seen).map(([left, right]) => ciede2000(left, right)))

    expect(closest).toBeGreaterThanOrEqual(least)
  })
})

test('the colour difference agrees with published CIEDE2000 pairs (Sharma, Wu & Dalal 2005)', () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4)
  expect(ciede2000([50, -1, 2], [50, 0, 0])).toBeCloseTo(2.3669, 4)
  expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4)
})

test('red and green of one lightness, the usual mistake, would fail for a deutan eye', () => {
  const [red, green] = ['#b03a3a', '#4f7a2f'].map((hex) => lab(times(deutan, linear(hex))))

  expect(ciede2000(red ?? [0, 0, 0], green ?? [0, 0, 0])).toBeLessThan(least)
})

function pairs<Item>(items: readonly Item[]): (readonly [Item, Item])[] {
  return items.flatMap((left, index) => items.slice(index + 1).map((right) => [left, right] as const))
}

function dot(left: Rgb, right: Rgb): number {
  return left[0] * right[0] + left[1] * right[1] + left[2] * right[2]
}

function times(matrix: Matrix, color: Rgb): Rgb {
  return [dot(matrix[0], color), dot(matrix[1], color), dot(matrix[2], color)]
}

/** D65. */
function lab(color: Rgb): Lab {
  const clipped: Rgb = [clip(color[0]), clip(color[1]), clip(color[2])]
  const x = root(dot([0.4124564, 0.3575761, 0.1804375], clipped) / 0.95047)
  const y = root(dot([0.2126729, 0.7151522, 0.072175], clipped))
  const z = root(dot([0.0193339, 0.119192, 0.9503041], clipped) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function clip(value: number): number {
  return Math.min(1, Math.max(0, value))
}

function root(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 / 116) * value + 16 / 116
}

function ciede2000([lightness1, a1, b1]: Lab, [lightness2, a2, b2]: Lab): number {
  const stretch = 1 + 0.5 * (1 - saturation((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2))
  const chroma1 = Math.hypot(a1 * stretch, b1)
  const chroma2 = Math.hypot(a2 * stretch, b2)
  const hue1 = hueAngle(a1 * stretch, b1)
  const hue2 = hueAngle(a2 * stretch, b2)
  const grey = chroma1 * chroma2 === 0
  const turn = grey ? 0 : shortestTurn(hue2 - hue1)
  const meanHue = grey ? hue1 + hue2 : (hue1 + turn / 2 + 360) % 360
  const meanChroma = (chroma1 + chroma2) / 2
  const fromGrey = ((lightness1 + lightness2) / 2 - 50) ** 2
  const light = (lightness2 - lightness1) / (1 + (0.015 * fromGrey) / Math.sqrt(20 + fromGrey))
  const chroma = (chroma2 - chroma1) / (1 + 0.045 * meanChroma)
  const hue = (2 * Math.sqrt(chroma1 * chroma2) * sine(turn / 2)) / (1 + 0.015 * meanChroma * hueWeight(meanHue))
  const rotation = -2 * saturation(meanChroma) * sine(60 * Math.exp(-(((meanHue - 275) / 25) ** 2)))
  return Math.sqrt(light ** 2 + chroma ** 2 + hue ** 2 + rotation * chroma * hue)
}

function saturation(chroma: number): number {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7))
}

function hueWeight(hue: number): number {
  return 1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6) - 0.2 * cosine(4 * hue - 63)
}

function hueAngle(a: number, b: number): number {
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
}

function shortestTurn(degrees: number): number {
  if (degrees > 180) return degrees - 360
  return degrees < -180 ? degrees + 360 : degrees
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180)
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180)
}
