import { Problem, type RefusalCode } from '@khac-sau/protocol'

/** The statuses that a refusal may travel with: every route declares them all. */
export const problemResponses = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  413: Problem,
  429: Problem,
  500: Problem,
  503: Problem,
} as const

export type ProblemStatus = keyof typeof problemResponses

/** Whatever is not listed is a matter of the state that things are in. */
export function statusOf(refusal: RefusalCode): ProblemStatus {
  return statusByRefusal[refusal] ?? (refusal.startsWith('file-') ? 400 : 409)
}

const statusByRefusal: Readonly<Partial<Record<RefusalCode, ProblemStatus>>> = {
  'bad-request': 400,
  'signed-out': 401,
  'wrong-credentials': 401,
  'wrong-setup-code': 403,
  'cross-site': 403,
  'not-permitted': 403,
  'recovery-over': 403,
  'invitation-over': 403,
  'link-over': 403,
  'link-used': 403,
  'no-such-account': 404,
  'no-such-cell': 404,
  'cell-closed': 403,
  'by-the-administrator': 403,
  'no-such-session': 404,
  'server-busy': 503,
  'no-such-contest': 404,
  'no-such-member': 404,
  'no-such-request': 404,
  'no-such-backup': 404,
  'wrong-password': 403,
  'too-many-attempts': 429,
  'too-many-requests': 429,
  'file-too-large': 413,
  'too-large': 413,
  'backup-too-large': 413,
  'server-error': 500,
  'storage-failed': 503,
  'moved-elsewhere': 503,
}
