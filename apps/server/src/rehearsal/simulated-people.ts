import type { MemberId, Millis } from '@khac-sau/engine'
import type { Random } from '../demo/random.ts'

/** Somebody who is not there. */
export type SimulatedPerson = {
  readonly memberId: MemberId
  readonly name: string
  /** From when the room is open. */
  readonly joinsAfterMillis: Millis
  /** How often they are right, from 0 to 1. */
  readonly knowledge: number
  /** 1 thinks as long as most do, 2 twice as long. */
  readonly pace: number
}

/** How they come: not all at once. */
export type Joining = { readonly firstAfterMillis: Millis; readonly withinMillis: Millis }

/** First there is time to put the projector's page up. */
export const calmJoining: Joining = { firstAfterMillis: 4_000, withinMillis: 12_000 }

/** As many as the cell has members: enough to see a room fill, few enough for a small machine. */
export const fewestSimulated = 8
export const mostSimulated = 30

const givenNames =
  'An Bình Chi Dũng Đào Giang Hà Hùng Khánh Lan Liên Long Mai Minh Nam Nga Ngọc Oanh Phúc Phượng Quân Quỳnh Sơn Tâm Thảo Thắng Trang Tú Vinh Yến'

/**
 * Nobody's real name: a member's name above an invented score would be a result that never was (P1), and a rehearsal
 * needs to know nobody (P2). Whoever reads one of these knows what it is.
 */
export function simulatedPeople(
  members: number,
  { firstAfterMillis, withinMillis }: Joining,
  random: Random,
  newId: () => MemberId,
): readonly SimulatedPerson[] {
  const count = Math.min(mostSimulated, Math.max(fewestSimulated, members))
  return givenNames.split(' ', count).map((givenName) => ({
    memberId: newId(),
    name: `Mô phỏng ${givenName}`,
    joinsAfterMillis: Math.round(firstAfterMillis + random() * withinMillis),
    knowledge: 0.45 + random() * 0.5,
    pace: 0.6 + random() * 1.2,
  }))
}

/** Places for the phones of those who rehearse; by given name, as lists are sorted, before all others. */
export const trialPhoneNames = ['Điện thoại thử 1', 'Điện thoại thử 2', 'Điện thoại thử 3'] as const
