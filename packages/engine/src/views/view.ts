import type { NextStep, Step } from '../command.ts'
import type { AskedQuestion, MemberId, OpeningId } from '../event.ts'
import type { TimePercent } from '../time-percent.ts'
import type { OrderReason } from '../rank.ts'
import type { Millis, Month } from '../time.ts'

/** P1: who is named with a score in public places; one setting for projector, boards and exports. */
export const publicPlacesChoices = ['top-3', 'top-10', 'all'] as const
export type PublicPlaces = (typeof publicPlacesChoices)[number]

/** What a view needs and the log does not hold: time, names, who is connected, how to get in. */
export type ViewContext = {
  readonly now: Millis
  /** The process that owns the contest: clock offsets measured against another one are void (T1). */
  readonly bootId: string
  readonly cellName: string
  /** C9: everyone is told on every screen. */
  readonly rehearsal: boolean
  readonly publicPlaces: PublicPlaces
  readonly nameOf: (memberId: MemberId) => string
  readonly isConnected: (memberId: MemberId) => boolean
}

/** What every view says of its contest. Scores travel as hundredths of a point, times as milliseconds. */
export type ViewHead = {
  readonly bootId: string
  /** Contest clock at the moment this view was made. */
  readonly now: Millis
  readonly cellName: string
  readonly title: string
  readonly month: Month
  readonly questionCount: number
  readonly maximumScore: number
  readonly secondsPerQuestion: number
  readonly paused: boolean
  /** C8: until then it is *Kết quả tạm thời*. */
  readonly settled: boolean
  /** C9 */
  readonly rehearsal: boolean
}

/** The question alone, before its options may leave the server (A5). */
export type StemView = {
  readonly openingId: OpeningId
  /** Index, from 0; `null` for the warm-up question (C10). */
  readonly question: AskedQuestion
  readonly stem: string
  /** Several options may be right and are to be chosen together (C2). */
  readonly multiple: boolean
  /** It was interrupted and goes on (R2). */
  readonly continued: boolean
  readonly stemAt: Millis
  readonly opensAt: Millis
  /** On a phone its member's own (A9). */
  readonly closesAt: Millis
}

export type OpenView = StemView & { readonly options: readonly string[] }

/** T8: the options alone, sent a little before they open so that every page can show them at one instant. */
export type OptionsAhead = {
  readonly openingId: OpeningId
  readonly opensAt: Millis
  readonly options: readonly string[]
}

export type RevealView = {
  readonly question: AskedQuestion
  readonly stem: string
  readonly options: readonly string[]
  /** Empty for the warm-up question, which has no key (C10). */
  readonly right: readonly number[]
  readonly explanation: string
  readonly source: string
  readonly voided: boolean
  readonly corrected: boolean
  readonly untimed: boolean
  readonly interrupted: boolean
}

/** What is listed after the contest: its questions, and not the warm-up (C10). */
export type Numbered<View extends RevealView> = View & { readonly question: number }

/** How many chose each option: aggregates only (P1). */
export type Distribution = { readonly counts: readonly number[]; readonly answered: number; readonly expected: number }

export type Progress = { readonly openingId: OpeningId; readonly answered: number; readonly expected: number }

/** One line of a ranking that may be shown to others. */
export type PlaceView = {
  readonly rank: number
  readonly name: string
  readonly scoreHundredths: number
  readonly right: number
  readonly totalMillis: Millis
  /** Why this one stands above the next (R7); `null` for the last line shown. */
  readonly aboveNext: OrderReason | null
}

/** A9: with a score and without a place; nothing is said of time. */
export type ApartView = { readonly name: string; readonly scoreHundredths: number }

export type StandingsView = {
  readonly places: readonly PlaceView[]
  /** A9, P1: who had extra time and has the score of a public place, by score. */
  readonly apart: readonly ApartView[]
  /** P1: everyone else who took part, in roster order, without score: *đã tham gia*. */
  readonly others: readonly string[]
  readonly questionsCounted: number
}

export type OwnResultView = {
  readonly rank: number | null
  readonly ranked: boolean
  readonly timePercent: TimePercent
  readonly competitors: number
  readonly scoreHundredths: number
  readonly right: number
  readonly totalMillis: Millis
}

export type OwnAnswerView = {
  readonly options: readonly number[]
  readonly counted: boolean
  readonly automatic: boolean
  readonly responseMillis: Millis
}

/** One question to look at again, with the member's own answer and nobody else's (P1). */
export type ReviewItem = RevealView & { readonly own: OwnAnswerView | null; readonly correct: boolean }

/** C10: a warm-up question comes before the first one, and everybody is told that it does not count. */
type WarmUpAhead = { readonly warmUp: boolean }

export type MemberStage =
  | ({ readonly name: 'lobby' } & WarmUpAhead)
  | ({ readonly name: 'stem' } & StemView)
  | ({ readonly name: 'open' | 'closing'; readonly own: OwnAnswerView | null } & OpenView)
  | ({ readonly name: 'reveal'; readonly result: OwnResultView | null } & ReviewItem)
  | {
      readonly name: 'podium'
      readonly result: OwnResultView | null
      readonly standings: StandingsView
      readonly review: readonly Numbered<ReviewItem>[]
    }
  | { readonly name: 'removed' }

/** The whole of what one phone may know; a lost one heals with the next. */
export type MemberView = ViewHead & {
  readonly me: {
    readonly memberId: MemberId
    readonly name: string
    readonly ranked: boolean
    readonly timePercent: TimePercent
  }
  readonly oneTap: boolean
  readonly stage: MemberStage
}

export type ScreenStage =
  | ({ readonly name: 'lobby'; readonly present: readonly string[]; readonly missing: readonly string[] } & WarmUpAhead)
  | ({ readonly name: 'stem' } & StemView)
  | ({
      readonly name: 'open' | 'closing'
      readonly progress: Progress
      /** A9: the room's time is up, and somebody has longer. */
      readonly someHaveTime: boolean
    } & OpenView)
  | ({ readonly name: 'reveal'; readonly distribution: Distribution } & RevealView)
  | ({ readonly name: 'standings'; readonly afterQuestion: number } & StandingsView)
  | ({ readonly name: 'podium' } & StandingsView)

/** What the projector shows: never a control, never an answer early. */
export type ScreenView = ViewHead & { readonly joinedCount: number; readonly stage: ScreenStage }

/** How a contest goes on, for whoever may move it along. */
export type CourseView = {
  /** To be named by *next*; `null` while a question runs, and when the contest is over. */
  readonly step: Step | null
  /** What *next* leads to. */
  readonly next: NextStep | null
  readonly autoAdvanceAt: Millis | null
}

export type RemoteStage =
  | { readonly name: 'lobby'; readonly present: number; readonly missing: number }
  | ({ readonly name: 'stem' } & StemView)
  | ({
      readonly name: 'open' | 'closing'
      readonly progress: Progress
      readonly someHaveTime: boolean
    } & StemView)
  | { readonly name: 'reveal'; readonly question: AskedQuestion; readonly stem: string }
  | { readonly name: 'standings'; readonly afterQuestion: number }
  | { readonly name: 'podium' }

/** Enough to move a contest along, and less than the room sees: no name, no option, no key, no result. */
export type RemoteView = ViewHead & CourseView & { readonly joinedCount: number; readonly stage: RemoteStage }

export type HostPerson = {
  readonly memberId: MemberId
  readonly name: string
  readonly ranked: boolean
  readonly timePercent: TimePercent
  readonly presence: 'absent' | 'joined' | 'left' | 'removed'
  readonly connected: boolean
  /** Whether, never what (P1); `null` when no question is open, but for the reveal of the warm-up (C10). */
  readonly answered: boolean | null
  /** A9: is awaited although the room's time is up. */
  readonly hasTime: boolean
}

export type HostRankingRow = {
  readonly memberId: MemberId
  readonly name: string
  readonly rank: number | null
  readonly ranked: boolean
  readonly timePercent: TimePercent
  readonly tookPart: boolean
  readonly scoreHundredths: number
  readonly right: number
  readonly totalMillis: Millis
  readonly aboveNext: OrderReason | null
}

/** What the host sees: the projector's stage, the people, and between questions the whole ranking. */
export type HostView = ScreenView &
  CourseView & {
    readonly people: readonly HostPerson[]
    readonly ranking: readonly HostRankingRow[]
    /** R6: every question that has been closed, to void or correct it later. */
    readonly asked: readonly Numbered<RevealView & { readonly distribution: Distribution }>[]
  }
