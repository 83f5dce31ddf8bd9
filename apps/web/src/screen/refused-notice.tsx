import { rehearsal, screen } from '@khac-sau/language'
import type { HandshakeRefusal } from '@khac-sau/protocol'
import { useMessages } from '../ui/language.tsx'
import type { ScreenText } from './place-order.ts'
import { StageNotice } from './stage-notice.tsx'

export function RefusedNotice({ refusal }: { readonly refusal: HandshakeRefusal }) {
  const text = useMessages(screen)
  const { overTitle, overText } = useMessages(rehearsal)
  if (refusal === 'rehearsal-over') return <StageNotice title={overTitle}>{overText}</StageNotice>
  return <StageNotice title={text.refusedTitle}>{text[wayOut[refusal]]}</StageNotice>
}

/** What to do now: whoever stands at the projector cannot do more than open the page again. */
const wayOut = {
  'no-such-room': 'refusedWrongAddress',
  'unknown-token': 'refusedWrongAddress',
  'remote-over': 'refusedWrongAddress',
  'signed-out': 'refusedWrongAddress',
  'not-permitted': 'refusedWrongAddress',
  'cell-closed': 'refusedCellClosed',
  'outdated-page': 'refusedOutdated',
  'cross-site': 'refusedCrossSite',
  // Said to phones only.
  crowded: 'refusedWrongAddress',
} as const satisfies Record<Exclude<HandshakeRefusal, 'rehearsal-over'>, keyof ScreenText>
