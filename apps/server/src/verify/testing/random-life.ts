import {
  type Command,
  type Contest,
  type ContestContent,
  decide,
  type Event,
  evolveAll,
  type Millis,
  newContest,
  nextEdgeAt,
} from '@khac-sau/engine'
import { drawFrom, type Random } from '../../demo/random.ts'
import { drawMove } from './random-moves.ts'

/** Everything that happened in a contest that nobody planned. */
export type Life = { readonly contest: Contest; readonly events: readonly Event[] }

/** A life being lived: each command is decided by the engine, as in a real room, refusals included. */
type Living = { contest: Contest; now: Millis; readonly events: Event[]; readonly punctual: boolean }

/** Lived on until the host has settled, or until it breaks off somewhere on the way. */
export function randomLife(contestId: string, content: ContestContent, contentHash: string, random: Random): Life {
  const living: Living = {
    contest: newContest(contestId, content),
    now: 0,
    events: [],
    punctual: random() < 0.8,
  }
  const roster = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, index) => ({
    memberId: `member-${index}`,
    ranked: random() < 0.85,
    timePercent: drawFrom(random, [100, 100, 100, 150, 200] as const),
  }))
  perform(living, { type: 'take-over', at: 0, bootId: 'boot-1', wallMillis: 1 })
  perform(living, { type: 'open-room', at: 0, contentHash, roster })
  const steps = Math.floor(random() * 60 * content.questions.length + random() * 120)
  for (let step = 0; step < steps && !(living.contest.settled && random() < 0.3); step += 1) {
    const command = drawMove(random, living.contest)(living, random)
    if (command) perform(living, command)
  }
  return living
}

/** A room lets time do its work before each command; one life in five has a room that is late with it. */
function perform(living: Living, command: Command): void {
  for (let edge = nextEdge(living); edge !== null && edge <= command.at; edge = nextEdge(living)) {
    apply(living, { type: 'tick', at: edge })
    living.now = edge
  }
  apply(living, command)
  living.now = Math.max(living.now, command.at)
}

function nextEdge({ contest, now, punctual }: Living): Millis | null {
  return punctual ? nextEdgeAt(contest, now) : null
}

function apply(living: Living, command: Command): void {
  const { events } = decide(living.contest, command)
  living.events.push(...events)
  living.contest = evolveAll(living.contest, events)
}
