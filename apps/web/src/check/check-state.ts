/** What a phone has found out of its connection. */
export type CheckState =
  | { readonly name: 'trying' }
  | { readonly name: 'done'; readonly roundTripMillis: number }
  /** Plain requests get through, and the live connection does not. */
  | { readonly name: 'no-live' }
  | { readonly name: 'lost' }
  /** The server knows no such check, or not any more. */
  | { readonly name: 'gone' }
  | { readonly name: 'outdated' }

export type CheckNews =
  | { readonly name: 'done'; readonly roundTripMillis: number }
  /** Longer than a good connection needs. */
  | { readonly name: 'patience-over' }
  | { readonly name: 'arrived' }
  | { readonly name: 'not-arrived' }
  | { readonly name: 'disconnected' }
  | { readonly name: 'refused'; readonly outdated: boolean }

export type CheckProgress = {
  readonly state: CheckState
  readonly arrived: boolean | null
  readonly impatient: boolean
}

export const beginning: CheckProgress = { state: { name: 'trying' }, arrived: null, impatient: false }

/** How long a good connection may take, its beginning included. */
export const patienceMillis = 6_000

export function isSlow(roundTripMillis: number): boolean {
  return roundTripMillis > 500
}

/** What was once found good is not taken back because the phone then went to sleep. */
export function afterNews(progress: CheckProgress, news: CheckNews): CheckProgress {
  switch (news.name) {
    case 'done':
      return { ...progress, state: news }
    case 'refused':
      return { ...progress, state: { name: news.outdated ? 'outdated' : 'gone' } }
    case 'arrived':
    case 'not-arrived':
      return undecided({ ...progress, arrived: news.name === 'arrived' })
    case 'patience-over':
      return undecided({ ...progress, impatient: true })
    case 'disconnected':
      return undecided(progress)
  }
}

function undecided(progress: CheckProgress): CheckProgress {
  const { state, arrived, impatient } = progress
  const isOpen = state.name === 'trying' || state.name === 'no-live' || state.name === 'lost'
  if (!isOpen || !impatient) return progress
  return { ...progress, state: { name: arrived ? 'no-live' : 'lost' } }
}
