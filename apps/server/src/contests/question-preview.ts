import { limits, type Question } from '@khac-sau/engine'
import { parseQuestions } from '@khac-sau/formats'
import type { Question as SentQuestion, QuestionPreview } from '@khac-sau/protocol'
import type { z } from 'zod'
import { shownProblem } from './question-problems.ts'

/** What a pasted text says. Nothing is stored. */
export function questionPreview(text: string): QuestionPreview {
  const { items, problems } = parseQuestions(text)
  return {
    items: items.map(({ question, firstLine, lastLine, problems: found }) => ({
      question: withinLimits(question),
      firstLine,
      lastLine,
      problems: found.map(shownProblem),
    })),
    problems: problems.map(shownProblem),
  }
}

/** A question that is beyond a limit has an error that says so; what is shown of it is cut to what a page accepts. */
function withinLimits({ stem, options, right, explanation, source, seconds }: Question): z.infer<typeof SentQuestion> {
  const { least, most } = limits.seconds
  return {
    stem: stem.slice(0, limits.stemCharacters),
    options: options.slice(0, limits.options.most).map((option) => option.slice(0, limits.optionCharacters)),
    right: right.filter((option) => option < limits.options.most),
    explanation: explanation.slice(0, limits.explanationCharacters),
    source: source.slice(0, limits.sourceCharacters),
    seconds: seconds !== null && seconds >= least && seconds <= most ? seconds : null,
  }
}
