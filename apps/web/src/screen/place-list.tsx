import type { PlaceView } from '@khac-sau/engine'
import { formatScore, formatSeconds, screen } from '@khac-sau/language'
import { type CSSProperties, useRef } from 'react'
import { classNames } from '../ui/class-names.ts'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { type ColumnsFit, fitColumns, type Units, widestName } from './fit-columns.ts'
import { type PlaceGroup, placeReasons } from './place-order.ts'
import { type PlacePositions, useMoves } from './use-moves.ts'
import { useRoom } from './use-room.ts'
import styles from './place-list.module.css'

type PlaceListProps = {
  readonly groups: readonly PlaceGroup[]
  readonly most: Units
  /** R7, where the letters stay large enough for it. */
  readonly reasons?: boolean
  /** Lets rows move from where they stood. */
  readonly positions?: PlacePositions
}

/** Places by rank, down the columns, as large as they all fit. The parent must have a height. */
export function PlaceList({ groups, most, reasons = false, positions }: PlaceListProps) {
  const text = useMessages(screen)
  const { locale } = useLanguage()
  const [room, measured] = useRoom()
  const list = useRef<HTMLOListElement>(null)
  const rows = keyed(groups)
  const why = reasons ? placeReasons(groups, text, locale) : new Map<PlaceView, string>()
  const fitWith = (itemHeight: number) =>
    fitColumns({
      groups: [rows.length],
      itemWidth: widestName(rows.map(({ place }) => place.name)) + figuresWidth,
      itemHeight,
      headingHeight: 0,
      width: room?.width ?? 0,
      height: room?.height ?? 0,
      most,
    })
  const withReasons = fitWith(rowHeight + reasonHeight)
  const showReasons = why.size > 0 && withReasons.size >= leastForReasons
  const fit = showReasons ? withReasons : fitWith(rowHeight)
  useMoves(list, positions, room ? rows.map(({ key }) => key).join('\n') : '')
  return (
    <div ref={measured} className={styles.room} style={sizeOf(fit)}>
      <ol
        ref={list}
        className={styles.list}
        style={{ gridTemplateRows: `repeat(${Math.ceil(rows.length / fit.columns)}, auto)` }}
      >
        {rows.map(({ key, place }) => (
          <li key={key} data-place={key} className={classNames(styles.row, place.rank === 1 && styles.first)}>
            <span className={styles.rank}>
              <VisuallyHidden>{text.rank} </VisuallyHidden>
              {place.rank}
            </span>
            <span className={styles.name}>{place.name}</span>
            <span className={styles.figures}>
              <b>{text.points({ score: formatScore(place.scoreHundredths, locale) })}</b>
              <span className={styles.time}>{text.seconds({ seconds: formatSeconds(place.totalMillis, locale) })}</span>
            </span>
            {showReasons && <span className={styles.reason}>{why.get(place)}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** In letter heights; shared with the style sheet through `sizeOf`. */
const rowHeight = 2
const reasonHeight = 1.45
const figuresWidth = 15
const leastForReasons: Units = 1.7

/** Two members may have the same name. */
function keyed(groups: readonly PlaceGroup[]): readonly { readonly key: string; readonly place: PlaceView }[] {
  const seen = new Map<string, number>()
  return groups
    .flatMap(({ people }) => people)
    .map((place) => {
      const count = seen.get(place.name) ?? 0
      seen.set(place.name, count + 1)
      return { key: `${place.name}/${count}`, place }
    })
}

function sizeOf({ size, columns }: ColumnsFit): CSSProperties {
  const properties: Record<`--${string}`, string | number> = {
    '--place-size': `calc(var(--unit) * ${size.toFixed(2)})`,
    '--place-columns': columns,
    '--row-height': `${rowHeight}em`,
    '--reason-height': `${reasonHeight}em`,
  }
  return properties
}
