import type { Receipt } from '@khac-sau/engine'
import type { z } from 'zod'
import type { RefusalCode } from '../refusals.ts'

/** Every request is answered exactly once: a value, or a refusal, which may carry the receipt of what was kept. */
export type Ack<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: RefusalCode; readonly receipt?: Receipt }

export type RequestTable = Readonly<Record<string, { readonly input: z.ZodType; readonly reply: z.ZodType }>>

export type Input<Table extends RequestTable, Name extends keyof Table> = z.output<Table[Name]['input']>
export type Reply<Table extends RequestTable, Name extends keyof Table> = z.output<Table[Name]['reply']>

/** The listener map of one namespace, derived from its table. */
export type Requests<Table extends RequestTable> = {
  [Name in keyof Table]: (input: z.input<Table[Name]['input']>, ack: (reply: Ack<Reply<Table, Name>>) => void) => void
}
