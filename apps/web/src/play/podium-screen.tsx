import type { MemberStage, MemberView } from '@khac-sau/engine'
import { compareNames, formatMonth, formatScore, playResult } from '@khac-sau/language'
import { Banner } from '../ui/banner.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { useReadingStart } from '../ui/use-reading-start.ts'
import { OwnResult } from './own-result.tsx'
import { PublicPlaces } from './public-places.tsx'
import { ReviewList } from './review-list.tsx'
import styles from './podium-screen.module.css'

type PodiumScreenProps = {
  readonly view: MemberView
  readonly stage: Extract<MemberStage, { readonly name: 'podium' }>
}

/** One's own result first, then what everyone may see (P1), then every question again. */
export function PodiumScreen({ view, stage }: PodiumScreenProps) {
  const text = useMessages(playResult)
  const { locale } = useLanguage()
  const { places, apart, others } = stage.standings
  const start = useReadingStart<HTMLHeadingElement>('podium')
  const tookPart = [...others].sort(compareNames)
  return (
    <>
      <header>
        <p className={styles.contest}>
          {view.title} · {formatMonth(view.month, locale)}
        </p>
        <h1 className={styles.name} ref={start} tabIndex={-1}>
          {view.me.name}
        </h1>
      </header>
      {view.settled ? (
        <Banner tone="info" title={text.settled} />
      ) : (
        <Banner tone="warning" title={text.provisional}>
          {text.provisionalText}
        </Banner>
      )}
      <OwnResult result={stage.result} places={places} questionsCounted={stage.standings.questionsCounted} />
      <section className={styles.section}>
        <h2 className={styles.title}>{text.places}</h2>
        <PublicPlaces places={places} />
        {apart.length > 0 && (
          <>
            <h3 className={styles.subtitle}>{text.notRankedByTime}</h3>
            <ul className={styles.names}>
              {apart.map(({ name, scoreHundredths }, index) => (
                <li key={index}>
                  {name} · <b>{text.points({ points: formatScore(scoreHundredths, locale) })}</b>
                </li>
              ))}
            </ul>
          </>
        )}
        {tookPart.length > 0 && (
          <>
            <h3 className={styles.subtitle}>{text.tookPart}</h3>
            <ul className={styles.names}>
              {tookPart.map((name, index) => (
                <li key={index}>{name}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      {stage.review.length > 0 && (
        <section className={styles.section}>
          <h2 className={styles.title}>{text.review}</h2>
          <p>{text.reviewText}</p>
          <ReviewList items={stage.review} questionCount={view.questionCount} />
        </section>
      )}
    </>
  )
}
