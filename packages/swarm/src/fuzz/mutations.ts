import type { Random } from '../random.ts'

/** What parsers, validators and databases have stumbled over. */
const hostileValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  -0,
  2 ** 53,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'ﷺ'.repeat(50),
  'x'.repeat(5_000),
  '__proto__',
  'constructor',
  "' OR 1=1 --",
  '../../etc/passwd',
  '%00%0d%0a',
  '${7*7}{{7*7}}',
  [],
  [[]],
  {},
  { __proto__: null },
  { toString: 1, valueOf: 1, length: -1 },
  { type: 'Buffer', data: [1] },
  Array.from({ length: 200 }, () => 0),
]

/** The same value with one to three things about it wrong: a branch gone, another kind, too much, too deep, a name of every object. */
export function mutated(value: unknown, random: Random): unknown {
  let changed = value
  for (let times = random.between(1, 3); times > 0; times -= 1) changed = mutatedOnce(changed, random)
  return changed
}

export function oneOf<Value>(values: readonly Value[], random: Random): Value {
  return values[random.between(0, values.length - 1)] as Value
}

function mutatedOnce(value: unknown, random: Random): unknown {
  if (random.isOneIn(6)) return oneOf(hostileValues, random)
  if (random.isOneIn(20)) return nested(value, random.between(1, 1_000))
  if (Array.isArray(value)) return mutatedArray(value, random)
  if (typeof value === 'object' && value !== null) return mutatedObject(value, random)
  if (typeof value === 'string') return mutatedText(value, random)
  return oneOf(hostileValues, random)
}

function mutatedArray(values: readonly unknown[], random: Random): unknown {
  const at = random.between(0, Math.max(values.length - 1, 0))
  const copy = [...values]
  const kind = random.between(0, 2)
  if (kind === 0) copy.splice(at, 1)
  else if (kind === 1) copy.splice(at, 0, oneOf(hostileValues, random))
  else copy[at] = mutatedOnce(copy[at], random)
  return copy
}

function mutatedObject(value: object, random: Random): unknown {
  const entries = Object.entries(value)
  const at = random.between(0, Math.max(entries.length - 1, 0))
  const kind = random.between(0, 4)
  if (kind === 0) entries.splice(at, 1)
  else if (kind === 1) entries.push([oneOf(extraNames, random), oneOf(hostileValues, random)])
  else {
    const [name = 'x', old] = entries[at] ?? []
    entries[at] = [name, mutatedOnce(old, random)]
  }
  // By way of its text: `__proto__` has to be a name as any other.
  return JSON.parse(
    `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one ?? null)}`).join(',')}}`,
  )
}

const extraNames = [
  '__proto__',
  'constructor',
  'prototype',
  'by',
  'wallMillis',
  'memberId',
  'cellId',
  'role',
  'token',
  'toJSON',
]

function mutatedText(text: string, random: Random): unknown {
  const at = random.between(0, text.length)
  const kind = random.between(0, 3)
  if (kind === 0) return text.slice(0, at)
  if (kind === 1) return `${text.slice(0, at)}${String.fromCharCode(random.between(0, 0xffff))}${text.slice(at)}`
  if (kind === 2) return text.repeat(random.between(2, 40))
  return oneOf(hostileValues, random)
}

function nested(value: unknown, depth: number): unknown {
  let whole = value
  for (let level = 0; level < depth; level += 1) whole = level % 2 === 0 ? [whole] : { a: whole }
  return whole
}

/** Bytes that were a message once. */
export function mangled(bytes: Buffer, random: Random): Buffer {
  const changed = Buffer.from(bytes)
  const at = random.between(0, Math.max(changed.length - 1, 0))
  const kind = random.between(0, 4)
  if (kind === 0) return changed.subarray(0, at)
  if (kind === 1) return Buffer.concat([changed.subarray(0, at), noise(random), changed.subarray(at)])
  if (kind === 2) return Buffer.concat([changed.subarray(0, at), changed.subarray(at + random.between(1, 4))])
  if (kind === 3) return Buffer.concat([changed, changed.subarray(at)])
  for (let flips = random.between(1, 8); flips > 0; flips -= 1) {
    const place = random.between(0, Math.max(changed.length - 1, 0))
    changed[place] = (changed[place] ?? 0) ^ (1 << random.between(0, 7))
  }
  return changed
}

function noise(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random.between(1, 16) }, () => random.between(0, 255)))
}
