import { describe, expect, test } from 'vitest'
import { scriptsOf, stylesOf } from './emitted.ts'
import type { Finding } from './oldest-browsers.ts'
import { newerInScripts } from './script-support.ts'
import { newerInStyles } from './style-support.ts'

const nothing = 'Without it nothing is missing that anybody needs.'

/** Newer than the oldest browsers, and why it may be there all the same. */
const harmless: Readonly<Record<string, string>> = {
  reportError: 'React asks first whether there is one.',
  setImmediate: 'React asks first whether there is one.',
  '.startViewTransition()': 'React tries, and goes on without; only for <ViewTransition>, which no page has.',
  '.skipTransition()': 'Only for <ViewTransition>.',
  '.getKeyframes()': 'Only for <ViewTransition>.',
  '.setKeyframes()': 'Only for <ViewTransition>.',
  '.getState()': 'React asks first whether there is a navigation object.',
  '.showModal()': 'ui/dialog.tsx asks first, and lays the dialog over the page itself.',
  '.vibrate()': 'play/use-saved-buzz.ts asks first whether there is one.',
  '.writeText()': 'ui/copy-text.ts goes on with what older browsers have.',
  '.use()': 'A function of React, not of DisposableStack.',
  '.adopt()': 'A function of the session, not of DisposableStack.',
  '.opened()': 'A function that the session is given, not of a TCP socket.',
  '.drop()': 'A function of the session, not of an iterator.',
  'align-content: start': 'Old in a grid; flex rows take it for flex-start.',
  'align-self: start': 'Old in a grid; flex rows take it for flex-start.',
  '::backdrop': 'Comes and goes with showModal().',
  'content-visibility': 'Older browsers draw the whole list, as they did.',
  'contain-intrinsic-size': 'Says how high is what content-visibility leaves undrawn.',
  'text-size-adjust': nothing,
  'text-underline-offset': nothing,
  'scroll-behavior': nothing,
  'scroll-margin': nothing,
  'forced-color-adjust': nothing,
  '-webkit-tap-highlight-color': nothing,
}

const features = (findings: readonly Finding[]) => findings.map(({ feature }) => feature)

const pages = ['index', 'board', 'remote'] as const

describe.each(pages)('the page %s runs on Chrome 80 and Safari 13', (page) => {
  test('its scripts ask for nothing newer', () => {
    const findings = newerInScripts(scriptsOf(page, 'all'))

    expect(findings.filter(({ feature }) => !(feature in harmless))).toEqual([])
  })

  test('its styles ask for nothing newer without a fallback', () => {
    const styles = stylesOf(page)

    expect(styles.length).toBeGreaterThan(0)
    expect(styles.flatMap(newerInStyles).filter(({ feature }) => !(feature in harmless))).toEqual([])
  })
})

test('nothing is called harmless that is not there any more', () => {
  const scripts = pages.flatMap((page) => newerInScripts(scriptsOf(page, 'all')))
  const found = new Set(features([...scripts, ...pages.flatMap(stylesOf).flatMap(newerInStyles)]))

  expect(Object.keys(harmless).filter((name) => !found.has(name))).toEqual([])
})

test.each([
  ['a?.b', '?.'],
  ['a ?? b', '??'],
  ['10n', '1n'],
  [String.raw`/(?<=a)b/`, 'lookbehind'],
  ['structuredClone(a)', 'structuredClone'],
  ['new AggregateError([])', 'AggregateError'],
  ['a.at(-1)', '.at()'],
  ['a.replaceAll("b", "c")', '.replaceAll()'],
  ['Object.hasOwn(a, "b")', '.hasOwn()'],
  ['crypto.randomUUID()', '.randomUUID()'],
  ['a.replaceChildren()', '.replaceChildren()'],
])('the script %s is found to ask for %s', (script, feature) => {
  expect(features(newerInScripts([script]))).toEqual([feature])
})

test.each(['a ||= b', 'class A { b = 1 }', '1_000', 'class A { #b() {} }'])('the script %s does not pass', (script) => {
  expect(() => newerInScripts([script])).toThrow(SyntaxError)
})

test.each([
  'a && a.b',
  'import("./a.js")',
  '[1].flatMap(a)',
  'async function* a() { for await (const { b, ...c } of d) yield c }',
  'const own = { subscribe() {} }; own.subscribe()',
])('the script %s asks for nothing newer', (script) => {
  expect(newerInScripts([script])).toEqual([])
})

test.each([
  ['a { inset: 0 }', 'inset'],
  ['a:has(b) { color: red }', ':has'],
  ['a, a:focus-visible { color: red }', ':focus-visible'],
  ['a { height: 100dvh }', 'height: dvh'],
  ['a { color: color-mix(in srgb, red, blue) }', 'color: color-mix('],
  ['a { width: clamp(1px, 2px, 3px) }', 'width: clamp('],
  ['a { aspect-ratio: 1 }', 'aspect-ratio'],
  ['a { display: flex; gap: 4px }', 'gap on flex'],
  ['a { --size: 100dvh }', '--size: dvh'],
  ['@layer a { b { color: red } }', '@layer'],
  ['@media (width < 30em) { a { color: red } }', '@media with < or >'],
  ['a { b { color: red } }', 'nesting'],
])('the style %s is found to ask for %s', (style, feature) => {
  expect(features(newerInStyles(style))).toEqual([feature])
})

test.each([
  'a { height: 100vh; height: 100dvh }',
  'a { -webkit-appearance: none; appearance: none }',
  '@supports (height: 1dvh) { a { height: 100dvh } }',
  'a { display: grid; gap: 4px }',
  'a:focus:not(:focus-visible) { outline: none }',
  'a::-moz-progress-bar { color: red }',
  'a { background: url("dvh-100dvh.png") no-repeat; content: "5dvh :has" }',
])('the style %s asks for nothing newer, or has a fallback', (style) => {
  expect(newerInStyles(style)).toEqual([])
})
