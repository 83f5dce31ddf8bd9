import { type AnswerSheet, type Contest, hasBegun, type Person, type RecordedAnswer } from './contest.ts'
import type { Event, EventOf, MemberId, OpeningId, RosterEntry } from './event.ts'
import { closedAnew, closedBy, extendedTo, opensEarlier } from './extra-time.ts'
import { fullQuota, refill, spend } from './timing.ts'

/** A contest being changed: each map is copied once, an answer sheet when it is first written to, and then in place. */
type Draft = { -readonly [Key in keyof Contest]: Contest[Key] } & {
  readonly people: Map<MemberId, Person>
  readonly sheets: Map<OpeningId, AnswerSheet>
  readonly voided: Set<number>
  readonly correctedKeys: Map<number, readonly number[]>
}

type DraftSheet = { -readonly [Key in keyof AnswerSheet]: AnswerSheet[Key] } & {
  readonly answersByMember: Map<MemberId, RecordedAnswer>
  readonly lateByMember: Map<MemberId, RecordedAnswer>
}

/** Many commands decided on one provisional state: each is decided on what the ones before it made happen. */
export type Batch = { readonly contest: Contest; apply(events: readonly Event[]): void }

/** What events change. Never refuses: an event is a fact that already happened. Each map is copied once per call. */
export function evolveAll(contest: Contest, events: readonly Event[]): Contest {
  const batch = startBatch(contest)
  batch.apply(events)
  return batch.contest
}

/** The contest given stays as it was, so that a batch that cannot be stored is dropped by forgetting it. */
export function startBatch(contest: Contest): Batch {
  const draft: Draft = {
    ...contest,
    people: new Map(contest.people),
    sheets: new Map(contest.sheets),
    voided: new Set(contest.voided),
    correctedKeys: new Map(contest.correctedKeys),
  }
  const written = new Map<OpeningId, DraftSheet>()
  const sheetOf = (openingId: OpeningId) => written.get(openingId) ?? copySheet(draft, written, openingId)
  return {
    contest: draft,
    apply(events) {
      for (const event of events) apply(draft, sheetOf, event)
    },
  }
}

type SheetOf = (openingId: OpeningId) => DraftSheet

function copySheet(draft: Draft, written: Map<OpeningId, DraftSheet>, openingId: OpeningId): DraftSheet {
  const sheet = draft.sheets.get(openingId)
  if (!sheet) throw new Error(`contest ${draft.id}: the log names opening ${openingId}, which was never opened`)
  const copy = { ...sheet, answersByMember: new Map(sheet.answersByMember), lateByMember: new Map(sheet.lateByMember) }
  written.set(openingId, copy)
  draft.sheets.set(openingId, copy)
  return copy
}

function apply(draft: Draft, sheetOf: SheetOf, event: Event): void {
  draft.lastEventAt = event.at
  switch (event.type) {
    case 'taken-over':
      return
    case 'room-opened':
      for (const entry of event.roster) enroll(draft, entry)
      draft.phase = { name: 'lobby' }
      return
    case 'enrolled':
      return enroll(draft, event)
    case 'time-given':
      return changePerson(draft, event.memberId, { timePercent: event.timePercent })
    case 'joined':
      return changePerson(draft, event.memberId, joining(draft))
    case 'marked-left':
      return changePerson(draft, event.memberId, { presence: 'left' })
    case 'removed':
      return changePerson(draft, event.memberId, { presence: 'removed' })
    case 'readmitted':
      return changePerson(draft, event.memberId, { presence: 'left' })
    case 'answered':
      return answer(draft, sheetOf(event.openingId), event)
    case 'answered-late':
      sheetOf(event.openingId).lateByMember.set(event.memberId, recorded(event))
      return
    case 'opened':
    case 'lead-cut':
    case 'extended':
    case 'interrupted':
    case 'closed-for-some':
    case 'closing':
    case 'closed':
      return applyToOpening(draft, sheetOf, event)
    case 'standings-shown':
      if (draft.phase.name === 'reveal') draft.phase = { ...draft.phase, standings: true, since: event.at }
      return
    case 'paused':
      draft.paused = true
      return
    case 'resumed':
      draft.paused = false
      return
    case 'voided':
      draft.voided.add(event.question)
      return
    case 'reinstated':
      draft.voided.delete(event.question)
      return
    case 'corrected':
      draft.correctedKeys.set(event.question, event.right)
      return
    case 'finished':
      draft.phase = { name: 'finished' }
      draft.paused = false
      return
    case 'settled':
      draft.settled = true
      return
    case 'unsettled':
      draft.settled = false
  }
}

function applyToOpening(
  draft: Draft,
  sheetOf: SheetOf,
  event: EventOf<'opened' | 'lead-cut' | 'extended' | 'interrupted' | 'closed-for-some' | 'closing' | 'closed'>,
): void {
  if (event.type === 'opened') return open(draft, event)
  if (draft.phase.name !== 'asking' && draft.phase.name !== 'closing') throw outOfOrder(draft, event)
  const { opening } = draft.phase
  const sheet = sheetOf(opening.sheet)
  switch (event.type) {
    case 'lead-cut':
      draft.phase = { name: 'asking', opening: opensEarlier(opening, event.opensAt, event.closesAt) }
      return
    case 'extended':
      sheet.untimed = true
      draft.phase = { name: 'asking', opening: extendedTo(opening, event.closesAt) }
      return
    case 'interrupted':
      sheet.untimed = true
      sheet.interrupted = true
      return
    case 'closed-for-some':
      draft.phase = { name: 'asking', opening: { ...opening, overThrough: event.closesAt } }
      return
    case 'closing': {
      // A second time when the grace begins anew (T5); at first nobody has longer than they had.
      const moved = draft.phase.name === 'closing' ? closedAnew : closedBy
      draft.phase = { name: 'closing', opening: moved(opening, event.closesAt) }
      return
    }
    case 'closed':
      sheet.closed = true
      draft.phase = { name: 'reveal', question: opening.question, since: event.at, standings: false }
  }
}

function open(draft: Draft, event: EventOf<'opened'>): void {
  const before = draft.phase.name === 'asking' ? draft.phase.opening : undefined
  const continued = event.continues !== null && before?.id === event.continues
  const sheet = continued ? before.sheet : event.openingId
  const { openingId, question, purpose, stemAt, opensAt, closesAt, laterCloses } = event
  // Whose time was over before the interruption has none now (A9).
  const overThrough = continued && before.overThrough !== null ? opensAt : null
  draft.openingCount += 1
  draft.phase = {
    name: 'asking',
    opening: {
      id: openingId,
      sheet,
      question,
      purpose,
      continued,
      stemAt,
      opensAt,
      closesAt,
      laterCloses,
      overThrough,
    },
  }
  if (continued) return
  if (purpose === 'scored') beginOrGoOn(draft)
  const answersByMember = new Map()
  const lateByMember = new Map()
  const undisturbed = { untimed: false, interrupted: false, closed: false }
  draft.sheets.set(sheet, { question, purpose, ...undisturbed, answersByMember, lateByMember })
}

/** Whoever looks in at the lobby or the warm-up and leaves before the start has not taken part (C10). */
function joining(draft: Draft): Partial<Person> {
  return hasBegun(draft) ? { presence: 'joined', tookPart: true } : { presence: 'joined' }
}

/** T2, T7: the first question that counts begins with full quotas, every further one refills them; the warm-up does neither. */
function beginOrGoOn(draft: Draft): void {
  const goesOn = hasBegun(draft)
  for (const [memberId, { presence, quota }] of draft.people) {
    if (goesOn) changePerson(draft, memberId, { quota: refill(quota) })
    else if (presence === 'joined') changePerson(draft, memberId, { tookPart: true })
  }
}

function enroll(draft: Draft, { memberId, ranked, timePercent }: RosterEntry): void {
  draft.people.set(memberId, { ranked, timePercent, presence: 'absent', tookPart: false, quota: fullQuota })
}

function changePerson(draft: Draft, memberId: MemberId, change: Partial<Person>): void {
  const person = draft.people.get(memberId)
  if (!person) throw new Error(`contest ${draft.id}: the log names member ${memberId}, who was never enrolled`)
  draft.people.set(memberId, { ...person, ...change })
}

function answer(draft: Draft, sheet: DraftSheet, event: EventOf<'answered'>): void {
  sheet.answersByMember.set(event.memberId, recorded(event))
  if (sheet.purpose === 'scored') spendQuota(draft, event)
}

/** Whoever was timed by receipt has paid nothing. */
function spendQuota(draft: Draft, { memberId, evidence }: EventOf<'answered'>): void {
  const { lagPaidMillis = 0, startPaidMillis = 0 } = evidence
  const quota = draft.people.get(memberId)?.quota
  if (quota && lagPaidMillis + startPaidMillis > 0) {
    changePerson(draft, memberId, { quota: spend(quota, lagPaidMillis, startPaidMillis) })
  }
}

function recorded(event: EventOf<'answered' | 'answered-late'>): RecordedAnswer {
  const { type: _, ...answer } = event
  return answer
}

function outOfOrder(draft: Draft, event: Event): Error {
  return new Error(`contest ${draft.id}: ${event.type} at ${event.at} while ${draft.phase.name}`)
}
