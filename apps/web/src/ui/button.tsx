import type { ComponentProps, MouseEvent } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './button.module.css'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonLook = {
  readonly variant?: ButtonVariant | undefined
  /** `large` is the one big button at the thumb. */
  readonly size?: 'regular' | 'large' | undefined
  readonly block?: boolean | undefined
  readonly icon?: IconName | undefined
}

type ButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'className' | 'style'> & {
    /** Keeps focus and label while the press is being carried out; further presses do nothing. */
    readonly busy?: boolean | undefined
  }

export function Button({ variant, size, block, icon, busy = false, onClick, children, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event))
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ variant, size, block })}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      {busy ? <span className={styles.turning} aria-hidden /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

export function buttonClass({ variant = 'secondary', size = 'regular', block = false }: ButtonLook): string {
  return classNames(styles.button, styles[variant], size === 'large' && styles.large, block && styles.block)
}
