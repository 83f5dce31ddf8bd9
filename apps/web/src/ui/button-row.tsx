import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './button-row.module.css'

type ButtonRowProps = {
  readonly children: ReactNode
  readonly align?: 'start' | 'end' | undefined
}

/** Buttons side by side at their own width; below each other, full width, on a phone. */
export function ButtonRow({ children, align = 'start' }: ButtonRowProps) {
  return <div className={classNames(styles.row, align === 'end' && styles.end)}>{children}</div>
}
