import type { ScreenStage, ScreenView } from '@khac-sau/engine'
import { screen } from '@khac-sau/language'
import type { JoinInfo } from '@khac-sau/protocol'
import { classNames } from '../ui/class-names.ts'
import { useMessages } from '../ui/language.tsx'
import { Progress } from '../ui/progress.tsx'
import { StageShell } from '../ui/stage-shell.tsx'
import { JoinCorner } from './join-corner.tsx'
import type { ScreenText } from './place-order.ts'
import { questionName } from './question-name.ts'
import { RevealOptions } from './reveal-options.tsx'
import { StageBrand } from './stage-brand.tsx'
import { useFittedText } from './use-fitted-text.ts'
import styles from './reveal-stage.module.css'

type Reveal = Extract<ScreenStage, { readonly name: 'reveal' }>

type RevealStageProps = { readonly view: ScreenView; readonly stage: Reveal; readonly join: JoinInfo | null }

/** The right option, how the room chose, why it is right and where that is written. */
export function RevealStage({ view, stage, join }: RevealStageProps) {
  const text = useMessages(screen)
  const hasReasons = stage.explanation !== '' || stage.source !== ''
  return (
    <StageShell
      brand={<RevealBrand view={view} stage={stage} />}
      aside={
        <div className={styles.aside}>
          <Notes stage={stage} text={text} />
          <JoinCorner join={join} />
        </div>
      }
    >
      <div className={classNames(styles.reveal, hasReasons && styles.explained)}>
        <RevealOptions reveal={stage} wide={!hasReasons} />
        {hasReasons && <Explanation stage={stage} text={text} />}
      </div>
    </StageShell>
  )
}

function RevealBrand({ view, stage }: Pick<RevealStageProps, 'view' | 'stage'>) {
  const text = useMessages(screen)
  const name = questionName(stage.question, view.questionCount, text)
  const { answered, expected } = stage.distribution
  return (
    <StageBrand
      title={stage.question === null ? text.warmUpReveal : `${name} · ${text.reveal}`}
      note={<Progress value={answered} total={expected} label={text.answered} size="projector" />}
    />
  )
}

type RevealPartProps = { readonly stage: Reveal; readonly text: ScreenText }

/** R6: what was changed about this question, said in front of all. */
function Notes({ stage, text }: RevealPartProps) {
  const notes = [
    stage.voided && text.voided,
    stage.corrected && text.corrected,
    stage.untimed && !stage.voided && stage.question !== null && text.timeNotCounted,
    stage.question === null && stage.distribution.answered < stage.distribution.expected && text.warmUpHelp,
  ].filter((note) => note !== false)
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note} className={styles.note}>
          {note}
        </li>
      ))}
    </ul>
  )
}

function Explanation({ stage: { explanation, source }, text }: RevealPartProps) {
  const fitted = useFittedText(`${explanation}/${source}`, 4.2, 1.2)
  return (
    <div ref={fitted} className={styles.explanation}>
      {explanation && (
        <p>
          <b className={styles.label}>{text.explanation}</b>
          {explanation}
        </p>
      )}
      {source && (
        <p className={styles.source}>
          <b className={styles.label}>{text.source}</b>
          {source}
        </p>
      )}
    </div>
  )
}
