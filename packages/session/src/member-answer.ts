import type { MemberId, MemberView, Millis } from '@khac-sau/engine'
import { type AnswerState, type Choice, stateOfOwn } from './answer.ts'
import type { AnswerOutbox } from './answer-outbox.ts'
import type { StoredValue } from './device-storage.ts'
import type { Schedule } from './link.ts'

export type MemberAnswer = {
  /** A new view: what is chosen but not submitted goes by itself once its question closes (A2). */
  readonly onView: (view: MemberView) => void
  readonly choose: (view: MemberView, options: readonly number[]) => void
  readonly submit: (view: MemberView) => void
  readonly stateIn: (view: MemberView) => AnswerState
  readonly stop: () => void
}

export type MemberAnswerOptions = {
  /** The device's, not the page's: read anew each time, because another page may have chosen since (A6). */
  readonly stored: StoredValue<Choice | null>
  readonly outbox: AnswerOutbox
  readonly contestNow: () => Millis
  readonly randomId: () => string
  readonly schedule: Schedule
  readonly onChange: () => void
}

/** One member's answer to the question that is open: chosen, changed, submitted (A2). */
export function createMemberAnswer(options: MemberAnswerOptions): MemberAnswer {
  const { stored, outbox, contestNow, randomId, schedule, onChange } = options
  let cancelDeadline = () => {}

  const send = (chosen: Choice, automatic: boolean) => {
    cancelDeadline()
    outbox.put({ ...chosen, answerId: randomId(), automatic })
    stored.write(null)
    onChange()
  }
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
    if (chosen?.openingId === watched.openingId && chosen.memberId === watched.memberId) send(chosen, true)
  }

  return {
    onView(view) {
      cancelDeadline()
      const { stage, me } = view
      const choice = stored.read()
      if (choice?.memberId !== me.memberId || stage.name === 'lobby') return
      if (isAnswered(view, choice, outbox) || stage.name === 'removed') stored.write(null)
      else if (isAskedIn(view, choice) && stage.name === 'open') watchDeadline(choice, stage.closesAt)
      else if (!isAskedIn(view, choice) || stage.name === 'closing') send(choice, true)
    },
    choose(view, chosenOptions) {
      const { stage, me } = view
      if (stage.name !== 'open' || isAnswered(view, { ...me, ...stage }, outbox)) return
      cancelDeadline()
      const choice = choiceOf(view.me.memberId, stage, chosenOptions)
      stored.write(choice)
      // The first tap cannot be the whole answer where several options are to be chosen together.
      if (choice && view.oneTap && !stage.multiple) return send(choice, false)
      if (choice) watchDeadline(choice, stage.closesAt)
      onChange()
    },
    submit(view) {
      const { stage } = view
      const choice = stored.read()
      if (!choice || stage.name !== 'open' || choice.openingId !== stage.openingId) return
      if (choice.memberId === view.me.memberId) send(choice, false)
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
