import type { z } from 'zod'

export type InputRead<Input> = { readonly success: true; readonly data: Input } | { readonly success: false }

/**
 * What came from outside, by its schema; never throws. Zod itself does on `{ length: { toString: 1, valueOf: 1 } }` where a
 * text belongs: it compares the length before it has looked at the type. What cannot even be looked at is malformed.
 */
export function readInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): InputRead<z.output<Schema>> {
  try {
    return schema.safeParse(raw)
  } catch {
    return { success: false }
  }
}
