import { auditRepository, type Store } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'

/**
 * When the cell left this computer for another one, as the journal says; `null` where it is still here, or here again.
 * A copy that was made before does not know of it: on the other computer the cell is at home.
 */
export async function movedAwayAtMs(store: Store, cellId: string): Promise<WallMillis | null> {
  const last = await auditRepository(store).newestOf(cellId, ['moved-away', 'moved-back'])
  return last?.action === 'moved-away' ? last.atMs : null
}
