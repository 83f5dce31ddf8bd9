import type { MemberId, Receipt, Submission } from '@khac-sau/engine'
import type { Ack } from '@khac-sau/protocol'
import type { Room } from '@khac-sau/room'

/** A4: acked after the commit. Whose answer it is comes from a token, never from the message (A6). */
export async function submitAnswer(
  room: Room,
  memberId: MemberId,
  answer: Omit<Submission, 'memberId'>,
): Promise<Ack<Receipt>> {
  const reply = await room.submit({ type: 'answer', memberId, ...answer })
  if (!reply.ok) return reply
  if (!reply.receipt) throw new Error('an accepted answer has no receipt')
  return { ok: true, value: reply.receipt }
}
