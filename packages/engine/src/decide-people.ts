import { accept, type Command, type Decision, type HostCommand, nothing, refuse } from './command.ts'
import type { Contest, Person } from './contest.ts'
import { closing } from './decide-course.ts'
import type { Event, MemberId } from './event.ts'
import type { Millis } from './time.ts'

type PeopleCommand =
  | Extract<Command, { type: 'open-room' | 'enroll' | 'join' | 'leave' }>
  | (Extract<HostCommand, { type: 'mark-left' | 'remove' | 'readmit' | 'give-time' }> & { readonly at: Millis })

/** Who is on the roster, who joined, who left. */
export function decidePeople(contest: Contest, command: PeopleCommand): Decision {
  if (command.type === 'open-room') return openRoom(contest, command)
  if (contest.phase.name === 'draft') return refuse('room-not-open')
  const over = contest.phase.name === 'finished'
  if (command.type === 'enroll') {
    const { at, memberId, ranked, timePercent } = command
    if (over) return refuse('contest-over')
    return contest.people.has(memberId) ? nothing : accept({ type: 'enrolled', at, memberId, ranked, timePercent })
  }

  const person = contest.people.get(command.memberId)
  if (!person) return refuse('not-in-contest')
  const { at, memberId } = command
  switch (command.type) {
    case 'join':
      return join(contest, person, memberId, at)
    case 'leave':
    case 'mark-left': {
      // Nobody holds anything any more, and a log that is over stays as it was printed.
      if (person.presence !== 'joined' || over) return nothing
      const by = 'by' in command ? command.by : memberId
      return accept({ type: 'marked-left', at, memberId, by }, ...closingWithout(contest, memberId, at))
    }
    case 'remove':
      if (contest.settled) return refuse('settled')
      if (person.presence === 'removed') return nothing
      return accept({ type: 'removed', at, memberId, by: command.by }, ...closingWithout(contest, memberId, at))
    case 'readmit':
      if (contest.settled) return refuse('settled')
      if (person.presence !== 'removed') return nothing
      return accept({ type: 'readmitted', at, memberId, by: command.by })
    case 'give-time': {
      // A9: before the start, so that nobody is helped once it is seen how they fare.
      if (contest.phase.name !== 'lobby') return refuse('not-now')
      const { timePercent, by } = command
      if (person.timePercent === timePercent) return nothing
      return accept({ type: 'time-given', at, memberId, timePercent, by })
    }
  }
}

/** C2, C5: a contest opens with its questions and people, once. */
function openRoom(contest: Contest, command: Extract<Command, { type: 'open-room' }>): Decision {
  if (contest.phase.name !== 'draft') return refuse('room-already-open')
  if (contest.content.questions.length === 0) return refuse('no-questions')
  if (command.roster.length === 0) return refuse('empty-roster')
  const { at, contentHash, roster } = command
  return accept({ type: 'room-opened', at, contentHash, roster })
}

/** A8: whoever joins late competes. Joining twice is joining once (A6). */
function join(contest: Contest, person: Person, memberId: MemberId, at: Millis): Decision {
  if (person.presence === 'joined') return nothing
  if (person.presence === 'removed') return refuse('removed')
  if (contest.phase.name === 'finished') return refuse('contest-over')
  return accept({ type: 'joined', at, memberId })
}

/** A7: whoever leaves no longer holds the question open. */
function closingWithout(contest: Contest, memberId: MemberId, at: Millis): readonly Event[] {
  const { phase } = contest
  if (phase.name !== 'asking' && phase.name !== 'closing') return []
  const people = new Map(contest.people)
  people.delete(memberId)
  const events = closing({ ...contest, people }, phase.opening, at, 'everyone', at)
  const closed = events.filter((event) => event.type === 'closed')
  if (closed.length === 0) return []
  return phase.name === 'closing' ? closed : events
}
