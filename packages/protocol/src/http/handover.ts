import { z } from 'zod'
import { AccountRole } from './session.ts'

/** GET /api/handover: how far whoever asks is with handing the cell over. Each step is seen from what is really there. */
export const Handover = z.object({
  /** `null`: not begun; then nothing else is of interest. */
  begunAtMs: z.int().nullable(),
  /** An open invitation to become owner. */
  invitedUntilMs: z.int().nullable(),
  /** Other owners of the cell. */
  successors: z.array(z.object({ displayName: z.string(), isSignedIn: z.boolean() })),
  /** A backup that was made since. */
  backupAtMs: z.int().nullable(),
  lookedAtMs: z.int().nullable(),
})
export type Handover = z.infer<typeof Handover>

/** POST /api/handover/finish: what whoever hands over is afterwards; `null` is nobody. */
export const HandoverFinish = z.object({
  role: AccountRole.exclude(['owner']).nullable(),
  password: z.string().max(200),
})
