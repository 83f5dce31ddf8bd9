import { administrationRepository, type Store } from '@khac-sau/database'
import { exceeds } from '@khac-sau/engine'
import type { RefusalCode } from '@khac-sau/protocol'

/** What the installation leaves room for. Two who add at the same instant may both still find it. */
export type QuotaChecks = {
  moreMembers(cellId: string, more: number): Promise<RefusalCode | undefined>
  moreContests(cellId: string, more: number): Promise<RefusalCode | undefined>
}

export function quotaChecks(store: Store): QuotaChecks {
  const administration = administrationRepository(store)
  return {
    async moreMembers(cellId, more) {
      const { mostMembers } = await administration.quotas()
      if (more <= 0 || mostMembers === null) return undefined
      return exceeds((await administration.activeMembers(cellId)) + more, mostMembers) ? 'too-many-members' : undefined
    },
    async moreContests(cellId, more) {
      const { mostContests } = await administration.quotas()
      if (mostContests === null) return undefined
      return exceeds((await administration.contests(cellId)) + more, mostContests) ? 'too-many-contests' : undefined
    },
  }
}
