import { type Contest, nextQuestionOf, questionAt } from '../contest.ts'
import type { AskedQuestion } from '../event.ts'

export type UpNext = { readonly question: AskedQuestion; readonly stem: string }

/** What is asked next, for its host's eyes: never an option or the key (A5). `null` while a question runs, and after the last. */
export function upNext(contest: Contest): UpNext | null {
  const question = nextQuestionOf(contest)
  return question === undefined ? null : { question, stem: questionAt(contest, question).stem }
}
