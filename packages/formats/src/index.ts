export { makeQuestions } from './make-questions.ts'
export { parseQuestions, type ParsedQuestion, type ParsedQuestionSet } from './parse-questions.ts'
export {
  parseRoster,
  type ParsedRoster,
  rosterLimits,
  type RosterLine,
  type RosterProblem,
  type RosterProblemCode,
  rosterProblemCodes,
} from './parse-roster.ts'
export * from './problems.ts'
export { validateQuestions } from './validate-questions.ts'
