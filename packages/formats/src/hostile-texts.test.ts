import { expect, test } from 'vitest'
import { parseCells } from './cells/parse-cells.ts'
import { hostileTexts } from './fixtures/hostile-texts.ts'
import { parseQuestions } from './parse-questions.ts'
import { mostCharacters } from './read-lines.ts'
import { parseRoster } from './roster/parse-roster.ts'

/** They come by threes, a piece after each opening: every eighth is another piece after another opening. */
const some = hostileTexts.filter((_, index) => index % 8 === 0)

// Of all of them, `npm run parse-times` measures how far the work is from proportion to the text: beside other tests no
// clock can tell. What is caught here is work that never comes to its end.
test.each(some)('the largest text of $name is read to its end', { timeout: 15_000 }, ({ ofLength }) => {
  const text = ofLength(mostCharacters)

  expect(JSON.stringify(parseQuestions(text).problems)).not.toContain('too-large')
  expect(JSON.stringify(parseRoster(text).problems)).not.toContain('too-large')
  expect(JSON.stringify(parseCells(text).problems)).not.toContain('too-large')
})
