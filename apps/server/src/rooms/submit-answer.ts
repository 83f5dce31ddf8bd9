import type { MemberId, Receipt } from '@khac-sau/engine'
import type { Ack, Answer } from '@khac-sau/protocol'
import type { PageLink, PageLinks, Room } from '@khac-sau/room'

/**
 * A4: acked after the commit. Whose answer it is comes from a token, never from the message (A6); when it was pressed
 * from the claim, within what the pings of its link prove. `link` is the connection it came on, `null` for a POST (T7).
 */
export async function submitAnswer(
  room: Room,
  memberId: MemberId,
  { claim: sent, ...answer }: Answer,
  links: PageLinks,
  link: PageLink | null,
): Promise<Ack<Receipt>> {
  const { bootId, at } = room.clock()
  // Of a clock before this one nothing can be told.
  const claim = sent?.bootId === bootId ? sent : null
  const press = links.pressEvidence({ memberId, openingId: answer.openingId, claim, link, contestNow: at })
  const reply = await room.submit({ type: 'answer', memberId, ...answer, press })
  if (!reply.ok) return reply
  if (!reply.receipt) throw new Error('an accepted answer has no receipt')
  return { ok: true, value: reply.receipt }
}
