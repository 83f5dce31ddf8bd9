import type {
  HostRequests,
  Input,
  MemberRequests,
  RemoteRequests,
  RequestTable,
  ScreenRequests,
} from '@khac-sau/protocol'

type Samples<Table extends RequestTable> = { readonly [Name in keyof Table]: readonly Input<Table, Name>[] }

/** Of every message of every door some that its schema takes; a new message does not compile without. */
type AllSamples = {
  readonly member: Samples<MemberRequests>
  readonly host: Samples<HostRequests>
  readonly remote: Samples<RemoteRequests>
  readonly screen: Samples<ScreenRequests>
}

const claim = { bootId: 'boot', paintedAt: 1_000, pressedAt: 2_000 }

/** Well formed, of things that there are and that there are not. */
export function sampleMessages(memberId: string, openingId: string): AllSamples {
  return {
    member: {
      'member:roster': [{}],
      'member:claim': [{ memberId: 'nobody' }, { memberId: 'nobody', pin: '123456' }],
      'member:ask-for-place': [{ memberId: 'nobody' }],
      'member:leave': [{}],
      'member:answer': [{ openingId, answerId: 'a', options: [1, 2], automatic: false, claim }],
      'member:clock': [{}],
    },
    host: {
      'host:command': [
        { type: 'next', after: 'reveal-99' },
        { type: 'cut-lead', openingId },
        { type: 'end-question', openingId: 'none' },
        { type: 'mark-left', memberId: 'nobody' },
        { type: 'give-time', memberId, timePercent: 150 },
        { type: 'void', question: 0, reason: 'wrong-key' },
        { type: 'reinstate', question: 29 },
        { type: 'correct', question: 0, right: [0], reason: 'wrong-key' },
      ],
      'host:answer-place-request': [{ requestId: 'none', grant: true }],
      'host:peek': [{}],
      'host:pair-remote': [{}],
      'host:end-remote': [{}],
      'host:clock': [{}],
    },
    remote: {
      'remote:command': [{ type: 'next', after: 'lobby' }, { type: 'settle' }],
      'remote:clock': [{}],
    },
    screen: { 'screen:clock': [{}] },
  }
}
