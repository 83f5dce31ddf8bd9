import { Moving } from '@khac-sau/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { anyAnswer, request } from '../parts/api.ts'
import { Loaded } from '../parts/loaded.tsx'
import { keys, load } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { MovingScreen } from './moving-screen.tsx'

export function MovingPage() {
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const moving = useQuery({ queryKey: keys.moving, queryFn: () => load('/api/moving', Moving), staleTime: 0 })
  const act = async (method: 'POST' | 'DELETE', path: string) => {
    await run(() => request(method, path, anyAnswer))
    await client.invalidateQueries({ queryKey: keys.moving })
    // Every page says it.
    await client.invalidateQueries({ queryKey: keys.session })
  }
  return (
    <Loaded query={moving}>
      {(state) => (
        <MovingScreen
          moving={state}
          busy={busy}
          failure={failure}
          onBegin={() => void act('POST', '/api/moving')}
          onDrop={() => void act('DELETE', '/api/moving')}
          onMoved={() => void act('POST', '/api/moving/done')}
          onBack={() => void act('DELETE', '/api/moving/done')}
        />
      )}
    </Loaded>
  )
}
