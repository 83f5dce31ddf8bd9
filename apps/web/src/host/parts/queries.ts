import {
  Access,
  AccountSessions,
  Backups,
  ConnectionCheck,
  ContestDetail,
  ContestResultView,
  ContestSummaries,
  ContestTiming,
  CurrentRehearsal,
  MemberProofs,
  Members,
  Merges,
  SignedIn,
} from '@khac-sau/protocol'
import { QueryCache, QueryClient, useQuery } from '@tanstack/react-query'
import { type HostFailure, type Outcome, request, type Shape } from './api.ts'

export const keys = {
  session: ['session'],
  contests: ['contests'],
  contest: (contestId: string) => ['contest', contestId],
  members: ['members'],
  proofs: ['proofs'],
  merges: ['merges'],
  result: (contestId: string) => ['result', contestId],
  backups: ['backups'],
  accountSessions: ['account-sessions'],
  access: ['access'],
  handover: ['handover'],
  moving: ['moving'],
  rehearsal: ['rehearsal'],
  connection: ['connection'],
  timing: (contestId: string) => ['timing', contestId],
} as const

/** Being signed out anywhere means being signed out everywhere: the sign-in page takes over at once. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => failureOfError(error) === 'signed-out' && client.setQueryData(keys.session, null),
    }),
    defaultOptions: {
      queries: { retry: (count, error) => failureOfError(error) === 'unreachable' && count < 2, staleTime: 2_000 },
    },
  })
  return client
}

/** Who is signed in; `null` for nobody. */
export function useSession() {
  return useQuery({
    queryKey: keys.session,
    staleTime: 60_000,
    queryFn: async () => {
      const outcome = await request('GET', '/api/session', SignedIn)
      if (!outcome.ok && outcome.failure === 'signed-out') return null
      return valueOf(outcome)
    },
  })
}

export function useContests() {
  return useQuery({ queryKey: keys.contests, queryFn: () => load('/api/contests', ContestSummaries) })
}

export function useContest(contestId: string) {
  return useQuery({
    queryKey: keys.contest(contestId),
    gcTime: 0, // An editor begins with what is stored now, never with what it remembers.
    queryFn: () => load(`/api/contests/${encodeURIComponent(contestId)}`, ContestDetail),
  })
}

export function useMembers() {
  return useQuery({ queryKey: keys.members, queryFn: () => load('/api/members', Members) })
}

/** S4 */
export function useMerges() {
  return useQuery({ queryKey: keys.merges, queryFn: () => load('/api/members/merges', Merges) })
}

/** D1 */
export function useProofs() {
  return useQuery({ queryKey: keys.proofs, queryFn: () => load('/api/members/proofs', MemberProofs) })
}

export function useResult(contestId: string) {
  return useQuery({
    queryKey: keys.result(contestId),
    queryFn: () => load(`/api/contests/${encodeURIComponent(contestId)}/result`, ContestResultView),
  })
}

/** C9: the cell's rehearsal that is under way, or `null`. */
export function useRehearsal() {
  return useQuery({
    queryKey: keys.rehearsal,
    queryFn: async () => (await load('/api/rehearsal', CurrentRehearsal)).rehearsal,
  })
}

/** While a copy is being made, how far it is. */
export function useBackups(working: boolean) {
  return useQuery({
    queryKey: keys.backups,
    queryFn: () => load('/api/backups', Backups),
    refetchInterval: ({ state }) => (working || state.data?.making ? 400 : false),
  })
}

export function useAccess() {
  return useQuery({ queryKey: keys.access, queryFn: () => load('/api/access', Access) })
}

export function useAccountSessions() {
  return useQuery({
    queryKey: keys.accountSessions,
    queryFn: () => load('/api/account/sessions', AccountSessions),
  })
}

/** The page turns green by itself: it asks as long as it is in sight. */
export function useConnection() {
  return useQuery({
    queryKey: keys.connection,
    queryFn: () => load('/api/connection', ConnectionCheck),
    gcTime: 0,
    refetchInterval: 500,
  })
}

export function useTiming(contestId: string) {
  return useQuery({
    queryKey: keys.timing(contestId),
    queryFn: () => load(`/api/contests/${encodeURIComponent(contestId)}/timing`, ContestTiming),
  })
}

export function failureOfError(error: unknown): HostFailure {
  const failure = (error as { readonly failure?: HostFailure } | null)?.failure
  return failure ?? 'server-error'
}

export async function load<Value>(path: string, shape: Shape<Value>): Promise<Value> {
  return valueOf(await request('GET', path, shape))
}

/** The query library knows failures as exceptions only. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value
  throw Object.assign(new Error(outcome.failure), { failure: outcome.failure })
}
