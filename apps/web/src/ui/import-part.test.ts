import { expect, test, vi } from 'vitest'
import { importPart } from './import-part.ts'

const failing = (message: string) => () => Promise.reject(new TypeError(message))

test('a part that comes is the part', async () => {
  expect(await importPart(async () => 'part')).toBe('part')
})

test('a part that Chromium keeps as failed is asked for under another query', async () => {
  const load = failing('Failed to fetch dynamically imported module: http://10.0.0.5:3000/assets/part-4f3a.js')
  const importFrom = vi.fn<(address: string) => Promise<string>>().mockResolvedValue('part')

  expect(await importPart(load, importFrom)).toBe('part')
  expect(importFrom.mock.calls[0]?.[0]).toMatch(/^http:\/\/10\.0\.0\.5:3000\/assets\/part-4f3a\.js\?again=\d+$/)
})

test('a failure that names no script is the caller’s, who tries again', async () => {
  await expect(importPart(failing('Importing a module script failed.'))).rejects.toThrow('module script failed')
})
