import type { ApartView, AskedQuestion, HostView, RevealView, ScreenStage } from '@khac-sau/engine'
import { formatScore, formatSeconds, hostLive, joinNames } from '@khac-sau/language'
import type { ReactNode } from 'react'
import { Distribution } from '../../ui/distribution.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Progress } from '../../ui/progress.tsx'
import { RunningClock } from '../../ui/running-clock.tsx'
import { OptionMark } from '../parts/option-mark.tsx'
import styles from './stage-replica.module.css'

type StageReplicaProps = { readonly view: HostView; readonly now: () => number }

type StageOf<Name extends ScreenStage['name']> = Extract<ScreenStage, { readonly name: Name }>

/** What the projector shows at this instant, small: the host looks here instead of turning round. */
export function StageReplica({ view, now }: StageReplicaProps) {
  const text = useMessages(hostLive)
  const { stage, questionCount: total, paused } = view
  const question = 'question' in stage ? stage.question : undefined
  const word = wordOf(view, text)
  return (
    <section className={styles.replica} aria-label={text.roomSees}>
      <header className={styles.header}>
        <p className={styles.caption}>{text.roomSees}</p>
        {paused && <p className={styles.paused}>{text.pausedMark}</p>}
        {question !== undefined && <p className={styles.number}>{questionName(question, total, text)}</p>}
        <p className={styles.stage} role="status">
          {word}
        </p>
      </header>
      <div className={styles.body}>
        <StageBody view={view} now={now} />
      </div>
    </section>
  )
}

function wordOf({ stage, settled }: HostView, text: (typeof hostLive)['vi']): string {
  if (stage.name === 'podium') return settled ? text.settled : text.provisional
  if (stage.name === 'closing' && stage.someHaveTime) return text.someHaveTime
  if (stage.name === 'reveal' && stage.question === null) return text.warmUpOver
  return text[stage.name]
}

function questionName(question: AskedQuestion, total: number, text: (typeof hostLive)['vi']): string {
  return question === null ? text.warmUpQuestion : text.questionOf({ number: question + 1, total })
}

function StageBody({ view, now }: StageReplicaProps): ReactNode {
  const { stage } = view
  switch (stage.name) {
    case 'lobby':
      return <Lobby stage={stage} />
    case 'stem':
      return <Stem stage={stage} now={now} />
    case 'open':
    case 'closing':
      return <Open stage={stage} now={now} />
    case 'reveal':
      return <Reveal stage={stage} />
    case 'standings':
    case 'podium':
      return <Standings stage={stage} />
  }
}

function Lobby({ stage }: { readonly stage: StageOf<'lobby'> }) {
  const text = useMessages(hostLive)
  const { locale } = useLanguage()
  const { present, missing, warmUp } = stage
  return (
    <>
      <p className={styles.count}>
        {text.present({ present: present.length, total: present.length + missing.length })}
      </p>
      <p className={styles.names}>{present.length > 0 ? joinNames(present, locale) : text.nobodyYet}</p>
      {warmUp && <p>{text.warmUpFirst}</p>}
    </>
  )
}

function Stem({ stage, now }: { readonly stage: StageOf<'stem'>; readonly now: () => number }) {
  const text = useMessages(hostLive)
  return (
    <>
      <RunningClock
        closesAt={stage.opensAt}
        totalMillis={stage.opensAt - stage.stemAt}
        now={now}
        label={text.readingLeft}
      />
      <Marks stage={stage} />
      <p className={styles.stem}>{stage.stem}</p>
    </>
  )
}

function Open({ stage, now }: { readonly stage: StageOf<'open' | 'closing'>; readonly now: () => number }) {
  const text = useMessages(hostLive)
  const { answered, expected } = stage.progress
  return (
    <>
      <RunningClock
        closesAt={stage.closesAt}
        totalMillis={stage.closesAt - stage.opensAt}
        now={now}
        label={text.timeLeft}
      />
      <Progress label={text.answered} value={answered} total={expected} />
      <Marks stage={stage} />
      <p className={styles.stem}>{stage.stem}</p>
      <ol className={styles.options}>
        {stage.options.map((option, index) => (
          <li key={index} className={styles.option}>
            <OptionMark index={index} />
            <span>{option}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Marks({ stage }: { readonly stage: StageOf<'stem' | 'open' | 'closing'> }) {
  const text = useMessages(hostLive)
  return (
    <>
      {stage.continued && <p className={styles.mark}>{text.continued}</p>}
      {stage.multiple && <p className={styles.mark}>{text.multiple}</p>}
    </>
  )
}

function Reveal({ stage }: { readonly stage: StageOf<'reveal'> }) {
  const text = useMessages(hostLive)
  const { answered, expected, counts } = stage.distribution
  return (
    <>
      <p className={styles.stem}>{stage.stem}</p>
      <RevealMarks question={stage} />
      <Distribution
        label={text.distribution}
        bars={stage.options.map((option, index) => ({
          index,
          text: option,
          count: counts[index] ?? 0,
          rightWord: stage.right.includes(index) ? text.rightOption : undefined,
        }))}
      />
      <p className={styles.small}>{text.answeredOf({ answered, expected })}</p>
      {stage.explanation !== '' && (
        <p>
          <b>{text.explanation}:</b> {stage.explanation}
        </p>
      )}
      {stage.source !== '' && (
        <p className={styles.small}>
          <b>{text.source}:</b> {stage.source}
        </p>
      )}
    </>
  )
}

export function RevealMarks({ question }: { readonly question: RevealView }) {
  const text = useMessages(hostLive)
  return (
    <>
      {question.voided && <p className={styles.mark}>{text.voided}</p>}
      {question.corrected && <p className={styles.mark}>{text.corrected}</p>}
      {question.untimed && question.question !== null && <p className={styles.mark}>{text.untimed}</p>}
    </>
  )
}

function Standings({ stage }: { readonly stage: StageOf<'standings' | 'podium'> }) {
  const text = useMessages(hostLive)
  const { locale } = useLanguage()
  const apartWords = ({ name, scoreHundredths }: ApartView) =>
    `${name} (${text.points({ score: formatScore(scoreHundredths, locale) })})`
  return (
    <>
      <ol className={styles.places}>
        {stage.places.map((place, index) => (
          <li key={index} className={styles.place}>
            <b>{place.rank}</b>
            <span>{place.name}</span>
            <span className={styles.figures}>
              {text.points({ score: formatScore(place.scoreHundredths, locale) })} ·{' '}
              {text.seconds({ seconds: formatSeconds(place.totalMillis, locale) })}
            </span>
          </li>
        ))}
      </ol>
      {stage.apart.length > 0 && (
        <p className={styles.small}>
          <b>{text.notRankedByTime}:</b> {joinNames(stage.apart.map(apartWords), locale)}
        </p>
      )}
      {stage.others.length > 0 && (
        <p className={styles.small}>
          <b>{text.tookPart}:</b> {joinNames(stage.others, locale)}
        </p>
      )}
    </>
  )
}
