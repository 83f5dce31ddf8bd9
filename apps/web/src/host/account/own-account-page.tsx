import { Loaded } from '../parts/loaded.tsx'
import { useAccountSessions } from '../parts/queries.ts'
import { OwnAccountScreen } from './own-account-screen.tsx'

export function OwnAccountPage({ login }: { readonly login: string }) {
  const sessions = useAccountSessions()
  return <Loaded query={sessions}>{(list) => <OwnAccountScreen login={login} sessions={list.sessions} />}</Loaded>
}
