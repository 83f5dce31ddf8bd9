import { ContestDetail } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { request } from '../parts/api.ts'
import { keys } from '../parts/queries.ts'
import { type Autosave, createAutosave, type SaveState } from './autosave.ts'
import { type ContestDraft, draftOf } from './contest-draft.ts'

export type ContestDraftHandle = {
  readonly draft: ContestDraft
  readonly change: (change: Partial<ContestDraft>) => void
  readonly saveState: SaveState
  readonly autosave: Autosave
  /** What is stored under this contest now, once somebody else has changed it. */
  readonly newest: ContestDetail | null
}

export function useContestDraft(contest: ContestDetail): ContestDraftHandle {
  const client = useQueryClient()
  const path = `/api/contests/${encodeURIComponent(contest.contestId)}`
  const [draft, setDraft] = useState(() => draftOf(contest))
  const [newest, setNewest] = useState<ContestDetail | null>(null)
  const [saveState, setSaveState] = useState<SaveState>({ name: 'saved' })
  const [autosave] = useState(() =>
    createAutosave({
      revision: contest.revision,
      onState: setSaveState,
      save: async (body) => {
        const outcome = await request('PUT', path, ContestDetail, { body })
        if (outcome.ok) void client.invalidateQueries({ queryKey: keys.contests })
        if (!outcome.ok && outcome.failure === 'conflict') {
          const stored = await request('GET', path, ContestDetail)
          setNewest(stored.ok ? stored.value : null)
        }
        return outcome
      },
    }),
  )
  useEffect(
    () => () => {
      void autosave.saveNow() // Whoever goes to another page has not to wait for the second after the last keystroke.
    },
    [autosave],
  )
  useLeaveWarning(saveState.name !== 'saved')
  return {
    draft,
    saveState,
    autosave,
    newest,
    change(change) {
      const next = { ...draft, ...change }
      setDraft(next)
      autosave.change(next)
    },
  }
}

/** The browser asks before it closes or reloads a page with something unsaved on it. */
function useLeaveWarning(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}
