import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './card.module.css'

type CardProps = {
  readonly title?: ReactNode
  /** At the right of the title. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
  readonly footer?: ReactNode
  /** `frame` has the engraved double line, `plain` one hairline, `carved` lies in the stone. */
  readonly look?: 'frame' | 'plain' | 'carved' | undefined
  /** Nothing else is on the page: the title is its heading. */
  readonly alone?: boolean | undefined
}

export function Card({ title, aside, children, footer, look = 'frame', alone = false }: CardProps) {
  const Title = alone ? 'h1' : 'h2'
  return (
    <section className={classNames(styles.card, styles[look])}>
      {title !== undefined && (
        <header className={styles.header}>
          <Title className={styles.title}>{title}</Title>
          {aside !== undefined && <div>{aside}</div>}
        </header>
      )}
      {children}
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </section>
  )
}
