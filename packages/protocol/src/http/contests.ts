import {
  type ContestSettings as EngineSettings,
  limits,
  type MemberTiming as EngineMemberTiming,
  type Question as EngineQuestion,
  timingFlagCodes,
  timings,
  type WarmUpQuestion as EngineWarmUp,
} from '@khac-sau/engine'
import { z } from 'zod'
import { Id, Month, OptionIndex, RoomCode, TimePercent } from '../socket/values.ts'

export const Title = z.string().trim().min(1).max(200)

/** What the host wants to have at hand in the evening, and nobody else sees. */
const Notes = z.string().max(4_000)

/** A question being written: it may still be incomplete; what is wrong with it is said by `problems`. */
export const Question = z.object({
  stem: z.string().max(limits.stemCharacters),
  options: z.array(z.string().max(limits.optionCharacters)).max(limits.options.most),
  right: z.array(OptionIndex).max(limits.options.most),
  explanation: z.string().max(limits.explanationCharacters),
  source: z.string().max(limits.sourceCharacters),
  seconds: z.int().min(limits.seconds.least).max(limits.seconds.most).nullable(),
}) satisfies z.ZodType<EngineQuestion>

/** C10. Being written, as a question is; without a key. */
export const WarmUpQuestion = Question.pick({ stem: true, options: true }) satisfies z.ZodType<EngineWarmUp>

export const ContestSettings = z.object({
  secondsPerQuestion: z.int().min(limits.seconds.least).max(limits.seconds.most),
  maximumScore: z.int().min(limits.maximumScore.least).max(limits.maximumScore.most),
  oneTap: z.boolean(),
  autoAdvance: z.boolean(),
  showStandings: z.boolean(),
  strictOrder: z.boolean(),
  countsForSeason: z.boolean(),
  /** `null`: none is asked. */
  warmUp: WarmUpQuestion.nullable(),
}) satisfies z.ZodType<EngineSettings>

export const contestStages = ['draft', 'open', 'finished', 'settled'] as const
export const ContestStage = z.enum(contestStages)
export type ContestStage = z.infer<typeof ContestStage>

/** GET /api/contests */
export const ContestSummary = z.object({
  contestId: Id,
  month: Month,
  title: z.string(),
  stage: ContestStage,
  questionCount: z.int(),
  countsForSeason: z.boolean(),
})
export type ContestSummary = z.infer<typeof ContestSummary>
export const ContestSummaries = z.object({ contests: z.array(ContestSummary) })

/** POST /api/contests */
export const NewContest = z.object({ month: Month, title: Title })
export type NewContest = z.infer<typeof NewContest>

/** What is not in order about a question, from the same closed list as the preview's. `question` counts from 0. */
export const QuestionProblem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  question: z.int().nullable(),
  line: z.int().nullable(),
  values: z.record(z.string(), z.string()),
})
export type QuestionProblem = z.infer<typeof QuestionProblem>

/** GET /api/contests/:contestId */
export const ContestDetail = ContestSummary.extend({
  settings: ContestSettings,
  questions: z.array(Question),
  problems: z.array(QuestionProblem),
  notes: Notes,
  /** Rises with every change; a change made on an older one is refused with `conflict`. */
  revision: z.int(),
  roomCode: RoomCode.nullable(),
  screenUrl: z.string().nullable(),
})
export type ContestDetail = z.infer<typeof ContestDetail>

/** PUT /api/contests/:contestId */
export const ContestChange = z.object({
  revision: z.int(),
  month: Month,
  title: Title,
  settings: ContestSettings,
  questions: z.array(Question).max(limits.questions.most),
  /** Left out, they stay as they are. */
  notes: Notes.optional(),
})
export type ContestChange = z.infer<typeof ContestChange>

/** DELETE /api/contests/:contestId: the draft that was looked at. */
export const ContestDeletion = z.object({ revision: z.int() })

/** POST /api/contests/:contestId/open: of the draft that whoever opens the room has seen. */
export const RoomOpening = z.object({ revision: z.int() })

/** POST /api/questions/preview: what a pasted text says, before anything is stored. */
export const QuestionPaste = z.object({ text: z.string() })
export const QuestionPreview = z.object({
  items: z.array(
    z.object({
      /** As far as it was understood; nothing in it is guessed. */
      question: Question,
      firstLine: z.int(),
      lastLine: z.int(),
      problems: z.array(QuestionProblem),
    }),
  ),
  problems: z.array(QuestionProblem),
})
export type QuestionPreview = z.infer<typeof QuestionPreview>

/** GET /api/contests/:contestId/result: the settled result, for the committee. */
export const ContestResultRow = z.object({
  memberId: Id,
  name: z.string(),
  rank: z.int().nullable(),
  ranked: z.boolean(),
  /** A9 */
  timePercent: TimePercent,
  tookPart: z.boolean(),
  excused: z.boolean(),
  right: z.int(),
  scoreHundredths: z.int(),
  totalMillis: z.int(),
})
export const ContestResultView = z.object({
  contestId: Id,
  month: Month,
  title: z.string(),
  questionsCounted: z.int(),
  /** The first eight characters of the log's chain: a later change of anything in the contest changes them. */
  chainHead: z.string(),
  rows: z.array(ContestResultRow),
})
export type ContestResultView = z.infer<typeof ContestResultView>

/** T10: how one question of one member was timed. Neither what was chosen nor whether it was right is in it (P1). */
const AnswerTiming = z.object({
  question: z.int(),
  outcome: z.enum(['counted', 'late', 'none']),
  inTotal: z.boolean(),
  automatic: z.boolean(),
  responseMillis: z.int(),
  errorMillis: z.int(),
  arrivedAt: z.int().nullable(),
  timing: z.enum(timings).nullable(),
  /** By the names that the engine gave them. */
  evidence: z.record(z.string(), z.number()),
})
export type AnswerTiming = z.infer<typeof AnswerTiming>

const MemberTiming = z.object({
  memberId: Id,
  totalMillis: z.int(),
  /** T11 */
  errorMillis: z.int(),
  flags: z.array(z.enum(timingFlagCodes)).readonly(),
  answers: z.array(AnswerTiming),
}) satisfies z.ZodType<EngineMemberTiming>
export type MemberTiming = z.infer<typeof MemberTiming>

/** GET /api/contests/:contestId/timing, once the contest is over: for appeals. Who took part, in order of rank. */
export const ContestTiming = z.object({ members: z.array(MemberTiming.extend({ name: z.string() })) })
export type ContestTiming = z.infer<typeof ContestTiming>

/** PUT /api/contests/:contestId/excusals/:memberId */
export const ExcusalChange = z.object({ excused: z.boolean() })
