import { useEffect, useSyncExternalStore } from 'react'
import { importPart } from './import-part.ts'
import { loadedOnce } from './loaded-once.ts'

const retryMillis = 2000

/** A part of a page that is not needed at first, and is asked for until it is here. */
export function loadedPart<Part>(load: () => Promise<Part>) {
  return loadedOnce({ load: () => importPart(load), again: (retry) => void setTimeout(retry, retryMillis) })
}

/** Not `lazy`: it shows its fallback for some 300 ms even where all is here, and keeps a failure for good. */
export function usePart<Part>(part: ReturnType<typeof loadedPart<Part>>): Part | undefined {
  useEffect(() => part.preload(), [part])
  return useSyncExternalStore(part.subscribe, part.snapshot)
}
