import { z } from 'zod'

/** A row of the log as it is stored; of what has columns, only what a ranking needs. */
export type StoredRow = {
  readonly seq: number
  readonly kind: string
  readonly openingId: string | null
  readonly memberId: string | null
  readonly body: string
}

export type Person = {
  readonly ranked: boolean
  /** A9: 100, or more for who was given extra time. */
  percent: number
  isHere: boolean
  isOut: boolean
  tookPart: boolean
}

type Answer = { readonly options: readonly number[]; readonly millis: number; readonly doubtMillis: number }

/** One question as it was asked, over all interruptions. */
export type Asking = {
  /** `null` for the warm-up, which has no number and is never scored (C10). */
  readonly question: number | null
  readonly scored: boolean
  timed: boolean
  done: boolean
  readonly answers: Map<string, Answer>
}

/** What a ranking needs of a log, put down while it is read from top to bottom. */
export type Ledger = {
  readonly people: Map<string, Person>
  /** By the first opening of the question; `firstOpenings` leads there from an opening that went on with it. */
  readonly askings: Map<string, Asking>
  readonly firstOpenings: Map<string, string>
  readonly voided: Set<number>
  readonly corrections: Map<number, readonly number[]>
  contentHash: string | null
  /** The first question that counts was asked: whoever is here from now on takes part. */
  begun: boolean
  over: boolean
  /** The row that settled the contest, unless that was undone. */
  settledBySeq: number | null
}

class UnreadableRowError extends Error {
  override readonly name = 'UnreadableRowError'
}

/**
 * Knows the rows by what docs/rules.md says of them and shares nothing with the engine or the log's decoder, on purpose:
 * a mistake would have to be made twice.
 */
export function replayRows(rows: readonly StoredRow[]): Ledger {
  const ledger: Ledger = {
    people: new Map(),
    askings: new Map(),
    firstOpenings: new Map(),
    voided: new Set(),
    corrections: new Map(),
    contentHash: null,
    begun: false,
    over: false,
    settledBySeq: null,
  }
  for (const row of rows) {
    try {
      putDown(ledger, row)
    } catch (cause) {
      throw new UnreadableRowError(`row ${row.seq} (${row.kind}) cannot be read`, { cause })
    }
  }
  return ledger
}

/** Says nothing about who or what is asked; the clock and the host's pauses enter no ranking. */
const withoutConsequence = new Set([
  'taken-over',
  'lead-cut',
  'closed-for-some',
  'closing',
  'standings-shown',
  'paused',
  'resumed',
  'answered-late', // A3, T6: kept, never counted
])

function putDown(ledger: Ledger, row: StoredRow): void {
  const write = writings[row.kind]
  if (write) return write(ledger, JSON.parse(row.body), row)
  if (!withoutConsequence.has(row.kind)) throw new Error('no such kind')
}

type Writing = (ledger: Ledger, body: unknown, row: StoredRow) => void

const ofPerson = z.object({ memberId: z.string() })
// Before there was extra time, nobody had any.
const ofRoster = z.object({ memberId: z.string(), ranked: z.boolean(), timePercent: z.int().min(100).default(100) })
const ofTime = z.object({ memberId: z.string(), timePercent: z.int().min(100) })
const ofRoom = z.object({ contentHash: z.string(), roster: z.array(ofRoster) })
const ofOpening = z.object({ openingId: z.string() })
const ofAsking = z.object({
  openingId: z.string(),
  question: z.int().min(0).nullable(),
  purpose: z.string(),
  continues: z.string().nullable(),
})
const ofAnswer = z.object({
  options: z.array(z.int()),
  responseMillis: z.int().min(0),
  errorMillis: z.int().min(0),
})
const ofQuestion = z.object({ question: z.int().min(0) })
const ofCorrection = z.object({ question: z.int().min(0), right: z.array(z.int()) })

const writings: Readonly<Record<string, Writing>> = {
  'room-opened': (ledger, body) => {
    const { contentHash, roster } = ofRoom.parse(body)
    ledger.contentHash = contentHash
    for (const entry of roster) enter(ledger, entry)
  },
  enrolled: (ledger, body) => enter(ledger, ofRoster.parse(body)),
  'time-given': (ledger, body) => {
    const { memberId, timePercent } = ofTime.parse(body)
    if (ledger.begun) throw new Error(`member ${memberId} is given time after the start`)
    personCalled(ledger, memberId).percent = timePercent
  },
  joined: (ledger, body) => {
    const person = personOf(ledger, body)
    person.isHere = true
    if (ledger.begun) person.tookPart = true // A8
  },
  'marked-left': (ledger, body) => {
    personOf(ledger, body).isHere = false
  },
  removed: (ledger, body) => {
    const person = personOf(ledger, body)
    person.isHere = false
    person.isOut = true
  },
  readmitted: (ledger, body) => {
    personOf(ledger, body).isOut = false
  },
  opened: openQuestion,
  // R2: interrupted or given seconds, whatever the opening: the question adds no time for anyone.
  extended: (ledger, body) => {
    askingOf(ledger, ofOpening.parse(body).openingId).timed = false
  },
  interrupted: (ledger, body) => {
    askingOf(ledger, ofOpening.parse(body).openingId).timed = false
  },
  closed: (ledger, body) => {
    askingOf(ledger, ofOpening.parse(body).openingId).done = true
  },
  answered: takeAnswer,
  voided: (ledger, body) => void ledger.voided.add(ofQuestion.parse(body).question),
  reinstated: (ledger, body) => void ledger.voided.delete(ofQuestion.parse(body).question),
  corrected: (ledger, body) => {
    const { question, right } = ofCorrection.parse(body)
    ledger.corrections.set(question, right)
  },
  finished: (ledger) => {
    ledger.over = true
  },
  settled: (ledger, _, { seq }) => {
    ledger.settledBySeq = seq
  },
  unsettled: (ledger) => {
    ledger.settledBySeq = null
  },
}

function enter({ people }: Ledger, { memberId, ranked, timePercent }: z.infer<typeof ofRoster>): void {
  if (people.has(memberId)) throw new Error(`member ${memberId} is entered twice`)
  people.set(memberId, { ranked, percent: timePercent, isHere: false, isOut: false, tookPart: false })
}

function openQuestion(ledger: Ledger, body: unknown): void {
  const { openingId, question, purpose, continues } = ofAsking.parse(body)
  const scored = purpose === 'scored'
  if (scored === (question === null)) throw new Error(`a question that is ${purpose} has the number ${question}`)
  if (scored) {
    for (const person of ledger.people.values()) if (person.isHere) person.tookPart = true
    ledger.begun = true
  }
  if (continues !== null) {
    ledger.firstOpenings.set(openingId, ledger.firstOpenings.get(continues) ?? continues)
    return
  }
  for (const other of ledger.askings.values()) {
    if (scored && other.scored && other.question === question) throw new Error(`question ${question} is asked twice`)
  }
  ledger.askings.set(openingId, { question, scored, timed: true, done: false, answers: new Map() })
}

/** A2: one answer. Whoever gave one that counts took part, also with a place that somebody had marked as left. */
function takeAnswer(ledger: Ledger, body: unknown, { openingId, memberId }: StoredRow): void {
  if (openingId === null || memberId === null) throw new Error('an answer of nobody or to nothing')
  const person = personCalled(ledger, memberId)
  const { answers, scored } = askingOf(ledger, openingId)
  if (answers.has(memberId)) throw new Error(`member ${memberId} answers twice`)
  const { options, responseMillis, errorMillis } = ofAnswer.parse(body)
  answers.set(memberId, { options, millis: responseMillis, doubtMillis: errorMillis })
  if (scored) person.tookPart = true
}

function personOf(ledger: Ledger, body: unknown): Person {
  return personCalled(ledger, ofPerson.parse(body).memberId)
}

function personCalled({ people }: Ledger, memberId: string): Person {
  const person = people.get(memberId)
  if (!person) throw new Error(`member ${memberId} is not on the roster`)
  return person
}

function askingOf({ askings, firstOpenings }: Ledger, openingId: string): Asking {
  const asking = askings.get(firstOpenings.get(openingId) ?? openingId)
  if (!asking) throw new Error(`nothing was opened as ${openingId}`)
  return asking
}
