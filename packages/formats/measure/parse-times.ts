// Whether reading takes time in proportion to the text, however hostile: `npm run parse-times`.
import { parseCells } from '../src/cells/parse-cells.ts'
import { hostileTexts } from '../src/fixtures/hostile-texts.ts'
import { parseQuestions } from '../src/parse-questions.ts'
import { mostCharacters } from '../src/read-lines.ts'
import { parseRoster } from '../src/roster/parse-roster.ts'

const parsers = { questions: parseQuestions, members: parseRoster, cells: parseCells }
/** Ten times the text: in proportion it takes ten times as long, squared a hundred times. */
const small = mostCharacters / 10
const mostTimesAsLong = 40

let worst = { ratio: 0, millis: 0 }
for (const [parser, parse] of Object.entries(parsers)) {
  for (const { name, ofLength } of hostileTexts) {
    const { ratio, millis } = measured(parse, ofLength(small), ofLength(mostCharacters))
    worst = { ratio: Math.max(worst.ratio, ratio), millis: Math.max(worst.millis, millis) }
    if (ratio > mostTimesAsLong) {
      process.exitCode = 1
      say(`${parser}: ${name} takes ${millis.toFixed(0)} ms, ${ratio.toFixed(0)} times a tenth of it`)
    }
  }
  say(`${parser}: ${hostileTexts.length} texts read`)
}
say(
  `${mostCharacters} characters take at most ${worst.millis.toFixed(0)} ms, ` +
    `and ${worst.ratio.toFixed(0)} times as long as a tenth of them (bar ${mostTimesAsLong})`,
)

/** Noise only adds time, so the smallest times are the true ones; measured again only while they look bad. */
function measured(parse: (text: string) => unknown, smallText: string, largeText: string) {
  let smallMillis = Infinity
  let millis = Infinity
  for (let round = 0; round < 10; round += 1) {
    smallMillis = Math.min(smallMillis, processorMillis(parse, smallText))
    millis = Math.min(millis, processorMillis(parse, largeText))
    if (millis < mostTimesAsLong * Math.max(1, smallMillis)) break
  }
  return { ratio: millis / Math.max(1, smallMillis), millis }
}

/** Of this process alone, so that other work on the machine counts less. */
function processorMillis(parse: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage()
  parse(text)
  return process.cpuUsage(start).user / 1000
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
