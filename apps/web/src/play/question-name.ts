import type { AskedQuestion } from '@khac-sau/engine'
import type { play } from '@khac-sau/language'

/** Its number, or that it does not count (C10). */
export function questionName(question: AskedQuestion, count: number, text: (typeof play)['vi']): string {
  return question === null ? text.warmUp : text.questionNumber({ number: question + 1, count })
}
