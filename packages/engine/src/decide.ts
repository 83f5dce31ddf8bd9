import { decideAmendment } from './decide-amendment.ts'
import { decideAnswer } from './decide-answer.ts'
import { decideCourse, decideTick, takeOver } from './decide-course.ts'
import { decidePeople } from './decide-people.ts'
import type { Command, Decision } from './command.ts'
import type { Contest } from './contest.ts'

/**
 * What a command makes happen, and what its sender hears. Reads no clock: the server stamps `at` on arrival (A1).
 * An `at` behind the log is moved up to it, so that the contest clock never runs back (T1).
 */
export function decide(contest: Contest, asked: Command): Decision {
  const command = asked.at < contest.lastEventAt ? { ...asked, at: contest.lastEventAt } : asked
  switch (command.type) {
    case 'answer':
      return decideAnswer(contest, command)
    case 'tick':
      return decideTick(contest, command.at)
    case 'take-over':
      return takeOver(contest, command)
    case 'open-room':
    case 'enroll':
    case 'join':
    case 'leave':
    case 'mark-left':
    case 'remove':
    case 'readmit':
    case 'give-time':
      return decidePeople(contest, command)
    case 'next':
    case 'cut-lead':
    case 'extend':
    case 'end-question':
    case 'show-standings':
    case 'pause':
    case 'resume':
    case 'finish':
      return decideCourse(contest, command)
    case 'void':
    case 'reinstate':
    case 'correct':
    case 'settle':
    case 'unsettle':
      return decideAmendment(contest, command)
  }
}
