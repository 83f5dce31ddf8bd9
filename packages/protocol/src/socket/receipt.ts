import type { Receipt as EngineReceipt } from '@khac-sau/engine'
import { z } from 'zod'
import { Id, Millis, OptionIndex } from './values.ts'

export const Receipt = z.object({
  answerId: Id,
  openingId: Id,
  options: z.array(OptionIndex).readonly(),
  automatic: z.boolean(),
  counted: z.boolean(),
  responseMillis: Millis,
}) satisfies z.ZodType<EngineReceipt>
