import { expect, test } from 'vitest'
import { wifiCode, type WifiNetwork, wifiOf, wifiProblem } from './wifi-network.ts'

const network: WifiNetwork = { name: 'Hội trường', password: 'hoa-sen-2026', hidden: false, onScreen: false }

test('the code names network and password', () => {
  expect(wifiCode(network)).toBe('WIFI:S:Hội trường;T:WPA;P:hoa-sen-2026;;')
})

test('an open network has no password, a hidden one says so', () => {
  expect(wifiCode({ ...network, password: '', hidden: true })).toBe('WIFI:S:Hội trường;T:nopass;H:true;;')
})

test('eight figures are a password, not a number in hexadecimal', () => {
  expect(wifiCode({ ...network, password: '12345678' })).toContain('P:12345678;')
})

test.each([
  ['a;b', 'a\\;b'],
  ['a:b,c', 'a\\:b\\,c'],
  ['"mang"', '\\"mang\\"'],
  ['c:\\x', 'c\\:\\\\x'],
  ['\\;', '\\\\\\;'],
])('in the name %s what the format needs is escaped', (name, escaped) => {
  expect(wifiCode({ ...network, name })).toBe(`WIFI:S:${escaped};T:WPA;P:hoa-sen-2026;;`)
})

test('a reader gets back exactly what was typed, whatever it is', () => {
  const difficult = [';', ':', ',', '\\', '"', 'P', 'T:', ' ', 'ộ', ';;', '\\\\;']
  for (const one of difficult) {
    for (const other of difficult) {
      const typed = { ...network, name: `${one}${other}`, password: `${other}matkhau${one}` }
      expect(read(wifiCode(typed))).toEqual({ S: typed.name, T: 'WPA', P: typed.password })
    }
  }
})

test.each([
  [{ name: '' }, 'name'],
  [{ name: 'ộ'.repeat(11) }, 'name'],
  [{ name: 'ộ'.repeat(10) }, null],
  [{ password: '1234567' }, 'password'],
  [{ password: '12345678' }, null],
  [{ password: 'mậtkhẩu-dài' }, 'password'],
  [{ password: 'x'.repeat(64) }, 'password'],
  [{ password: '' }, null],
] as const)('%o: wrong is %s', (change, problem) => {
  expect(wifiProblem({ ...network, ...change })).toBe(problem)
})

test('what was stored is read again, and what is no network is none', () => {
  expect(wifiOf(JSON.stringify(network))).toEqual(network)
  expect(wifiOf('{"name":"Phòng","password":""}')).toEqual({
    name: 'Phòng',
    password: '',
    hidden: false,
    onScreen: false,
  })
  for (const stored of [null, '', 'null', '{', '[]', '{"name":3,"password":""}']) expect(wifiOf(stored)).toBeNull()
})

/** As a phone reads it: fields end at a semicolon that is not escaped. */
function read(code: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [, key = '', value = ''] of code.slice('WIFI:'.length).matchAll(/([A-Z]):((?:\\.|[^\\;])*);/g)) {
    fields[key] = value.replace(/\\(.)/g, '$1')
  }
  return fields
}
