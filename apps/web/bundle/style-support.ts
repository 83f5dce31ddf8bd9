import postcss, { type AtRule, type Declaration, type Rule } from 'postcss'
import type { Identifier } from '@mdn/browser-compat-data'
import { compat, featuresOf, isSupported, type Finding } from './oldest-browsers.ts'

/** What a style sheet asks of a browser that the oldest ones have not, and has no fallback for. */
export function newerInStyles(css: string): readonly Finding[] {
  const findings: Finding[] = []
  postcss.parse(css).walk((node) => {
    if (isAskedFor(node)) return
    const where = node.toString().slice(0, 120)
    for (const feature of newerIn(node)) findings.push({ feature, where })
  })
  return findings
}

type StyleNode = Parameters<Parameters<ReturnType<typeof postcss.parse>['walk']>[0]>[0]

function newerIn(node: StyleNode): readonly string[] {
  switch (node.type) {
    case 'atrule':
      return newerInAtRule(node)
    case 'rule':
      return [
        ...(node.parent?.type === 'rule' ? ['nesting'] : newerInSelector(node.selector)),
        ...(hasFlexGap(node) ? ['gap on flex'] : []),
      ]
    case 'decl':
      return newerInDeclaration(node)
    case 'comment':
      return []
  }
}

/** Inside `@supports` whoever does not know it does not read it. */
function isAskedFor(node: StyleNode): boolean {
  for (let parent = node.parent; parent; parent = parent.parent as typeof parent) {
    if (parent.type === 'atrule' && 'name' in parent && parent.name === 'supports') return true
  }
  return false
}

const { properties, selectors, types, 'at-rules': atRules } = compat.css

function newerInAtRule({ name, params }: AtRule): readonly string[] {
  const feature = atRules?.[name]
  if (!name.startsWith('-') && feature && !isSupported(feature)) return [`@${name}`]
  return name === 'media' && /[<>]/.test(params) ? ['@media with < or >'] : []
}

/** One selector that is not understood makes its whole list void. */
function newerInSelector(selector: string): readonly string[] {
  // What only takes the ring away again from whoever points leaves it, where it is not understood.
  const asked = selector.replaceAll(':focus:not(:focus-visible)', '')
  const isAlone = !selector.includes(',')
  return [...asked.matchAll(/::?(-?[a-z][a-z-]*)/g)].flatMap(([text, name = '']) => {
    if (isAlone && name.startsWith('-')) return []
    const feature = selectors?.[name]
    return feature && isSupported(feature) ? [] : [text]
  })
}

/** `gap` is old in a grid, and newer in a row or column of flex items. */
function hasFlexGap(rule: Rule): boolean {
  const declared = (names: RegExp, values: RegExp) =>
    rule.some((node) => node.type === 'decl' && names.test(node.prop) && values.test(node.value))
  return declared(/^display$/, /^(inline-)?flex$/) && declared(/^(row-|column-)?gap$/, /[1-9]|var/)
}

function newerInDeclaration(declaration: Declaration): readonly string[] {
  const newer = newerWords(declaration)
  return newer.length > 0 && hasFallback(declaration) ? [] : newer
}

/** What is not understood is passed over, and what stands before it holds, also under its prefixed name. */
function hasFallback(declaration: Declaration): boolean {
  for (const node of declaration.parent?.nodes ?? []) {
    if (node === declaration) return false
    if (node.type !== 'decl') continue
    if (node.prop === `-webkit-${declaration.prop}`) return true
    if (node.prop === declaration.prop && newerWords(node).length === 0) return true
  }
  return false
}

function newerWords({ prop, value }: Declaration): readonly string[] {
  const property = prop.startsWith('--') ? undefined : properties?.[prop]
  if (property && !isSupported(property)) return [prop]
  const bare = value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '')
  const words = [...bare.matchAll(/(?<![\w#.-])-?[a-z][a-z-]*(\()?/gi)].flatMap(([word, call]) => {
    const features = call
      ? (functions.get(word.slice(0, -1)) ?? [])
      : [property?.[word]].filter((it) => it !== undefined)
    return features.length === 0 || features.some(isSupported) ? [] : [`${prop}: ${word}`]
  })
  const lengths = [...bare.matchAll(/(?<![\w#-])[\d.]+([a-z]+)/gi)].flatMap(([, unit = '']) => {
    const feature = types?.['length']?.[unitFeature(unit)]
    return !feature || isSupported(feature) ? [] : [`${prop}: ${unit}`]
  })
  return [...words, ...lengths]
}

function unitFeature(unit: string): string {
  if (/^[dsl]v(h|w|i|b|min|max)$/.test(unit)) {
    const size = { d: 'dynamic', s: 'small', l: 'large' }[unit[0] ?? '']
    return `viewport_percentage_units_${size}`
  }
  return unit.startsWith('cq') ? 'container_query_length_units' : unit
}

const functions = functionsBelow(types ?? {})

function functionsBelow(branch: Identifier, known = new Map<string, Identifier[]>()): Map<string, Identifier[]> {
  for (const [name, feature] of featuresOf(branch)) {
    known.set(name, [...(known.get(name) ?? []), feature])
    functionsBelow(feature, known)
  }
  return known
}
