import type { MemberId, MemberView, Millis } from '@khac-sau/engine'
import { type AnswerState, type Choice, type SentClaim, stateOfOwn } from './answer.ts'
import type { AnswerOutbox } from './answer-outbox.ts'
import type { StoredValue } from './device-storage.ts'
import type { Schedule } from './link.ts'
import type { PressClaims } from './press-claims.ts'

export type MemberAnswer = {
  /** A new view: what is chosen but not submitted goes by itself once its question closes (A2). */
  readonly onView: (view: MemberView) => void
  /** `eventAt`: the input event's own time stamp (T4). */
  readonly choose: (view: MemberView, options: readonly number[], eventAt?: Millis) => void
  readonly submit: (view: MemberView, eventAt?: Millis) => void
  readonly stateIn: (view: MemberView) => AnswerState
  readonly stop: () => void
}

export type MemberAnswerOptions = {
  /** The device's, not the page's: read anew each time, because another page may have chosen since (A6). */
  readonly stored: StoredValue<Choice | null>
  readonly outbox: AnswerOutbox
  readonly contestNow: () => Millis
  readonly claims: PressClaims
  readonly randomId: () => string
  readonly schedule: Schedule
  readonly onChange: () => void
}

/** One member's answer to the question that is open: chosen, changed, submitted (A2). */
export function createMemberAnswer(options: MemberAnswerOptions): MemberAnswer {
  const { stored, outbox, contestNow, claims, randomId, schedule, onChange } = options
  let cancelDeadline = () => {}

  const send = (chosen: Choice, claim: SentClaim | null, automatic = false) => {
    cancelDeadline()
    outbox.put({ ...chosen, answerId: randomId(), automatic, claim })
    stored.write(null)
    onChange()
  }
  /** It takes the full time (A2), so there is no press to claim. */
  const submitByItself = (chosen: Choice) => send(chosen, null, true)
  /** In short steps: a sample may move the contest clock meanwhile, and a page may sleep. */
  const watchDeadline = (watched: Choice, closesAt: Millis) => {
    cancelDeadline()
    const left = closesAt - contestNow()
    if (left > 0) {
      cancelDeadline = schedule(() => watchDeadline(watched, closesAt), Math.min(left, stepMillis))
      return
    }
    // Chosen anew, or submitted, on another page of this device meanwhile (A6).
    const chosen = stored.read()
    if (chosen?.openingId === watched.openingId && chosen.memberId === watched.memberId) submitByItself(chosen)
  }

  return {
    onView(view) {
      cancelDeadline()
      const { stage, me } = view
      const choice = stored.read()
      if (choice?.memberId !== me.memberId || stage.name === 'lobby') return
      if (isAnswered(view, choice, outbox) || stage.name === 'removed') stored.write(null)
      else if (isAskedIn(view, choice) && stage.name === 'open') watchDeadline(choice, stage.closesAt)
      else if (!isAskedIn(view, choice) || stage.name === 'closing') submitByItself(choice)
    },
    choose(view, chosenOptions, eventAt) {
      const { stage, me } = view
      if (stage.name !== 'open' || isAnswered(view, { ...me, ...stage }, outbox)) return
      cancelDeadline()
      const choice = choiceOf(view.me.memberId, stage, chosenOptions)
      stored.write(choice)
      // The first tap cannot be the whole answer where several options are to be chosen together.
      if (choice && view.oneTap && !stage.multiple) return send(choice, claims.claim(choice.openingId, eventAt))
      if (choice) watchDeadline(choice, stage.closesAt)
      onChange()
    },
    submit(view, eventAt) {
      const { stage } = view
      const choice = stored.read()
      if (!choice || stage.name !== 'open' || choice.openingId !== stage.openingId) return
      if (choice.memberId === view.me.memberId) send(choice, claims.claim(choice.openingId, eventAt))
    },
    stateIn: (view) => stateIn(view, stored.read(), outbox),
    stop: () => cancelDeadline(),
  }
}

const stepMillis = 500

/** No option chosen is no choice. */
function choiceOf(
  memberId: MemberId,
  { openingId, question }: Pick<Choice, 'openingId' | 'question'>,
  options: readonly number[],
): Choice | null {
  return options.length === 0 ? null : { memberId, openingId, question, options: [...options].sort((a, b) => a - b) }
}

function stateIn({ stage, me }: MemberView, choice: Choice | null, outbox: AnswerOutbox): AnswerState {
  if (stage.name === 'reveal') {
    return stage.own ? stateOfOwn(stage.own) : (outbox.stateOfQuestion(me.memberId, stage.question) ?? none)
  }
  if (!('openingId' in stage)) return none
  if ('own' in stage && stage.own) return stateOfOwn(stage.own)
  const submitted = outbox.stateOf(me.memberId, stage.openingId)
  // An interrupted question goes back to its stem (R2): what was submitted before stays in sight.
  if (submitted || stage.name === 'stem') return submitted ?? none
  const isChosen = choice?.openingId === stage.openingId && choice.memberId === me.memberId
  return isChosen ? { name: 'choosing', options: choice.options } : none
}

const none: AnswerState = { name: 'none' }

/** The same question of the same opening is still to be answered; an interrupted one goes back to its stem (R2). */
function isAskedIn({ stage }: MemberView, choice: Choice): boolean {
  return 'openingId' in stage && stage.openingId === choice.openingId
}

function isAnswered(
  { stage }: MemberView,
  { memberId, openingId }: Pick<Choice, 'memberId' | 'openingId'>,
  outbox: AnswerOutbox,
): boolean {
  const isOwn = 'openingId' in stage && stage.openingId === openingId && 'own' in stage && stage.own !== null
  return isOwn || outbox.stateOf(memberId, openingId) !== null
}
