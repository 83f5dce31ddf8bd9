import type { AskedQuestion } from '@khac-sau/engine'
import type { ScreenText } from './place-order.ts'

/** Its number; the warm-up has none (C10). */
export function questionName(question: AskedQuestion, total: number, text: ScreenText): string {
  return question === null ? text.warmUp : text.questionOf({ question: question + 1, total })
}

/** While 3-2-1 is on show: what is about to come. */
export function readyName(question: AskedQuestion, continued: boolean, text: ScreenText): string {
  if (question === null) return continued ? text.warmUpGoesOn : text.warmUpGetReady
  return continued ? text.goesOn({ question: question + 1 }) : text.getReady({ question: question + 1 })
}
