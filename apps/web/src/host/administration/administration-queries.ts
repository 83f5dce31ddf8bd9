import { Administering, AdministeredCells, AdministrationJournal } from '@khac-sau/protocol'
import { useQuery } from '@tanstack/react-query'
import { request } from '../parts/api.ts'
import { keys, load, valueOf } from '../parts/queries.ts'

export const administrationKeys = {
  cells: ['administered-cells'],
  journal: (before: number | null) => ['administration-journal', before],
} as const

/** How often it is looked whether files are still being cleaned. */
const cleaningMillis = 5_000

/** Who administers on this browser; `null` for nobody. The pages of a cell have a store of queries of their own. */
export function useAdministering() {
  return useQuery({
    queryKey: keys.session,
    staleTime: 60_000,
    queryFn: async () => {
      const outcome = await request('GET', '/api/administration/session', Administering)
      if (!outcome.ok && outcome.failure === 'signed-out') return null
      return valueOf(outcome)
    },
  })
}

export function useAdministeredCells() {
  return useQuery({
    queryKey: administrationKeys.cells,
    queryFn: () => load('/api/administration/cells', AdministeredCells),
    refetchInterval: ({ state }) => (state.data?.cleaning ? cleaningMillis : false),
  })
}

export function useJournal(before: number | null) {
  const query = before === null ? '' : `?before=${before}`
  return useQuery({
    queryKey: administrationKeys.journal(before),
    queryFn: () => load(`/api/administration/journal${query}`, AdministrationJournal),
  })
}
