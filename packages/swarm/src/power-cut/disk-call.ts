import type { Millis } from '@khac-sau/engine'

/** A call that a process made on a file of the directory, or on the directory; in wall-clock time. */
export type DiskCall = Spell & (Change | Sync | NameChange)

/** `endedAt` is `Infinity` when the call never came back. */
export type Spell = { readonly startedAt: Millis; readonly endedAt: Millis }

export type Change =
  | { readonly type: 'write'; readonly file: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly type: 'resize'; readonly file: string; readonly size: number }

export type NameChange =
  /** A file that has the name already stays what it is. */
  { readonly type: 'create'; readonly file: string } | { readonly type: 'remove'; readonly file: string }

export type Sync =
  | { readonly type: 'sync-file'; readonly file: string }
  | { readonly type: 'sync-names'; readonly file: '.' }
