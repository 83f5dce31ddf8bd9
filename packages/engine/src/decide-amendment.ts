import { accept, type Decision, type HostCommand, nothing, refuse } from './command.ts'
import { type Contest, questionAt, rightOptions, scoredSheet } from './contest.ts'
import type { Millis } from './time.ts'

type AmendmentCommand = Extract<HostCommand, { type: 'void' | 'reinstate' | 'correct' | 'settle' | 'unsettle' }> & {
  readonly at: Millis
}

/** R6, C8: what was wrong is put right for everyone, until the host settles the result; undoing that is logged. */
export function decideAmendment(contest: Contest, command: AmendmentCommand): Decision {
  const { at, by } = command
  switch (command.type) {
    case 'settle':
      if (contest.phase.name !== 'finished') return refuse('not-now')
      return contest.settled ? nothing : accept({ type: 'settled', at, by, wallMillis: command.wallMillis })
    case 'unsettle':
      return contest.settled
        ? accept({ type: 'unsettled', at, by, wallMillis: command.wallMillis })
        : refuse('not-settled')
    case 'void':
    case 'reinstate':
    case 'correct':
      return amendQuestion(contest, command)
  }
}

function amendQuestion(
  contest: Contest,
  command: Extract<AmendmentCommand, { type: 'void' | 'reinstate' | 'correct' }>,
): Decision {
  const { at, by, question } = command
  if (contest.settled) return refuse('settled')
  if (!Number.isInteger(question) || !contest.content.questions[question]) return refuse('no-such-question')
  if (!scoredSheet(contest, question)?.closed) return refuse('not-now')
  switch (command.type) {
    case 'void':
      return contest.voided.has(question)
        ? nothing
        : accept({ type: 'voided', at, question, by, reason: command.reason })
    case 'reinstate':
      return contest.voided.has(question) ? accept({ type: 'reinstated', at, question, by }) : nothing
    case 'correct': {
      const right = [...command.right].sort((a, b) => a - b)
      if (!isKey(contest, question, right)) return refuse('bad-option')
      if (right.join() === rightOptions(contest, question).join()) return nothing
      return accept({ type: 'corrected', at, question, right, by, reason: command.reason })
    }
  }
}

function isKey(contest: Contest, question: number, right: readonly number[]): boolean {
  const { options } = questionAt(contest, question)
  const real = right.every((option) => Number.isInteger(option) && option >= 0 && option < options.length)
  return real && right.length > 0 && new Set(right).size === right.length
}
