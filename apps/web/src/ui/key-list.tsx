import { Fragment } from 'react'
import styles from './key-list.module.css'

type KeyListProps = { readonly keys: readonly (readonly [key: string, action: string])[] }

/** Which key does what. */
export function KeyList({ keys }: KeyListProps) {
  return (
    <dl className={styles.keys}>
      {keys.map(([key, action]) => (
        <Fragment key={key}>
          <dt>
            <kbd className={styles.key}>{key}</kbd>
          </dt>
          <dd>{action}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
