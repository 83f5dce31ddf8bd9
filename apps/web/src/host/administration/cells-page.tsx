import { Loaded } from '../parts/loaded.tsx'
import { useAdministeredCells } from './administration-queries.ts'
import { CellsScreen } from './cells-screen.tsx'

export function CellsPage() {
  const cells = useAdministeredCells()
  return <Loaded query={cells}>{(list) => <CellsScreen cells={list.cells} cleaning={list.cleaning} />}</Loaded>
}
