import type { Event, EventOf } from '@khac-sau/engine'

const answer = {
  openingId: 'opening-1',
  memberId: 'member-1',
  answerId: 'answer-1',
  options: [0, 2],
  automatic: false,
  responseMillis: 12_345,
  errorMillis: 40,
  evidence: { rttMin: 31.5, 'độ trễ': 7 },
  timing: 'receipt-1',
} as const

const by = 'account-1'

/** One of each kind. A new kind of event does not compile until it is here. */
export const sampleEvents: { readonly [T in Event['type']]: EventOf<T> } = {
  'taken-over': { at: 0, type: 'taken-over', bootId: 'boot-1', wallMillis: 1_700_000_000_000 },
  'room-opened': {
    at: 0,
    type: 'room-opened',
    contentHash: 'ab12',
    roster: [
      { memberId: 'member-1', ranked: true, timePercent: 100 },
      { memberId: 'thành viên “2”\n😀', ranked: false, timePercent: 200 },
    ],
  },
  enrolled: { at: 5, type: 'enrolled', memberId: 'member-3', ranked: true, timePercent: 100 },
  'time-given': { at: 800, type: 'time-given', memberId: 'member-1', timePercent: 150, by },
  joined: { at: 900, type: 'joined', memberId: 'member-1' },
  'marked-left': { at: 1_000, type: 'marked-left', memberId: 'member-1', by },
  removed: { at: 1_100, type: 'removed', memberId: 'member-3', by },
  readmitted: { at: 1_200, type: 'readmitted', memberId: 'member-3', by },
  opened: {
    at: 2_000,
    type: 'opened',
    openingId: 'opening-1',
    question: 0,
    purpose: 'scored',
    audience: 'everyone',
    continues: null,
    stemAt: 5_000,
    opensAt: 9_000,
    closesAt: 39_000,
    laterCloses: [{ timePercent: 150, closesAt: 54_000 }],
  },
  'lead-cut': { at: 6_000, type: 'lead-cut', openingId: 'opening-1', opensAt: 6_500, closesAt: 36_500 },
  extended: { at: 7_000, type: 'extended', openingId: 'opening-1', closesAt: 46_500, by },
  answered: { at: 18_845, type: 'answered', ...answer },
  'answered-late': { at: 50_000, type: 'answered-late', ...answer, memberId: 'member-2', answerId: 'answer-2' },
  interrupted: { at: 20_000, type: 'interrupted', openingId: 'opening-1' },
  'closed-for-some': { at: 46_500, type: 'closed-for-some', openingId: 'opening-1', closesAt: 46_500 },
  closing: { at: 46_500, type: 'closing', openingId: 'opening-1', reason: 'host', closesAt: 46_500, missing: 2 },
  closed: { at: 49_000, type: 'closed', openingId: 'opening-1' },
  'standings-shown': { at: 51_000, type: 'standings-shown' },
  paused: { at: 52_000, type: 'paused', by },
  resumed: { at: 53_000, type: 'resumed', by },
  voided: { at: 54_000, type: 'voided', question: 0, by, reason: 'wrong-key' },
  reinstated: { at: 55_000, type: 'reinstated', question: 0, by },
  corrected: { at: 56_000, type: 'corrected', question: 0, right: [1, 3], by, reason: 'several-right' },
  finished: { at: 57_000, type: 'finished' },
  settled: { at: 58_000, type: 'settled', by, wallMillis: 1_700_000_060_000 },
  unsettled: { at: 59_000, type: 'unsettled', by, wallMillis: 1_700_000_070_000 },
}
