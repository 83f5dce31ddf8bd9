import { classNames } from '../../ui/class-names.ts'
import { OptionBadge, optionHueClass } from '../../ui/option-badge.tsx'
import styles from './option-mark.module.css'

/** Letter, shape and hue of an option, on its own ground: small, beside a line of text. */
export function OptionMark({ index }: { readonly index: number }) {
  return (
    <span className={classNames(styles.mark, optionHueClass(index))}>
      <OptionBadge index={index} size="1.7rem" />
    </span>
  )
}
