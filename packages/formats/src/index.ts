export { cellListLimits, cellNameKey, type CellListProblem, parseCells } from './cells/parse-cells.ts'
export { makeQuestions } from './make-questions.ts'
export { parseQuestions, type ParsedQuestion, type ParsedQuestionSet } from './parse-questions.ts'
export * from './problems.ts'
export { guardedFormula } from './roster/formula-guard.ts'
export { matchRoster, type RosterMatch, type RosterPerson, saysTheSame } from './roster/match-roster.ts'
export { parseRoster, type ParsedRoster, type RosterLine } from './roster/parse-roster.ts'
export {
  type ColumnUse,
  type RosterColumn,
  type RosterEntry,
  type RosterField,
  rosterFields,
  rosterLimits,
} from './roster/roster-fields.ts'
export { rosterName, rosterText } from './roster/roster-name.ts'
export { type RosterProblem, type RosterProblemCode, rosterProblemCodes } from './roster/roster-problems.ts'
export { type RosterHeadings, rosterSheet, writeCsv } from './roster/write-roster.ts'
export { validateQuestions } from './validate-questions.ts'
