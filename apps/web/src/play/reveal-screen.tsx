import type { MemberStage, MemberView, OwnResultView } from '@khac-sau/engine'
import { formatScore, play, playResult } from '@khac-sau/language'
import type { AnswerState } from '@khac-sau/session'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { SavedSeal } from '../ui/saved-seal.tsx'
import { Stem } from '../ui/stem.tsx'
import { useReadingStart } from '../ui/use-reading-start.ts'
import { questionName } from './question-name.ts'
import { ReviewBody } from './review-body.tsx'
import { Verdict } from './verdict.tsx'
import { verdictOf } from './verdict-of.ts'
import styles from './reveal-screen.module.css'

type RevealScreenProps = {
  readonly view: MemberView
  readonly stage: Extract<MemberStage, { readonly name: 'reveal' }>
  readonly answer: AnswerState
}

/** Right or not, at a glance; then why. */
export function RevealScreen({ view, stage, answer }: RevealScreenProps) {
  const text = useMessages(play)
  const resultText = useMessages(playResult)
  const onItsWay = answer.name === 'sending' || answer.name === 'not-sent'
  const verdict = verdictOf(stage)
  // A key that is corrected in front of all is another verdict.
  const start = useReadingStart<HTMLDivElement>(`${stage.question} ${onItsWay} ${verdict}`)
  return (
    <>
      {onItsWay ? (
        <SavedSeal state="not-sent" text={text.notSent} detail={text.notSentText} start={start} />
      ) : (
        <Verdict verdict={verdict} item={stage} start={start} />
      )}
      {stage.result && <SoFar result={stage.result} />}
      <Stem kicker={questionName(stage.question, view.questionCount, text)}>{stage.stem}</Stem>
      <ReviewBody item={stage} />
      {!view.paused && stage.question === null && <p className={styles.next}>{resultText.warmUpNext}</p>}
      {!view.paused && stage.question !== null && stage.question + 1 < view.questionCount && (
        <p className={styles.next}>{resultText.nextComes}</p>
      )}
    </>
  )
}

function SoFar({ result }: { readonly result: OwnResultView }) {
  const text = useMessages(playResult)
  const { locale } = useLanguage()
  const { rank, competitors, scoreHundredths, right, ranked, timePercent } = result
  return (
    <dl className={styles.soFar}>
      <dt>{text.soFar}</dt>
      <dd>
        <b>{text.points({ points: formatScore(scoreHundredths, locale) })}</b> · {text.rightSoFar({ right })}
        {rank !== null && (
          <>
            {' · '}
            <b>{text.rankOf({ rank, competitors })}</b>
          </>
        )}
        {!ranked && <> · {text.notRanked}</>}
        {ranked && timePercent > 100 && <> · {text.notRankedByTime}</>}
      </dd>
    </dl>
  )
}
