import type { Progress, ScreenStage, ScreenView } from '@khac-sau/engine'
import { screen } from '@khac-sau/language'
import type { JoinInfo } from '@khac-sau/protocol'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { QuestionBoard } from '../ui/question-board.tsx'
import { RunningClock } from '../ui/running-clock.tsx'
import { StageShell } from '../ui/stage-shell.tsx'
import { JoinCorner } from './join-corner.tsx'
import { QuestionBrand } from './question-brand.tsx'
import styles from './question-stage.module.css'

type Question = Extract<ScreenStage, { readonly name: 'open' | 'closing' }>

type QuestionStageProps = {
  readonly view: ScreenView
  readonly stage: Question
  readonly progress: Progress
  readonly join: JoinInfo | null
  readonly now: () => number
  /** Laid out before its time (T8). */
  readonly veiled: boolean
}

/** Stem, options and clock; then, for the grace (T5), the same with the clock run out. */
export function QuestionStage({ view, stage, progress, join, now, veiled }: QuestionStageProps) {
  const text = useMessages(screen)
  return (
    <StageShell
      brand={<QuestionBrand view={view} question={stage} progress={progress} />}
      aside={
        <div className={styles.aside}>
          {stage.name === 'open' ? (
            <RunningClock
              closesAt={stage.closesAt}
              totalMillis={stage.closesAt - stage.opensAt}
              now={now}
              label={text.timeLeft}
              size="projector"
              waiting={veiled}
            />
          ) : (
            <p className={styles.over} role="status">
              <Icon name="clock" />
              <span>{stage.someHaveTime ? text.someHaveTime : text.timeIsUp}</span>
            </p>
          )}
          <JoinCorner join={join} />
        </div>
      }
    >
      <QuestionBoard
        stem={stage.stem}
        options={stage.options.map((option) => ({ text: option }))}
        legend={stage.stem}
      />
    </StageShell>
  )
}
