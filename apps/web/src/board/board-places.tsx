import { board, formatScore, formatSeconds } from '@khac-sau/language'
import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type BoardPlace, whyAbove } from './why-above.ts'
import styles from './board-places.module.css'

type BoardPlacesProps<Place extends BoardPlace> = {
  readonly places: readonly Place[]
  readonly label: string
  /** More about one line, under its name. */
  readonly detail?: ((place: Place) => ReactNode) | undefined
}

/** Lines of a ranking, each with the reason why it stands above the next (R7). */
export function BoardPlaces<Place extends BoardPlace>({ places, label, detail }: BoardPlacesProps<Place>) {
  const text = useMessages(board)
  const { locale } = useLanguage()
  return (
    <ol className={styles.places} aria-label={label}>
      {places.map((place, index) => {
        const why = whyAbove(place, places[index + 1], text, locale)
        return (
          <li key={index} className={classNames(styles.place, place.own && styles.own)}>
            <span className={classNames(styles.rank, place.rank === 1 && styles.first)}>
              <VisuallyHidden>{text.rank} </VisuallyHidden>
              {place.rank ?? '–'}
            </span>
            <span className={styles.name}>
              {place.name}
              {place.rank === null && ` · ${place.extraTime ? text.notRankedByTime : text.notRanked}`}
              {place.own && (
                <>
                  {' '}
                  <span className={styles.you}>{text.you}</span>
                </>
              )}
            </span>
            <span className={styles.figures}>
              <b>{text.points({ score: formatScore(place.scoreHundredths, locale) })}</b>
              <span className={styles.time}>{text.seconds({ seconds: formatSeconds(place.totalMillis, locale) })}</span>
            </span>
            {detail && <div className={styles.detail}>{detail(place)}</div>}
            {why && <p className={styles.why}>{why}</p>}
          </li>
        )
      })}
    </ol>
  )
}
