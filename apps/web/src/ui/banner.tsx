import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './banner.module.css'

export type BannerTone = 'info' | 'warning' | 'error' | 'offline'

type BannerProps = {
  readonly tone: BannerTone
  readonly title: string
  readonly children?: ReactNode
  /** A button or link that does something about it. */
  readonly action?: ReactNode
  /** Stays in sight at the top of the screen: a small mark for a lost connection goes unseen in a room. */
  readonly pinned?: boolean | undefined
  /** Said aloud elsewhere, or part of a screen that is read as a whole. */
  readonly quiet?: boolean | undefined
}

export function Banner({ tone, title, children, action, pinned = false, quiet = false }: BannerProps) {
  return (
    <div
      className={classNames(styles.banner, styles[tone], pinned && styles.pinned)}
      role={quiet ? undefined : tone === 'error' ? 'alert' : 'status'}
    >
      <span className={styles.mark}>
        <Icon name={icons[tone]} size="1.7rem" />
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div className={styles.text}>{children}</div>}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}

const icons: Readonly<Record<BannerTone, IconName>> = {
  info: 'info',
  warning: 'warning',
  error: 'stop',
  offline: 'offline',
}
