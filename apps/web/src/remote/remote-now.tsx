import type { RemoteView } from '@khac-sau/engine'
import { courseWords } from '@khac-sau/language'
import { useMessages } from '../ui/language.tsx'
import { Progress } from '../ui/progress.tsx'
import { RunningClock } from '../ui/running-clock.tsx'
import styles from './remote-now.module.css'

type RemoteNowProps = { readonly view: RemoteView; readonly now: () => number }

/** What the room is doing, seconds left, and how many have answered. */
export function RemoteNow({ view, now }: RemoteNowProps) {
  const text = useMessages(courseWords)
  const { stage, questionCount: total, paused } = view
  const question = 'question' in stage ? stage.question : stage.name === 'standings' ? stage.afterQuestion : undefined
  const name =
    question === null ? text.warmUpQuestion : question !== undefined && text.questionOf({ number: question + 1, total })
  return (
    <section className={styles.now}>
      <h1 className={styles.title}>{view.title}</h1>
      <p className={styles.stage} role="status">
        {name && <b>{name} · </b>}
        {wordOf(stage, text)}
        {paused && ` · ${text.pausedMark}`}
      </p>
      <Figures view={view} now={now} />
      {'stem' in stage && <p className={styles.stem}>{stage.stem}</p>}
    </section>
  )
}

function wordOf(stage: RemoteView['stage'], text: (typeof courseWords)['vi']): string {
  if (stage.name === 'closing' && stage.someHaveTime) return text.someHaveTime
  if (stage.name === 'reveal' && stage.question === null) return text.warmUpOver
  return text[stage.name]
}

function Figures({ view, now }: RemoteNowProps) {
  const text = useMessages(courseWords)
  const { stage } = view
  switch (stage.name) {
    case 'lobby': {
      const { present, missing } = stage
      return <Progress value={present} total={present + missing} label={text.joined} />
    }
    case 'stem':
      return (
        <RunningClock
          closesAt={stage.opensAt}
          totalMillis={stage.opensAt - stage.stemAt}
          now={now}
          label={text.readingLeft}
        />
      )
    case 'open':
    case 'closing':
      return (
        <>
          <RunningClock
            closesAt={stage.closesAt}
            totalMillis={stage.closesAt - stage.opensAt}
            now={now}
            label={text.timeLeft}
          />
          <Progress value={stage.progress.answered} total={stage.progress.expected} label={text.answered} />
        </>
      )
    case 'reveal':
    case 'standings':
    case 'podium':
      return null
  }
}
