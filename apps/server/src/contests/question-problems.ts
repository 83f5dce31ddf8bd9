import type { Question } from '@khac-sau/engine'
import { type QuestionProblem as Found, type TextProblem, validateQuestions } from '@khac-sau/formats'
import type { QuestionProblem } from '@khac-sau/protocol'

/** What is not in order about the questions of a contest, wherever they came from. */
export function problemsOf(questions: readonly Question[]): QuestionProblem[] {
  return validateQuestions(questions).map(shownProblem)
}

/** The values are what a sentence about the problem may need, as text. */
export function shownProblem(problem: Found | TextProblem): QuestionProblem {
  const { code, severity, firstLine, lastLine, letters, number, limit } = problem
  return {
    code,
    severity,
    question: 'question' in problem ? problem.question : null,
    line: firstLine,
    values: {
      ...(lastLine === null || lastLine === firstLine ? {} : { lastLine: String(lastLine) }),
      ...(letters.length === 0 ? {} : { letters: letters.join(', ') }),
      ...(number === null ? {} : { number: String(number) }),
      ...(limit === null ? {} : { limit: String(limit) }),
    },
  }
}
