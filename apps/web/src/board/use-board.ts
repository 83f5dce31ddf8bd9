import type { Board } from '@khac-sau/protocol'
import { readDeviceToken } from '@khac-sau/session'
import { useCallback, useEffect, useState } from 'react'

export type BoardState =
  | { readonly name: 'loading' }
  | { readonly name: 'ready'; readonly board: Board }
  | { readonly name: 'wrong-link' }
  | { readonly name: 'closed' }
  | { readonly name: 'offline' }

/** The board of one year; without a year, of the one that the server is in. Loads again when the network is back. */
export function useBoard(boardKey: string, year: number | null) {
  const [state, setState] = useState<BoardState>({ name: 'loading' })
  const [attempt, setAttempt] = useState(0)
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  useEffect(() => {
    const request = new AbortController()
    setState({ name: 'loading' })
    loadBoard(boardKey, year, request.signal).then(
      (loaded) => !request.signal.aborted && setState(loaded),
      () => !request.signal.aborted && setState({ name: 'offline' }),
    )
    return () => request.abort()
  }, [boardKey, year, attempt])
  useEffect(() => {
    if (state.name !== 'offline') return undefined
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [state.name, retry])
  return { state, retry }
}

async function loadBoard(boardKey: string, year: number | null, signal: AbortSignal): Promise<BoardState> {
  const query = year === null ? '' : `?year=${year}`
  const response = await fetch(`/api/boards/${encodeURIComponent(boardKey)}${query}`, { headers: ownHeaders(), signal })
  if (response.status === 404) return { name: 'wrong-link' }
  // No other refusal comes with it: the cell is closed.
  if (response.status === 403) return { name: 'closed' }
  if (!response.ok) return { name: 'offline' }
  // The same build serves the page and the answer; the server has checked it against the protocol.
  return { name: 'ready', board: (await response.json()) as Board }
}

/** P2: the reader's own data as a file. `null`: not now, or not this phone. */
export async function loadOwnData(boardKey: string, language: string): Promise<Blob | null> {
  const address = `/api/boards/${encodeURIComponent(boardKey)}/own-data?language=${language}`
  try {
    const response = await fetch(address, { headers: ownHeaders() })
    return response.ok ? await response.blob() : null
  } catch {
    return null
  }
}

/** P1: a phone that is a member's gets its own lines as well. */
function ownHeaders(): Record<string, string> {
  const token = readDeviceToken({
    read: (key) => window.localStorage.getItem(key),
    write: () => undefined,
    remove: () => undefined,
  })
  return token ? { 'x-device-token': token } : {}
}
