import { refusals } from '@khac-sau/engine'
import { z } from 'zod'

/** Why a request was not carried out. The page turns the code into words in its reader's language, with what to do next. */
export const refusalCodes = [
  ...refusals,
  // The request itself
  'bad-request',
  'too-large',
  'server-error',
  // The server's state
  'storage-failed',
  'moved-elsewhere',
  'no-such-contest',
  'no-such-member',
  // P2: erasing somebody
  'name-differs',
  'member-in-live-contest',
  // Who asks
  'signed-out',
  'wrong-credentials',
  'wrong-setup-code',
  'not-permitted',
  'last-owner',
  'handover-not-ready',
  'no-such-account',
  'invitation-over',
  'too-many-invitations',
  'server-busy',
  'recovery-over',
  'no-such-session',
  'already-set-up',
  // The installation
  'too-many-cells',
  'too-many-members',
  'too-many-contests',
  'no-such-cell',
  'cell-closed',
  'not-its-name',
  'rooms-open',
  'cell-has-owner',
  'by-the-administrator',
  'login-taken',
  'cross-site',
  'name-taken',
  'no-such-request',
  // D1: a name alone is not enough
  'pin-needed',
  'no-pin-yet',
  'wrong-pin',
  // D3
  'link-needed',
  'link-used',
  'link-over',
  'room-is-open',
  // S4
  'took-part-in-both',
  // A phone as remote
  'pairing-over',
  'not-by-remote',
  // Editing: somebody else changed it since it was read
  'conflict',
  'questions-need-attention',
  // Rehearsing
  'too-many-rehearsals',
  // A list from a file
  'file-too-large',
  'file-is-xls',
  'file-is-locked',
  'file-is-no-list',
  'file-damaged',
  'file-unpacks-too-large',
  'file-range-too-large',
  'file-too-complex',
  // Backing up and restoring
  'no-such-backup',
  'backup-too-large',
  'backup-not-a-database',
  'backup-foreign',
  'backup-newer',
  'backup-damaged',
  'backup-altered',
  'data-damaged',
  'data-in-use',
  'contest-under-way',
  'wrong-password',
  'too-many-attempts',
  // Flooding
  'too-many-requests',
  'cannot-restart',
  'moved-away',
] as const
export const RefusalCode = z.enum(refusalCodes)
export type RefusalCode = z.infer<typeof RefusalCode>

/** Why a socket was not let in. */
export const handshakeRefusals = [
  'no-such-room',
  'rehearsal-over',
  'unknown-token',
  'remote-over',
  'cell-closed',
  'signed-out',
  'not-permitted',
  'outdated-page',
  'cross-site',
  // L3: comes again by itself
  'crowded',
] as const
export type HandshakeRefusal = (typeof handshakeRefusals)[number]

/** Who changed what was to be changed, and when; the name is `null` where nobody can tell any more. */
export const LastChange = z.object({ byName: z.string().nullable(), isYou: z.boolean(), atMs: z.int() })
export type LastChange = z.infer<typeof LastChange>

/** `lastChange` comes with `conflict`. */
export const Problem = z.object({ refusal: RefusalCode, lastChange: LastChange.nullable().optional() })
export type Problem = z.infer<typeof Problem>
