import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import styles from './toast.module.css'

type ToastProps = {
  /** Empty: nothing is drawn, the live region stays. Whoever owns the text takes it away after a while. */
  readonly children?: ReactNode
  readonly icon?: IconName | undefined
}

export function Toast({ children, icon = 'tick' }: ToastProps) {
  return (
    <div className={styles.place} role="status">
      {children && (
        <div className={styles.toast}>
          <Icon name={icon} />
          <span>{children}</span>
        </div>
      )}
    </div>
  )
}
