import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './sticky-bar.module.css'

type StickyBarProps = {
  /** `top` for the clock, `bottom` for the one button that must never be below the fold. */
  readonly edge: 'top' | 'bottom'
  /** Very large text needs the room: where nothing is to be pressed, it goes along with the page. */
  readonly yields?: boolean | undefined
  readonly children: ReactNode
}

/** Inside the main part of a page: stays in sight while the question scrolls. */
export function StickyBar({ edge, yields = false, children }: StickyBarProps) {
  return <div className={classNames(styles.bar, styles[edge], yields && styles.yielding)}>{children}</div>
}
