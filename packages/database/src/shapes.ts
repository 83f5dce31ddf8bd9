import type { ContestContent, ContestSettings, Question, WarmUpQuestion } from '@khac-sau/engine'
import { z } from 'zod'

/** The JSON columns, parsed where they are read. Strict: an unknown field is a newer program's, not one to drop. */
const warmUpQuestion = z.strictObject({
  stem: z.string(),
  options: z.array(z.string()),
}) satisfies z.ZodType<WarmUpQuestion>

export const contestSettings = z.strictObject({
  secondsPerQuestion: z.number(),
  maximumScore: z.number(),
  oneTap: z.boolean(),
  autoAdvance: z.boolean(),
  showStandings: z.boolean(),
  // Contests of before there was a choice were ranked by recorded time.
  strictOrder: z.boolean().default(true),
  countsForSeason: z.boolean(),
  // Before there was a warm-up, none was asked (C5).
  warmUp: warmUpQuestion.nullable().default(null),
}) satisfies z.ZodType<ContestSettings>

const question = z.strictObject({
  stem: z.string(),
  options: z.array(z.string()),
  right: z.array(z.int()),
  explanation: z.string(),
  source: z.string(),
  seconds: z.number().nullable(),
}) satisfies z.ZodType<Question>

export const questions = z.array(question)

export const contestContent = z.strictObject({
  title: z.string(),
  month: z.string(),
  settings: contestSettings,
  questions,
}) satisfies z.ZodType<ContestContent>
