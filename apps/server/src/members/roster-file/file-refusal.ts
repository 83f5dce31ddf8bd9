import type { RefusalCode } from '@khac-sau/protocol'

/** Why nothing was read out of a file. */
export type FileRefusal = Extract<RefusalCode, `file-${string}`>

export type FileOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: FileRefusal }

export function refusedFile(refusal: FileRefusal): { readonly ok: false; readonly refusal: FileRefusal } {
  return { ok: false, refusal }
}
