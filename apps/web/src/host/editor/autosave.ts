import type { ContestChange, ContestDetail } from '@khac-sau/protocol'
import type { Failed, HostFailure, Outcome } from '../parts/api.ts'
import { changeOf, type ContestDraft } from './contest-draft.ts'

export type SaveState =
  | { readonly name: 'saved' | 'unsaved' | 'saving' | 'incomplete' }
  | { readonly name: 'conflict'; readonly lastChange: Failed['lastChange'] }
  | { readonly name: 'failed'; readonly failure: HostFailure }

export type Autosave = {
  readonly change: (draft: ContestDraft) => void
  /** Stores at once what is not stored yet; `true` if everything is stored then. */
  readonly saveNow: () => Promise<boolean>
  /** After `conflict`, once somebody has seen both versions: overwrites what somebody else stored as this revision. */
  readonly overwrite: (revision: number) => Promise<boolean>
  /** The one that is stored, as far as this page knows. */
  readonly revision: () => number
  /** Forgets what is not stored: the contest is gone. */
  readonly discard: () => void
}

type AutosaveOptions = {
  readonly revision: number
  readonly save: (change: ContestChange) => Promise<Outcome<ContestDetail>>
  readonly onState: (state: SaveState) => void
  readonly delayMillis?: number
}

/** Stores a draft shortly after the last keystroke, one request at a time, each on the revision of the one before. */
export function createAutosave({ save, onState, delayMillis = 1_000, ...options }: AutosaveOptions): Autosave {
  let revision = options.revision
  let unsaved: ContestDraft | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | null = null
  /** Nothing is sent on an old revision again until somebody decides. */
  let isInConflict = false

  async function sendAll(): Promise<boolean> {
    while (unsaved) {
      const sent = unsaved
      const change = changeOf(sent, revision)
      if (!change) return report({ name: 'incomplete' })
      onState({ name: 'saving' })
      const outcome = await save(change)
      if (!outcome.ok) {
        const { failure, lastChange } = outcome
        isInConflict = failure === 'conflict'
        return report(isInConflict ? { name: 'conflict', lastChange } : { name: 'failed', failure })
      }
      revision = outcome.value.revision
      if (unsaved === sent) unsaved = null
    }
    return report({ name: 'saved' })
  }
  function report(state: SaveState): boolean {
    onState(state)
    return state.name === 'saved'
  }
  function saveNow(): Promise<boolean> {
    clearTimeout(timer)
    if (isInConflict) return Promise.resolve(false)
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }

  return {
    change(draft) {
      unsaved = draft
      if (isInConflict) return
      onState({ name: changeOf(draft, revision) ? 'unsaved' : 'incomplete' })
      clearTimeout(timer)
      timer = setTimeout(() => void saveNow(), delayMillis)
    },
    saveNow,
    overwrite(newest) {
      revision = newest
      isInConflict = false
      return saveNow()
    },
    revision: () => revision,
    discard() {
      clearTimeout(timer)
      unsaved = null
    },
  }
}
