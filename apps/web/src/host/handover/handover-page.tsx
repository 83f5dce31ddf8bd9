import { Handover } from '@khac-sau/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { anyAnswer, request } from '../parts/api.ts'
import { Loaded } from '../parts/loaded.tsx'
import { keys, load } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { HandoverScreen } from './handover-screen.tsx'

/** The successor comes in on another device: the page looks as long as it is in sight. */
const lookAgainMillis = 4_000

export function HandoverPage() {
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const handover = useQuery({
    queryKey: keys.handover,
    queryFn: () => load('/api/handover', Handover),
    refetchInterval: lookAgainMillis,
  })
  const act = async (method: 'POST' | 'DELETE', path: string) => {
    await run(() => request(method, path, anyAnswer))
    await client.invalidateQueries({ queryKey: keys.handover })
  }
  return (
    <Loaded query={handover}>
      {(state) => (
        <HandoverScreen
          handover={state}
          busy={busy}
          failure={failure}
          onBegin={() => void act('POST', '/api/handover')}
          onDrop={() => void act('DELETE', '/api/handover')}
          onLooked={() => void act('POST', '/api/handover/looked')}
        />
      )}
    </Loaded>
  )
}
