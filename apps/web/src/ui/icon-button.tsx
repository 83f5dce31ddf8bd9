import type { ComponentProps } from 'react'
import { buttonClass, type ButtonVariant } from './button.tsx'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './button.module.css'

type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'style' | 'children' | 'aria-label'> & {
  readonly icon: IconName
  /** Spoken, and shown on hover: an icon alone says nothing. */
  readonly label: string
  readonly variant?: ButtonVariant | undefined
}

export function IconButton({ icon, label, variant = 'quiet', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      className={classNames(buttonClass({ variant }), styles['icon-only'])}
      aria-label={label}
    >
      <Icon name={icon} />
    </button>
  )
}
