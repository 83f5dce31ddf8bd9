import { Loaded } from '../parts/loaded.tsx'
import { useAdministeredCells } from './administration-queries.ts'
import { ServerScreen } from './server-screen.tsx'

export function ServerPage({ version }: { readonly version: string }) {
  const cells = useAdministeredCells()
  return <Loaded query={cells}>{({ quotas }) => <ServerScreen quotas={quotas} version={version} />}</Loaded>
}
