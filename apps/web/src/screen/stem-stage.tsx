import type { ScreenStage, ScreenView } from '@khac-sau/engine'
import { screen } from '@khac-sau/language'
import type { JoinInfo } from '@khac-sau/protocol'
import { CountdownDigits } from '../ui/countdown-digits.tsx'
import { useMessages } from '../ui/language.tsx'
import { QuestionBoard } from '../ui/question-board.tsx'
import { useRemainingMillis } from '../ui/running-clock.tsx'
import { StageShell } from '../ui/stage-shell.tsx'
import { JoinCorner } from './join-corner.tsx'
import { QuestionBrand } from './question-brand.tsx'
import { readyName } from './question-name.ts'
import styles from './stem-stage.module.css'

type Stem = Extract<ScreenStage, { readonly name: 'stem' }>

type StemStageProps = {
  readonly view: ScreenView
  readonly stage: Stem
  readonly join: JoinInfo | null
  readonly now: () => number
}

/** 3-2-1 until the stem is due, then the stem alone (C3). */
export function StemStage({ view, stage, join, now }: StemStageProps) {
  const text = useMessages(screen)
  const untilStem = useRemainingMillis(stage.stemAt, now)
  if (untilStem > 0) {
    const label = readyName(stage.question, stage.continued, text)
    return (
      <StageShell brand={<QuestionBrand view={view} question={stage} />} aside={<JoinCorner join={join} />}>
        <div className={styles.countdown}>
          <CountdownDigits digit={Math.ceil(untilStem / 1000)} label={label} />
        </div>
      </StageShell>
    )
  }
  return (
    <StageShell
      brand={<QuestionBrand view={view} question={stage} />}
      aside={<JoinCorner join={join} />}
      footer={<Lead stage={stage} now={now} label={text.readStem} />}
    >
      <QuestionBoard stem={stage.stem} options={[]} legend={stage.stem} />
    </StageShell>
  )
}

type LeadProps = { readonly stage: Stem; readonly now: () => number; readonly label: string }

/** Quiet on purpose: nothing is lost yet, so nothing hurries. */
function Lead({ stage, now, label }: LeadProps) {
  const remainingMillis = useRemainingMillis(stage.opensAt, now)
  const share = 1 - remainingMillis / Math.max(1, stage.opensAt - stage.stemAt)
  return (
    <div className={styles.lead}>
      <p className={styles.label}>{label}</p>
      <div className={styles.groove} aria-hidden>
        <div className={styles.fill} style={{ transform: `scaleX(${Math.max(0, share)})` }} />
      </div>
    </div>
  )
}
