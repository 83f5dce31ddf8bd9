import { auditRepository, type NewAuditEntry, type Store } from '@khac-sau/database'
import type { AuditAction } from '@khac-sau/engine'
import type { SentHostCommand } from '@khac-sau/protocol'

/** What can be asked about afterwards; each step of a contest is in its own log. */
const actionOf: Readonly<Partial<Record<SentHostCommand['type'], AuditAction>>> = {
  finish: 'contest-finished',
  settle: 'result-settled',
  unsettle: 'result-unsettled',
  void: 'question-voided',
  reinstate: 'question-reinstated',
  correct: 'key-corrected',
  remove: 'member-removed-from-room',
  readmit: 'member-readmitted',
  'give-time': 'time-given',
}

type Pressed = { readonly cellId: string } & Pick<NewAuditEntry, 'contestId' | 'actorId' | 'atMs'>

/** In the house where the contest lives: what is done in a rehearsal goes with it (C9). */
export async function writeDown(store: Store, { cellId, ...pressed }: Pressed, sent: SentHostCommand): Promise<void> {
  const action = actionOf[sent.type]
  if (action === undefined) return
  const memberId = 'memberId' in sent ? sent.memberId : null
  const question = 'question' in sent ? sent.question : null
  const detail = 'reason' in sent ? sent.reason : null
  await auditRepository(store).append(cellId, { ...pressed, action, memberId, question, detail })
}
