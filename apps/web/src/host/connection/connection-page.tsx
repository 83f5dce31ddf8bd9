import { Loaded } from '../parts/loaded.tsx'
import { useConnection } from '../parts/queries.ts'
import { ConnectionScreen } from './connection-screen.tsx'

export function ConnectionPage() {
  const connection = useConnection()
  return (
    <Loaded query={connection}>
      {(check) => <ConnectionScreen check={check} isLost={connection.isError || connection.failureCount > 2} />}
    </Loaded>
  )
}
