import type { Month } from './time.ts'

/** One question as written by the committee and frozen when the room opens (C2, C5). */
export type Question = {
  readonly stem: string
  readonly options: readonly string[]
  /** Indexes into `options`, ascending, without repeats; several are marked all-or-nothing (C2). */
  readonly right: readonly number[]
  /** Why the right option is right; empty when nobody wrote it. */
  readonly explanation: string
  /** The clause it rests on (*căn cứ*); empty when nobody wrote it. */
  readonly source: string
  /** This question's own time; `null` takes the contest's (C3). */
  readonly seconds: number | null
}

/** C10: it has no right option, so that nobody is told on the first screen that they are wrong. */
export type WarmUpQuestion = Pick<Question, 'stem' | 'options'>

/** What every contest decides once for all its members. */
export type ContestSettings = {
  /** C3: 5–300, by default 30. */
  readonly secondsPerQuestion: number
  /** C4: shared equally among the questions that are not voided; 1–100, by default 10. */
  readonly maximumScore: number
  /** A2: the first tap submits. Off by default: choose, change, *Nộp*. */
  readonly oneTap: boolean
  /** The next question is asked by itself some time after the reveal. */
  readonly autoAdvance: boolean
  /** P1: standings after each reveal, without being asked for. Off by default. */
  readonly showStandings: boolean
  /** R4: recorded time decides the first place even within its own error. Off by default. */
  readonly strictOrder: boolean
  /** C1: whether this contest counts for the year. */
  readonly countsForSeason: boolean
  /** C10: asked before the first question, so that everyone tries their phone. `null`, by default: none is asked. */
  readonly warmUp: WarmUpQuestion | null
}

export const defaultSettings: ContestSettings = {
  secondsPerQuestion: 30,
  maximumScore: 10,
  oneTap: false,
  autoAdvance: false,
  showStandings: false,
  strictOrder: false,
  countsForSeason: true,
  warmUp: null,
}

/** The limits of C2, C3 and C4, cited by every editor and parser. */
export const limits = {
  questions: { least: 1, most: 30 },
  recommendedQuestions: { least: 5, most: 10 },
  options: { least: 2, most: 8 },
  seconds: { least: 5, most: 300 },
  maximumScore: { least: 1, most: 100 },
  stemCharacters: 1000,
  optionCharacters: 500,
  explanationCharacters: 2000,
  sourceCharacters: 500,
} as const

/** What a contest was frozen with when its room opened (C5). The log names it by its hash only. */
export type ContestContent = {
  readonly title: string
  readonly month: Month
  readonly settings: ContestSettings
  readonly questions: readonly Question[]
}
