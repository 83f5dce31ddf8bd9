import { z } from 'zod'
import { RefusalCode } from '../refusals.ts'
import { Id } from '../socket/values.ts'

/** A larger file is refused with `backup-too-large`: far more than many years of contests. */
export const mostBackupBytes = 512 * 1024 * 1024

/** `before-restore` is what a restore replaced: restoring it undoes that. */
export const backupKinds = ['automatic', 'by-hand', 'uploaded', 'before-restore'] as const
export const BackupKind = z.enum(backupKinds)
export type BackupKind = z.infer<typeof BackupKind>

/** POST /api/backups makes one; POST /api/backups/uploads takes one as `application/octet-stream`. */
export const BackupCopy = z.object({ name: z.string(), kind: BackupKind, madeAtMs: z.int(), bytes: z.int() })
export type BackupCopy = z.infer<typeof BackupCopy>

/** What became of the restore that was to be done when the server last started; `keptAs` is among the copies. */
export const LastRestore = z.object({ refusal: RefusalCode.nullable(), keptAs: z.string().nullable() })
export type LastRestore = z.infer<typeof LastRestore>

/** GET /api/backups: the newest first. GET /api/backups/:name is the file itself. */
export const Backups = z.object({
  copies: z.array(BackupCopy),
  /** A copy is being made or checked right now. */
  making: z.enum(['copying', 'checking', 'replacing']).nullable(),
  lastRestore: LastRestore.nullable(),
  /** Several cells share the server: copies are of this cell alone, and are put back elsewhere, not here. */
  shared: z.boolean(),
})
export type Backups = z.infer<typeof Backups>

/** POST /api/backups/:name/restore. The server then goes and comes back by itself under another `bootId`. */
export const RestoreOrder = z.object({ password: z.string().max(200) })
export const RestoreBegun = z.object({ bootId: Id })

/** GET /healthz */
export const Health = z.object({ ok: z.literal(true), bootId: Id })
