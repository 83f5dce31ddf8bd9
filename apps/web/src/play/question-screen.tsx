import type { MemberView, OpenView, OwnAnswerView } from '@khac-sau/engine'
import { play } from '@khac-sau/language'
import type { AnswerState } from '@khac-sau/session'
import { useState } from 'react'
import { AnswerTiles, type AnswerOption } from '../ui/answer-tiles.tsx'
import type { ClockPhase } from '../ui/clock.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { RunningClock } from '../ui/running-clock.tsx'
import { Stem } from '../ui/stem.tsx'
import { StickyBar } from '../ui/sticky-bar.tsx'
import { unveilsByItself } from '../ui/unveiled.tsx'
import { useOncePainted } from '../ui/use-once-painted.ts'
import { useReadingStart } from '../ui/use-reading-start.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { Announcement } from './announcement.tsx'
import { AnswerBar } from './answer-bar.tsx'
import type { PlayActions } from './play-actions.ts'
import { moveFocusOnly } from './move-focus-only.ts'
import { questionName } from './question-name.ts'
import { savedDetail } from './saved-words.ts'
import { toggled } from './toggled.ts'
import { useIsPast } from './use-is-past.ts'
import styles from './stem-screen.module.css'

type QuestionStage = OpenView & { readonly name: 'open' | 'closing'; readonly own: OwnAnswerView | null }

type QuestionScreenProps = {
  readonly view: MemberView
  readonly stage: QuestionStage
  readonly answer: AnswerState
  readonly offline: boolean
  /** Laid out before its time: neither seen nor heard (T8). */
  readonly veiled: boolean
  /** When that time is, by the page's own clock; `null` while the options are not known. */
  readonly unveilsAt: number | null
  readonly actions: Pick<PlayActions, 'contestNow' | 'choose' | 'submit' | 'painted'>
}

/** The clock, the options, and the one button. */
export function QuestionScreen({ view, stage, answer, offline, veiled, unveilsAt, actions }: QuestionScreenProps) {
  const text = useMessages(play)
  const [phase, setPhase] = useState<ClockPhase>('calm')
  // Cut off from the room, it would stand open for ever: the server takes no answer any more (T5).
  const isOver = useIsPast(stage.closesAt + graceMillis, actions.contestNow)
  const closing = stage.name === 'closing' || isOver
  const locked = closing || (answer.name !== 'none' && answer.name !== 'choosing')
  const options = optionsOf(answer)
  const oneTap = view.oneTap && !stage.multiple
  const isPainted = !veiled || (unveilsByItself && unveilsAt !== null)
  useOncePainted(isPainted ? stage.openingId : null, unveilsAt, actions.painted)
  const announcement = useAnnouncement(stage, closing, phase, answer)
  const start = useReadingStart<HTMLSpanElement>(veiled ? null : stage.openingId)
  const seconds = Math.round((stage.closesAt - stage.opensAt) / 1000)
  return (
    <>
      <StickyBar edge="top">
        <RunningClock
          closesAt={stage.closesAt}
          totalMillis={stage.closesAt - stage.opensAt}
          now={actions.contestNow}
          label={text.timeLeft}
          onPhase={setPhase}
          waiting={veiled}
        />
      </StickyBar>
      <Announcement>{veiled ? '' : announcement}</Announcement>
      <Stem kicker={questionName(stage.question, view.questionCount, text)}>{stage.stem}</Stem>
      {stage.multiple && <p className={styles.hint}>{text.chooseAll}</p>}
      <VisuallyHidden>
        <span ref={start} tabIndex={-1}>
          {text.announceOpen({ count: stage.options.length, seconds })}
        </span>
      </VisuallyHidden>
      <div onKeyDown={oneTap ? moveFocusOnly : undefined}>
        <AnswerTiles
          legend={stage.multiple ? text.chooseAll : text.options}
          options={stage.options.map((option, index) =>
            tileOf(option, options.includes(index), locked ? answer.name : 'open', text),
          )}
          choosing={{
            name: `answer-${stage.openingId}`,
            multiple: stage.multiple,
            chosen: options,
            disabled: locked,
            // T4: choosing, and the submit of one tap, happen inside the event, before anything is drawn.
            onChoose: (index, eventAt) => actions.choose(stage.multiple ? toggled(options, index) : [index], eventAt),
          }}
        />
      </div>
      <StickyBar edge="bottom" yields={locked}>
        <AnswerBar
          answer={answer}
          closing={closing}
          untimed={stage.continued}
          offline={offline}
          multiple={stage.multiple}
          oneTap={oneTap}
          onSubmit={(event) => actions.submit(event.timeStamp)}
        />
      </StickyBar>
    </>
  )
}

const graceMillis = 2500

/** With the question, the opening and the verdict, where a screen reader is taken, these make six at most. */
function useAnnouncement(stage: QuestionStage, closing: boolean, phase: ClockPhase, answer: AnswerState): string {
  const text = useMessages(play)
  const { locale } = useLanguage()
  switch (answer.name) {
    case 'none':
    case 'choosing': {
      if (closing) return answer.name === 'none' ? text.closedWithoutAnswer : text.announceClosed
      const isLong = stage.closesAt - stage.opensAt > longMillis
      return phase !== 'calm' && isLong ? text.announceTenSeconds : ''
    }
    case 'sending':
      return ''
    case 'not-sent':
      return `${text.notSent}. ${text.notSentText}`
    case 'saved':
      return `${text.saved}, ${savedDetail(answer.answer, stage.continued, text, locale)}`
    case 'refused':
      return answer.kept ? `${text.tooLate}. ${text.tooLateText}` : ''
  }
}

/** A question of ten seconds begins with what would be announced of it. */
const longMillis = 12_000

function optionsOf(answer: AnswerState): readonly number[] {
  switch (answer.name) {
    case 'none':
      return []
    case 'saved':
      return answer.answer.options
    case 'choosing':
    case 'sending':
    case 'not-sent':
    case 'refused':
      return answer.options
  }
}

/** *Đã nộp* with its seal only once the server has it (A4). */
function tileOf(option: string, isOwn: boolean, state: AnswerState['name'] | 'open', text: Texts): AnswerOption {
  if (!isOwn) return { text: option, state: state === 'open' ? 'idle' : 'dimmed' }
  if (state === 'saved') return { text: option, state: 'submitted', stateWord: text.submitted }
  return { text: option, state: 'chosen', stateWord: state === 'open' ? text.chosen : text.ownOption }
}

type Texts = (typeof play)['vi']
