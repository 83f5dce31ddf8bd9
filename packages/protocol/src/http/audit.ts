import { auditActions } from '@khac-sau/engine'
import { z } from 'zod'

export const AuditLine = z.object({
  seq: z.int(),
  atMs: z.int(),
  action: z.enum(auditActions),
  /** `null`: whoever sat at the server's computer. */
  actorName: z.string().nullable(),
  /** Of what it was done to, as it is called now; `null` where it is gone, or there is none. */
  contestTitle: z.string().nullable(),
  memberName: z.string().nullable(),
  accountName: z.string().nullable(),
  /** Counts from 0. */
  question: z.int().nullable(),
  detail: z.string().nullable(),
})
export type AuditLine = z.infer<typeof AuditLine>

/** GET /api/audit?before=seq: the newest first; `older` is what to ask before for the next page. */
export const AuditPage = z.object({ lines: z.array(AuditLine), older: z.int().nullable() })
export type AuditPage = z.infer<typeof AuditPage>
