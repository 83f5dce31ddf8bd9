import { expect, test } from 'vitest'
import { birthdayText, readBirthday } from './birthday.ts'

test.each([
  ['', null],
  [' 1960 ', '1960'],
  ['5/4/1960', '1960-04-05'],
  ['05.04.1960', '1960-04-05'],
  ['29/02/1960', '1960-02-29'],
  ['29/02/1961', undefined],
  ['31/04/1960', undefined],
  ['5/13/1960', undefined],
  ['5/4/60', undefined],
  ['1850', undefined],
  ['x', undefined],
])('%j is %j', (typed, birthday) => {
  expect(readBirthday(typed)).toBe(birthday)
})

test.each([
  [null, ''],
  ['1960', '1960'],
  ['1960-04-05', '05/04/1960'],
])('%j reads %j', (birthday, text) => {
  expect(birthdayText(birthday)).toBe(text)
  expect(readBirthday(text)).toBe(birthday)
})
