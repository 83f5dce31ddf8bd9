import {
  type Command,
  type Contest,
  type ContestContent,
  decide,
  type Event,
  evolveAll,
  closesAtFor,
  GRACE_MILLIS,
  graceEndsAt,
  type MemberId,
  type Millis,
  newContest,
  type Opening,
  type PressEvidence,
  questionAt,
  type RosterEntry,
  stepOf,
  type WallMillis,
} from '@khac-sau/engine'
import { drawFrom, type Random } from './random.ts'

export type Player = { readonly memberId: MemberId; readonly knowledge: number; readonly paceMillis: Millis }

export type Script = {
  readonly contestId: string
  readonly content: ContestContent
  readonly contentHash: string
  readonly roster: readonly RosterEntry[]
  /** Those of the roster who come. */
  readonly players: readonly Player[]
  readonly hostAccountId: string
  readonly bootId: string
  readonly wallMillis: WallMillis
  readonly random: Random
}

/** A performance keeps what has happened so far; each command is decided by the engine, as in a real room. */
type Performance = { contest: Contest; readonly events: Event[] }

/** A whole contest from opening the room to *Chốt kết quả*, on a virtual clock. */
export function playContest(script: Script): { readonly contest: Contest; readonly events: readonly Event[] } {
  const { contestId, content, contentHash, roster, players, hostAccountId: by, bootId, wallMillis, random } = script
  const performance: Performance = { contest: newContest(contestId, content), events: [] }
  perform(performance, { type: 'take-over', at: 0, bootId, wallMillis })
  perform(performance, { type: 'open-room', at: 0, contentHash, roster })
  for (const { memberId } of players) {
    perform(performance, { type: 'join', at: now(performance) + 2_000 + Math.round(random() * 9_000), memberId })
  }
  for (let after = stepOf(performance.contest); after !== null; after = stepOf(performance.contest)) {
    perform(performance, { type: 'next', at: now(performance) + 12_000, by, after })
    answerQuestion(performance, script)
  }
  perform(performance, { type: 'settle', at: now(performance) + 30_000, by, wallMillis: wallMillis + now(performance) })
  return performance
}

function answerQuestion(performance: Performance, script: Script): void {
  const { phase } = performance.contest
  if (phase.name !== 'asking') return
  const { closesAt, laterCloses } = phase.opening
  // A9: the room's time, and each longer one.
  const closes = [closesAt, ...laterCloses.map((later) => later.closesAt)]
  const ends = [...closes, closesAt + GRACE_MILLIS, graceEndsAt(phase.opening)]
  const ticks: Command[] = ends.map((at) => ({ type: 'tick', at }))
  const answers = script.players.flatMap((player) =>
    answerOf(performance.contest, phase.opening, player, script.random),
  )
  for (const command of [...answers, ...ticks].sort((one, other) => one.at - other.at)) {
    // Once everyone has answered the question is closed, and the clock has nothing left to do (A7).
    if (performance.contest.phase.name !== 'reveal') perform(performance, command)
  }
}

/** Some know it and are quick; some choose and let the time run out (A2); a few forget to answer. */
function answerOf(contest: Contest, opening: Opening, player: Player, random: Random): readonly Command[] {
  const { options, right } = questionAt(contest, opening.question)
  const [luck, mood, haste] = [random(), random(), random()]
  const wrong = options.map((_, index) => index).filter((index) => !right.includes(index))
  const chosen = luck < player.knowledge ? right : [drawFrom(random, wrong)]
  if (mood < 0.02) return []
  const automatic = mood < 0.05
  const closesAt = closesAtFor(opening, contest.people.get(player.memberId)?.timePercent ?? 100)
  const allotted = closesAt - opening.opensAt
  const responseMillis = Math.round(player.paceMillis * (0.5 + haste))
  const pressedAt = opening.opensAt + Math.min(responseMillis, allotted - 500)
  const { memberId } = player
  const answerId = `${opening.id}-${memberId}`
  const submitted = automatic ? { at: closesAt + 200, press: null } : sentOver(linkAt(pressedAt), pressedAt, opening)
  return [{ type: 'answer', ...submitted, memberId, openingId: opening.sheet, answerId, options: chosen, automatic }]
}

/** A room's Wi-Fi, drawn from the instant: mostly quick, now and then a stall. */
function linkAt(at: Millis) {
  const stallMillis = at % 19 === 0 ? 200 + (at % 1_400) : 0
  return { roundTripMillis: 24 + (at % 60), excessMillis: Math.max(44, stallMillis), stallMillis }
}

function sentOver({ stallMillis, ...link }: ReturnType<typeof linkAt>, pressedAt: Millis, { opensAt }: Opening) {
  const at = pressedAt + Math.ceil(link.roundTripMillis / 2) + stallMillis
  const claim = { paintedAt: opensAt, pressedAt }
  const press: PressEvidence = {
    claim,
    link: { ...link, provenAfter: null, connectedAt: null, heldBackMillis: 0 },
    deliveredAt: opensAt,
  }
  return { at, press }
}

function perform(performance: Performance, command: Command): void {
  const { events, reply } = decide(performance.contest, command)
  if (!reply.ok) throw new Error(`the demo's ${command.type} at ${command.at} was refused: ${reply.refusal}`)
  performance.events.push(...events)
  performance.contest = evolveAll(performance.contest, events)
}

function now({ contest }: Performance): Millis {
  return contest.lastEventAt
}
