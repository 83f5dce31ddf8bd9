import type { OwnResultView, PlaceView } from '@khac-sau/engine'
import { formatScore, formatSeconds, playResult } from '@khac-sau/language'
import { Card } from '../ui/card.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { placeLabel } from './place-words.ts'
import styles from './own-result.module.css'

type OwnResultProps = {
  readonly result: OwnResultView | null
  readonly places: readonly PlaceView[]
  readonly questionsCounted: number
}

export function OwnResult({ result, places, questionsCounted }: OwnResultProps) {
  const text = useMessages(playResult)
  const { locale } = useLanguage()
  if (!result) return <Card title={text.didNotTakePart} />
  const { rank, competitors, scoreHundredths, right, totalMillis } = result
  const unranked = result.ranked && result.timePercent > 100 ? text.notRankedByTime : text.notRanked
  const joint = places.filter((place) => place.rank === rank).length > 1
  return (
    <Card title={text.ownResult}>
      <div>
        <p className={styles.rank}>{rank === null ? unranked : placeLabel(rank, joint, text)}</p>
        {rank !== null && <p className={styles.of}>{text.amongCompetitors({ count: competitors })}</p>}
      </div>
      <dl className={styles.figures}>
        <Figure label={text.score} value={formatScore(scoreHundredths, locale)} />
        <Figure label={text.rightAnswers} value={`${right}/${questionsCounted}`} />
        <Figure label={text.totalTime} value={text.seconds({ seconds: formatSeconds(totalMillis, locale) })} />
      </dl>
    </Card>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
