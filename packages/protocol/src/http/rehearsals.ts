import { z } from 'zod'
import { Id } from '../socket/values.ts'

/** POST /api/contests/:contestId/rehearsal */
export const RehearsalOrder = z.object({
  /** `sample`: whoever watches learns nothing of the contest to come. */
  questions: z.enum(['own', 'sample']),
})
export type RehearsalOrder = z.infer<typeof RehearsalOrder>

/** C9: a cell's rehearsal that is under way. */
export const Rehearsal = z.object({
  /** What its host's page names at the socket; no other request knows it. */
  rehearsalId: Id,
  /** Whose contest is rehearsed. */
  contestId: Id,
})
export type Rehearsal = z.infer<typeof Rehearsal>

/** GET /api/rehearsal */
export const CurrentRehearsal = z.object({ rehearsal: Rehearsal.nullable() })
