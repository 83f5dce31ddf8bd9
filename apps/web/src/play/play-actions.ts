import type { MemberSession } from '@khac-sau/session'

/** What a member can do, and the clock by which the screens count. */
export type PlayActions = Pick<
  MemberSession,
  'contestNow' | 'claim' | 'askForPlace' | 'startOver' | 'leave' | 'choose' | 'submit' | 'painted'
>
