import { expect, test } from 'vitest'
import { groupedCode, joinAddress } from './join-address.ts'

test.each([
  ['http://192.168.1.20:3000/p/482913', '192.168.1.20:3000'],
  ['https://khacsau.example.vn/p/482913', 'khacsau.example.vn'],
  ['https://example.vn/thi/p/482913/', 'example.vn/thi'],
  ['https://example.vn/', 'example.vn'],
])('of %s a member types %s', (url, typed) => {
  expect(joinAddress({ url, roomCode: '482913' })).toBe(typed)
})

test('the room code is read in two groups', () => {
  expect(groupedCode('482913')).toBe('482 913')
})
