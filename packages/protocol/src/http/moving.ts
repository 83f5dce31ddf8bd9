import { z } from 'zod'

/** GET /api/moving: how far the cell is with moving to another computer, and what must be found there. */
export const Moving = z.object({
  begunAtMs: z.int().nullable(),
  /** A backup that was made since, and one that was downloaded. */
  copyAtMs: z.int().nullable(),
  fetchedAtMs: z.int().nullable(),
  /** From then on this is not the computer that the cell uses. */
  movedAtMs: z.int().nullable(),
  members: z.int(),
  contests: z.int(),
  lastSettled: z.object({ title: z.string(), month: z.string() }).nullable(),
})
export type Moving = z.infer<typeof Moving>
