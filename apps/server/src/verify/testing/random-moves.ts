import {
  type Command,
  type Contest,
  type MemberId,
  type Millis,
  nextEdgeAt,
  type PressEvidence,
  questionAt,
  stepOf,
  timePercents,
} from '@khac-sau/engine'
import { drawFrom, type Random } from '../../demo/random.ts'
import { randomKey } from './random-content.ts'

/** What somebody does next, seeing the contest as it then is. */
export type Move = (here: Here, random: Random) => Command | undefined
export type Here = { readonly contest: Contest; readonly now: Millis }

/** So drawn that lives reach their end, and every kind of event on the way. */
export function drawMove(random: Random, { phase }: Contest): Move {
  const moves = movesByPhase[phase.name]
  let left = random() * moves.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, move] of moves) {
    left -= weight
    if (left < 0) return move
  }
  return wait
}

const by = 'account-host'
const reason = 'other'

/** Few different waits, so that members come to the same time now and then (R3). */
const waits = [0, 0, 0, 1, 250, 250, 1_000, 1_000, 4_000, 20_000] as const

function after({ now }: Here, random: Random): Millis {
  return now + drawFrom(random, waits)
}

const answer: Move = (here, random) => {
  const { contest } = here
  const opening = openingOf(contest, random)
  if (!opening) return undefined
  const { options, right } = questionAt(contest, opening.question)
  const memberId = randomMember(contest, random)
  const automatic = random() < 0.1
  const at =
    opening.opensAt > here.now && random() < 0.9 ? opening.opensAt + drawFrom(random, waits) : after(here, random)
  const chosen = random() < 0.5 && right.length > 0 ? right : randomKey(random, right.length > 1 ? options.length : 1)
  const other = random() < 0.5 ? chosen : [Math.floor(random() * options.length)]
  const answerId = `${memberId}-${Math.floor(random() * 3)}`
  const press = randomPress(random, at, opening.opensAt)
  return { type: 'answer', at, memberId, openingId: opening.sheet, answerId, options: other, automatic, press }
}

/** Often none; otherwise a claim and a link of any kind, so that times and errors differ (T11). */
function randomPress(random: Random, at: Millis, opensAt: Millis): PressEvidence | null {
  if (random() < 0.3) return null
  const excessMillis = drawFrom(random, [null, 20, 20, 400, 2_000, 4_000])
  return {
    claim: { paintedAt: opensAt + drawFrom(random, waits), pressedAt: at - drawFrom(random, waits) },
    link:
      random() < 0.2
        ? null
        : { roundTripMillis: 100, excessMillis, provenAfter: null, connectedAt: null, heldBackMillis: 0 },
    deliveredAt: random() < 0.5 ? null : opensAt + drawFrom(random, waits),
  }
}

const join: Move = (here, random) => ({
  type: 'join',
  at: after(here, random),
  memberId: randomMember(here.contest, random),
})

const enroll: Move = (here, random) => ({
  type: 'enroll',
  at: after(here, random),
  memberId: `newcomer-${Math.floor(random() * 4)}`,
  ranked: random() < 0.8,
  timePercent: drawFrom(random, timePercents),
})

const people: Move = (here, random) => ({
  type: drawFrom(random, ['mark-left', 'remove', 'readmit', 'readmit'] as const),
  at: after(here, random),
  memberId: randomMember(here.contest, random),
  by,
})

const giveTime: Move = (here, random) => ({
  type: 'give-time',
  at: after(here, random),
  memberId: randomMember(here.contest, random),
  timePercent: drawFrom(random, timePercents),
  by,
})

const next: Move = (here, random) => ({
  type: 'next',
  at: after(here, random),
  by,
  after: stepOf(here.contest) ?? 'lobby',
})

const steer: Move = (here, random) => {
  const opening = openingOf(here.contest, random)
  const type = drawFrom(random, ['cut-lead', 'extend', 'end-question'] as const)
  return { type, at: after(here, random), by, openingId: opening?.sheet ?? 'none' }
}

const hold: Move = (here, random) => ({
  type: drawFrom(random, ['show-standings', 'pause', 'resume', 'resume', 'resume'] as const),
  at: after(here, random),
  by,
})

const amend: Move = (here, random) => {
  const question = Math.floor(random() * here.contest.content.questions.length)
  const at = after(here, random)
  const type = drawFrom(random, ['void', 'void', 'reinstate', 'correct'] as const)
  if (type === 'reinstate') return { type, at, by, question }
  if (type === 'void') return { type, at, by, question, reason }
  const { options } = questionAt(here.contest, question)
  return { type, at, by, question, right: randomKey(random, options.length), reason }
}

const takeOver: Move = (here, random) => ({
  type: 'take-over',
  at: after(here, random),
  bootId: `boot-${Math.floor(random() * 1_000)}`,
  wallMillis: 1,
})

/** Waits until the contest changes by itself. */
const wait: Move = ({ contest, now }) => {
  const edge = nextEdgeAt(contest, now)
  return edge === null ? { type: 'tick', at: now + 30_000 } : { type: 'tick', at: edge }
}

const finish: Move = (here, random) => ({ type: 'finish', at: after(here, random), by })
const settle: Move = (here, random) => ({ type: 'settle', at: after(here, random), by, wallMillis: 1 })
const unsettle: Move = (here, random) => ({ type: 'unsettle', at: after(here, random), by, wallMillis: 1 })

type Weighted = readonly (readonly [weight: number, move: Move])[]

const movesByPhase: Readonly<Record<Contest['phase']['name'], Weighted>> = {
  draft: [[1, wait]],
  lobby: [
    [14, join],
    [4, next],
    [1, enroll],
    [1, people],
    [1, giveTime],
    [1, hold],
    [1, takeOver],
    [1, amend],
  ],
  asking: [
    [40, answer],
    [5, wait],
    [2, join],
    [0.5, giveTime],
    [1, enroll],
    [2, people],
    [2, steer],
    [1, takeOver],
    [1, hold],
  ],
  closing: [
    [10, answer],
    [8, wait],
    [1, people],
    [1, join],
    [1, takeOver],
    [1, amend],
  ],
  reveal: [
    [16, next],
    [3, amend],
    [3, hold],
    [2, answer],
    [1, join],
    [1, people],
    [1, takeOver],
    [0.3, finish],
  ],
  finished: [
    [4, amend],
    [4, settle],
    [2, unsettle],
    [1, answer],
    [1, people],
    [1, enroll],
    [1, takeOver],
    [1, next],
  ],
}

function randomMember({ people }: Contest, random: Random): MemberId {
  return random() < 0.01 ? 'stranger' : drawFrom(random, [...people.keys()])
}

/** The question being asked; else any that was: what is sent then is late (T6). */
function openingOf({ phase, sheets }: Contest, random: Random) {
  if (phase.name === 'asking' || phase.name === 'closing') return phase.opening
  if (sheets.size === 0) return undefined
  const [sheet, { question }] = drawFrom(random, [...sheets])
  return { sheet, question, opensAt: 0 }
}
