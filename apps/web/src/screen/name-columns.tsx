import { compareNames } from '@khac-sau/language'
import type { CSSProperties, ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { type ColumnsFit, fitColumns, type Units, widestName } from './fit-columns.ts'
import { useRoom } from './use-room.ts'
import styles from './name-columns.module.css'

export type NameGroup = {
  readonly key: string
  readonly heading?: ReactNode
  readonly names: readonly string[]
  /** They come in an order of their own. */
  readonly inOrder?: boolean
  /** A tick for who is here, an empty ring for who is missing, nothing where that is not the question. */
  readonly mark?: 'tick' | 'ring'
}

type NameColumnsProps = { readonly groups: readonly NameGroup[]; readonly most: Units }

/** Names in a register's order, down the columns, as large as they all fit. The parent must have a height. */
export function NameColumns({ groups, most }: NameColumnsProps) {
  const [room, measured] = useRoom()
  const shown = groups.filter(({ names }) => names.length > 0)
  const fit = fitColumns({
    groups: shown.map(({ names }) => names.length),
    itemWidth: widestName(shown.flatMap(({ names }) => names)) + (shown.some(({ mark }) => mark) ? 2.4 : 1.2),
    itemHeight: lineHeight,
    headingHeight: shown.some(({ heading }) => heading !== undefined) ? headingHeight : 0,
    width: room?.width ?? 0,
    height: room?.height ?? 0,
    most,
  })
  return (
    <div ref={measured} className={styles.room} style={sizeOf(fit)}>
      {shown.map((group) => (
        <section key={group.key} className={styles.group}>
          {group.heading !== undefined && <h2 className={styles.heading}>{group.heading}</h2>}
          <Names group={group} columns={fit.columns} />
        </section>
      ))}
    </div>
  )
}

function Names({ group: { names, inOrder, mark }, columns }: { readonly group: NameGroup; readonly columns: number }) {
  const rows = Math.ceil(names.length / columns)
  return (
    <ol className={styles.names} style={{ gridTemplateRows: `repeat(${rows}, auto)` }}>
      {(inOrder ? names : [...names].sort(compareNames)).map((name, index) => (
        <li key={`${name}/${index}`} className={classNames(styles.name, mark && styles[mark])}>
          {mark === 'tick' && <Icon name="tick" size="1.1em" />}
          {mark === 'ring' && <span className={styles.hollow} aria-hidden />}
          <span>{name}</span>
        </li>
      ))}
    </ol>
  )
}

const lineHeight = 1.45
const headingHeight = 2

function sizeOf({ size, columns }: ColumnsFit): CSSProperties {
  const properties: Record<`--${string}`, string | number> = {
    '--name-size': `calc(var(--unit) * ${size.toFixed(2)})`,
    '--name-columns': columns,
    '--name-leading': lineHeight,
    '--heading-height': `${headingHeight}em`,
  }
  return properties
}
