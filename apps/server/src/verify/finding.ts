import type { ValueDifference } from './compare-results.ts'

export type Finding =
  /** The first row that is missing or is not what was written. */
  | { readonly code: 'row-changed'; readonly seq: number }
  | { readonly code: 'content-missing' }
  /** The frozen text is not what its own hash says. */
  | { readonly code: 'content-changed' }
  /** The room was opened with another content than the one that is stored. */
  | { readonly code: 'content-not-named'; readonly found: string; readonly expected: string }
  | { readonly code: 'unreadable'; readonly message: string }
  | ({ readonly code: 'value-differs' } & ValueDifference)
  | { readonly code: 'result-of-unsettled' }
  /** The result stands on another stretch of the log: rows are gone, or it is older than the settling. */
  | { readonly code: 'through-seq'; readonly found: number; readonly settledBySeq: number; readonly lastSeq: number }
  | { readonly code: 'stage' | 'month' | 'settings'; readonly found: string; readonly expected: string }

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly finding: Finding }

/** A log that was tampered with may be no log at all: that is a finding, with its reason, and no reason to stop. */
export function attempt<T>(read: () => T): Attempt<T> {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    return { ok: false, finding: unreadable(error) }
  }
}

export async function attemptAsync<T>(read: () => Promise<T>): Promise<Attempt<T>> {
  return read().then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, finding: unreadable(error) }),
  )
}

export function valueDiffers(difference: ValueDifference): Finding {
  return { code: 'value-differs', ...difference }
}

function unreadable(error: unknown): Finding {
  if (!(error instanceof Error)) return { code: 'unreadable', message: String(error) }
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return { code: 'unreadable', message: `${error.message}${cause}`.replaceAll(/\s+/g, ' ') }
}
