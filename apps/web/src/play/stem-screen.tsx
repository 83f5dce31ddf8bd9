import type { MemberView, Millis, StemView } from '@khac-sau/engine'
import { formatSecondsShort, play } from '@khac-sau/language'
import type { AnswerState } from '@khac-sau/session'
import { Banner } from '../ui/banner.tsx'
import { CountdownDigits } from '../ui/countdown-digits.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { useRemainingMillis } from '../ui/running-clock.tsx'
import { Stem } from '../ui/stem.tsx'
import { StickyBar } from '../ui/sticky-bar.tsx'
import { useReadingStart } from '../ui/use-reading-start.ts'
import { AnswerBar } from './answer-bar.tsx'
import { questionName } from './question-name.ts'
import styles from './stem-screen.module.css'

type StemScreenProps = {
  readonly view: MemberView
  readonly stage: StemView
  /** Of the same question, before it was interrupted. */
  readonly answer: AnswerState
  readonly now: () => Millis
}

/** 3-2-1, then the question alone (C3). */
export function StemScreen({ view, stage, answer, now }: StemScreenProps) {
  const text = useMessages(play)
  const { locale } = useLanguage()
  const untilStem = useRemainingMillis(stage.stemAt, now)
  const untilOptions = Math.ceil(useRemainingMillis(stage.opensAt, now) / 1000)
  const kicker = questionName(stage.question, view.questionCount, text)
  const start = useReadingStart<HTMLHeadingElement>(untilStem > 0 ? null : stage.openingId)
  if (untilStem > 0) {
    return <CountdownDigits digit={Math.ceil(untilStem / 1000)} label={`${text.getReady} · ${kicker}`} />
  }
  return (
    <>
      {stage.continued && <Banner tone="info" title={text.continued} quiet />}
      <Stem kicker={kicker} start={start}>
        {stage.stem}
      </Stem>
      {view.me.timePercent > 100 && !stage.continued && (
        <p className={styles.hint}>
          {text.ownTime({ seconds: formatSecondsShort(stage.closesAt - stage.opensAt, locale) })}
        </p>
      )}
      {stage.multiple && <p className={styles.hint}>{text.chooseAll}</p>}
      <StickyBar edge="bottom">
        {answer.name !== 'none' && (
          <AnswerBar
            answer={answer}
            closing={false}
            untimed={stage.continued}
            offline={false}
            multiple={stage.multiple}
            oneTap={false}
            onSubmit={() => {}}
          />
        )}
        <p className={styles.wait}>{untilOptions > 0 ? text.optionsIn({ seconds: untilOptions }) : text.optionsNow}</p>
      </StickyBar>
    </>
  )
}
