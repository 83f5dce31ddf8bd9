import { may, type Permission } from '@khac-sau/engine'
import { useSession } from './queries.ts'

/** What is not shown to whoever may not do it. The server asks anew each time: this is for the eye only. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession().data
  return (permission) => (session ? may(session.role, permission) : false)
}
