import type { Question } from '@khac-sau/engine'
import { parseQuestions } from '@khac-sau/formats'
import { readSampleQuestions } from '../demo/sample-questions.ts'

/** Facts that everyone may know already: a rehearsal in front of members gives nothing of the contest away. */
export async function sampleRehearsalQuestions(): Promise<readonly Question[]> {
  const { items } = parseQuestions(await readSampleQuestions())
  return items.slice(0, sampleCount).map(({ question }) => question)
}

/** Enough to see everything once: nobody rehearses for a quarter of an hour. */
const sampleCount = 3
