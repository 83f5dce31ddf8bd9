import { expect, test } from 'vitest'
import { isChromium } from './awake-ways.ts'

test.each([
  [
    'Chrome, and every view of Android',
    true,
    'Version/4.0 Chrome/99.0.4844.88 Mobile Safari/537.36 Zalo android/12100625',
  ],
  ['Samsung Internet', true, 'SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36'],
  ['Chrome of an iPhone, which is Safari inside', false, 'CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1'],
  ['Safari', false, 'Version/17.5 Mobile/15E148 Safari/604.1'],
  ['Firefox', false, 'Gecko/127.0 Firefox/127.0'],
])('a silent film keeps the screen on in %s: %s', (_, holds, userAgent) => {
  expect(isChromium(userAgent)).toBe(holds)
})
