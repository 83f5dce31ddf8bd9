import type { ComponentProps } from 'react'
import { buttonClass, type ButtonLook } from './button.tsx'
import { Icon } from './icon.tsx'

type LinkButtonProps = ButtonLook & Omit<ComponentProps<'a'>, 'className' | 'style'>

/** A link that looks like a button; works inside wouter's `<Link asChild>`. */
export function LinkButton({ variant, size, block, icon, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={buttonClass({ variant, size, block })}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}
