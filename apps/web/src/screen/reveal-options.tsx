import type { RevealView, Distribution } from '@khac-sau/engine'
import { screen } from '@khac-sau/language'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { OptionBadge, optionHueClass } from '../ui/option-badge.tsx'
import { useFittedText } from './use-fitted-text.ts'
import styles from './reveal-options.module.css'

type RevealOptionsProps = {
  readonly reveal: RevealView & { readonly distribution: Distribution }
  /** Whether there is room for two columns, which many options need. */
  readonly wide: boolean
}

/** The question again, with every option's bar in its own row: who was asked once need not look in two places now. */
export function RevealOptions({ reveal: { stem, options, right, distribution }, wide }: RevealOptionsProps) {
  const text = useMessages(screen)
  const fitted = useFittedText([stem, ...options].join('\n'), 5, 1.4)
  const isMany = options.length > 5
  const largest = Math.max(1, ...distribution.counts)
  return (
    <div ref={fitted} className={styles.question}>
      <h1 className={styles.stem}>{stem}</h1>
      <ol
        className={classNames(styles.options, isMany && styles.dense, isMany && wide && styles.pairs)}
        aria-label={text.howManyChose}
      >
        {options.map((option, index) => {
          const isRight = right.includes(index)
          const count = distribution.counts[index] ?? 0
          return (
            <li key={index} className={classNames(styles.option, optionHueClass(index), isRight && styles.right)}>
              <span className={styles.badge}>
                <OptionBadge index={index} size={isMany ? '1.6em' : '2em'} />
              </span>
              <span className={styles.body}>
                <span>{option}</span>
                {isRight && (
                  <span className={styles.word}>
                    <Icon name="tick" />
                    <span>{text.rightOption}</span>
                  </span>
                )}
                <span className={styles.groove} aria-hidden>
                  <span className={styles.fill} style={{ transform: `scaleX(${count / largest})` }} />
                </span>
              </span>
              <span className={styles.count}>{count}</span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
