import { formatScore, formatSeconds, screen } from '@khac-sau/language'
import { classNames } from '../ui/class-names.ts'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { groupReason, type PlaceGroup, rankWord } from './place-order.ts'
import { useFittedText } from './use-fitted-text.ts'
import styles from './place-bands.module.css'

type PlaceBandsProps = {
  readonly groups: readonly PlaceGroup[]
  /** The place after the last band, which the last band's reason is about. */
  readonly next: PlaceGroup | undefined
}

/** The first three places one below the other: holds joint ranks of any size, and leaves the width to others. */
export function PlaceBands({ groups, next }: PlaceBandsProps) {
  const text = useMessages(screen)
  const { locale } = useLanguage()
  const fitted = useFittedText(JSON.stringify(groups), 3.4, 1)
  return (
    <div ref={fitted} className={styles.room}>
      <ol className={styles.bands}>
        {groups.map((group, index) => (
          <li key={group.rank} className={classNames(styles.band, group.rank === 1 && styles.first)}>
            <span className={styles.numeral} aria-hidden>
              {group.rank}
            </span>
            <div className={styles.body}>
              <p className={styles.label}>{rankWord(group, text)}</p>
              <ul className={styles.people}>
                {group.people.map((place, person) => (
                  <li key={person} className={styles.person}>
                    <span className={styles.name}>{place.name}</span>
                    <span className={styles.figures}>
                      <b>{text.points({ score: formatScore(place.scoreHundredths, locale) })}</b>
                      {' · '}
                      {text.seconds({ seconds: formatSeconds(place.totalMillis, locale) })}
                    </span>
                  </li>
                ))}
              </ul>
              <p className={styles.why}>{groupReason(group, groups[index + 1] ?? next, text, locale)}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
