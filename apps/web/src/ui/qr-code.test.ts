import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from './qr-code.tsx'

test('the path covers exactly the dark modules', () => {
  const { data } = encode('https://thi.example/v/7K2M', { border: 4 })

  expect(paint(qrPath(data), data.length)).toEqual(data)
})

test('a row that ends dark is drawn to its end', () => {
  expect(qrPath([[false, true, true]])).toBe('M1 0h2v1h-2z')
})

function paint(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(length))
  }
  return modules
}
