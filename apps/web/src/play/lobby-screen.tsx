import type { MemberView } from '@khac-sau/engine'
import { formatMonth, formatTimes, play } from '@khac-sau/language'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { SavedSeal } from '../ui/saved-seal.tsx'
import { useReadingStart } from '../ui/use-reading-start.ts'
import styles from './lobby-screen.module.css'

type LobbyScreenProps = { readonly view: MemberView; readonly onLeave: () => void }

/** In, and waiting: who one is, and what will happen. */
export function LobbyScreen({ view, onLeave }: LobbyScreenProps) {
  const text = useMessages(play)
  const { locale } = useLanguage()
  const start = useReadingStart<HTMLDivElement>('lobby')
  const { me, title, month, cellName, questionCount, secondsPerQuestion, stage } = view
  return (
    <>
      <header className={styles.header}>
        <p className={styles.contest}>
          {title} · {formatMonth(month, locale)}
        </p>
        <h1 className={styles.name}>{me.name}</h1>
        <p className={styles.contest}>{cellName}</p>
      </header>
      <SavedSeal state="saved" text={text.lobbyTitle} detail={text.lobbyWait} start={start} />
      {!me.ranked && <p>{text.lobbyNotRanked}</p>}
      {me.timePercent > 100 && (
        <Banner tone="info" title={text.extraTime} quiet>
          {text.extraTimeText({ times: formatTimes(me.timePercent, locale) })}
        </Banner>
      )}
      <Card title={text.lobbyHow} look="plain">
        <ul className={styles.steps}>
          {stage.name === 'lobby' && stage.warmUp && <li>{text.lobbyWarmUp}</li>}
          <li>{text.lobbyQuestions({ count: questionCount, seconds: secondsPerQuestion })}</li>
          <li>{text.lobbyReading}</li>
          <li>{view.oneTap ? text.lobbyAnsweringOneTap : text.lobbyAnswering}</li>
          <li>{text.lobbySaved}</li>
          <li>{text.lobbyRanking}</li>
        </ul>
      </Card>
      <Button variant="quiet" onClick={onLeave}>
        {text.notMe}
      </Button>
    </>
  )
}
