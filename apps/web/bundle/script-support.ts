import { parse, type AnyNode, type Node, type Program } from 'acorn'
import { full, simple } from 'acorn-walk'
import type { Identifier } from '@mdn/browser-compat-data'
import { compat, featuresOf, isSupported, type Finding } from './oldest-browsers.ts'

/**
 * What the scripts of one page ask of a browser that the oldest ones have not. Types are not known here: a call of
 * `.name()` is one of the platform's unless the scripts themselves define a `name`.
 */
export function newerInScripts(scripts: readonly string[]): readonly Finding[] {
  const programs = scripts.map((code) => ({ code, program: parsed(code) }))
  const own = new Set(programs.flatMap(({ program }) => definedNames(program)))
  return programs.flatMap(({ code, program }) => newerIn(program, own, code))
}

/** Both browsers know ES2019, and of ES2020 what modules need: `import()` and `import.meta`. */
function parsed(code: string): Program {
  return parse(code, { ecmaVersion: 2020, sourceType: 'module' })
}

function newerIn(program: Program, own: ReadonlySet<string>, code: string): readonly Finding[] {
  const findings: Finding[] = []
  const found = (feature: string, { start }: Node) => {
    findings.push({ feature, where: code.slice(Math.max(0, start - 60), start + 90) })
  }
  simple(program, {
    ChainExpression: (node) => found('?.', node),
    LogicalExpression(node) {
      if (node.operator === '??') found('??', node)
    },
    ExportAllDeclaration(node) {
      if (node.exported) found('export * as', node)
    },
    Literal(node) {
      if (typeof node.bigint === 'string') found('1n', node)
      if (/\(\?<[=!]/.test(node.regex?.pattern ?? '')) found('lookbehind', node)
    },
    Identifier(node) {
      if (newerGlobals.has(node.name)) found(node.name, node)
    },
    CallExpression(node) {
      const name = memberName(node.callee) ?? ''
      if (newerBuiltins.has(name) || (newerMethods.has(name) && !own.has(name))) found(`.${name}()`, node)
    },
  })
  return findings
}

function definedNames(program: Program): readonly string[] {
  const names: string[] = []
  full(program, (node) => {
    if (node.type === 'AssignmentExpression') names.push(memberName(node.left) ?? '')
    const isKey = node.type === 'Property' || node.type === 'MethodDefinition'
    if (isKey && node.key.type === 'Identifier' && !node.computed) names.push(node.key.name)
  })
  return names
}

function memberName(node: Node): string | null {
  const { type, computed, property } = node as Extract<AnyNode, { type: 'MemberExpression' }>
  return type === 'MemberExpression' && !computed && property.type === 'Identifier' ? property.name : null
}

const { api, javascript } = compat
const interfaces = featuresOf(api)
const builtins = featuresOf(javascript['builtins'])
const membersOf = (owners: typeof interfaces) => owners.flatMap(([, owner]) => featuresOf(owner))
const known = namesOf([...interfaces, ...builtins, ...membersOf(interfaces), ...membersOf(builtins)], isSupported)

const newerGlobals = newerAmong([...interfaces, ...builtins, ...featuresOf(api['Window'])])
const newerBuiltins = newerAmong(membersOf(builtins))
const newerMethods = newerAmong([...interfaces, ...membersOf(interfaces)])

/** A name is newer when nothing that is called so is old. */
function newerAmong(features: typeof interfaces): ReadonlySet<string> {
  return new Set([...namesOf(features, () => true)].filter((name) => !known.has(name)))
}

/** A name with an underscore describes a detail of its owner. */
function namesOf(features: typeof interfaces, filter: (feature: Identifier) => boolean): ReadonlySet<string> {
  const names = features.filter(([, feature]) => filter(feature)).map(([name]) => name.replace(/_static$/, ''))
  return new Set(names.filter((name) => !name.includes('_')))
}
