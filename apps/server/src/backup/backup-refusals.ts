import type { SqliteDamage } from '@khac-sau/database'
import type { RefusalCode } from '@khac-sau/protocol'
import type { CopyRefusal } from './backups.ts'

/** Why a file is no backup that can be restored. */
export function damageRefusal({ kind }: SqliteDamage): RefusalCode {
  return refusalByDamage[kind]
}

/** Why a copy was not made; `data-damaged` when it is the data that are not whole. */
export function copyRefusal(refused: CopyRefusal, from: 'data' | 'file'): RefusalCode {
  switch (refused.refusal) {
    case 'damaged':
      return from === 'data' ? 'data-damaged' : damageRefusal(refused.damage)
    case 'failed':
      return refused.reason === 'other' ? 'server-error' : 'storage-failed'
    case 'closing':
      return 'not-now'
    case 'backup-too-large':
      return 'backup-too-large'
    case 'no-database':
    case 'no-folder':
    case 'target-exists':
      return 'server-error'
  }
}

const refusalByDamage: Readonly<Record<SqliteDamage['kind'], RefusalCode>> = {
  missing: 'no-such-backup',
  'not-a-database': 'backup-not-a-database',
  'another-application': 'backup-foreign',
  'newer-migration': 'backup-newer',
  integrity: 'backup-damaged',
  chain: 'backup-altered',
  content: 'backup-altered',
}
