import { quantile } from '../fixtures/time-bars.ts'
import { roundTripMillisOf } from './arrivals.ts'
import type { Receipt, Seen } from './watched-page.ts'

export type PageTimes = Seen & { readonly way: string }

export type Answer = Receipt & {
  readonly way: string
  /** From the options in sight to the press. */
  readonly trueMillis: number
  /** From T0 to the receipt, as it would be without any of this. */
  readonly naiveMillis: number
}

export type Evening = {
  /** T0 of each question. */
  readonly opensAt: readonly number[]
  /** When a page without anything in it could have shown it. */
  readonly emptyShownAt: readonly number[]
  readonly pages: readonly PageTimes[]
  readonly answers: readonly Answer[]
  readonly clockErrors: readonly number[]
}

/** Recorded less true, by way; the p95 of all of them without their sign. */
export function reportErrors(answers: readonly Answer[]): number {
  const ways = [...new Set(answers.map(({ way }) => way))]
  const rowOf = (name: string, of: readonly Answer[]) => {
    const errors = of.map(({ recordedMillis, trueMillis }) => recordedMillis - trueMillis)
    const sizes = errors.map(Math.abs)
    return {
      way: name,
      answers: of.length,
      'error median': round(quantile(errors, 0.5)),
      '|error| p95': round(quantile(sizes, 0.95)),
      '|error| max': round(quantile(sizes, 1)),
      'claimed, p95': round(
        quantile(
          of.map(({ claimedMillis, trueMillis }) => Math.abs(claimedMillis - trueMillis)),
          0.95,
        ),
      ),
      'by receipt, median': round(
        quantile(
          of.map(({ naiveMillis, trueMillis }) => naiveMillis - trueMillis),
          0.5,
        ),
      ),
    }
  }
  table([
    ...ways.map((way) =>
      rowOf(
        way,
        answers.filter((answer) => answer.way === way),
      ),
    ),
    rowOf('all', answers),
  ])
  return quantile(
    answers.map(({ recordedMillis, trueMillis }) => Math.abs(recordedMillis - trueMillis)),
    0.95,
  )
}

/** How long after T0 each page showed the options, and the p95 of how far apart those within 300 ms were. */
export function reportReveals(evenings: readonly Evening[]): number {
  const spreads = evenings.flatMap((evening) => {
    table(revealRows(evening))
    return spreadsOf(evening)
  })
  process.stdout.write(`spread of the reveal: ${spreads.map(round).join(', ')} ms\n`)
  return quantile(spreads, 0.95)
}

function revealRows({ opensAt, emptyShownAt, pages }: Evening) {
  const empty: PageTimes = { way: 'an empty page', shownAt: { ...emptyShownAt }, pressedAt: {}, sentAt: {} }
  return [...pages, empty].map(({ way, shownAt, pressedAt, sentAt }) => {
    const after = opensAt.map((at, question) => (shownAt[question] ?? Number.NaN) - at)
    const sendings = opensAt.map(
      (_, question) => (sentAt[question] ?? Number.NaN) - (pressedAt[question] ?? Number.NaN),
    )
    return {
      way,
      'shown after T0, median': round(quantile(after, 0.5)),
      p95: round(quantile(after, 0.95)),
      max: round(quantile(after, 1)),
      'sent after touch, median': round(quantile(sendings, 0.5)),
      'sent, max': round(quantile(sendings, 1)),
    }
  })
}

function spreadsOf({ opensAt, pages }: Evening): readonly number[] {
  const togetherMillis = 300
  const together = pages.filter(({ way }) => roundTripMillisOf(way) <= togetherMillis)
  if (together.length < 2) return []
  return opensAt.map((_, question) => {
    const times = together.map(({ shownAt }) => shownAt[question] ?? Number.NaN)
    return Math.max(...times) - Math.min(...times)
  })
}

const round = (millis: number) => Math.round(millis)

function table(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const [first] = rows
  if (!first) return
  const lines = [Object.keys(first), ...rows.map((row) => Object.values(row).map(String))]
  process.stdout.write(`${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`)
}
