import type { ComponentProps } from 'react'
import { Field, type FieldWords } from './field.tsx'
import { Icon } from './icon.tsx'
import styles from './field.module.css'

export type SelectChoice = { readonly value: string; readonly label: string; readonly disabled?: boolean | undefined }

type SelectProps = FieldWords &
  Omit<ComponentProps<'select'>, 'className' | 'style' | 'id' | 'children'> & {
    readonly choices: readonly SelectChoice[]
  }

export function Select({ label, hint, error, choices, ...select }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span className={styles.select}>
          <select {...select} {...control} className={styles.control}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={choice.disabled}>
                {choice.label}
              </option>
            ))}
          </select>
          <span className={styles.chevron}>
            <Icon name="down" />
          </span>
        </span>
      )}
    </Field>
  )
}
