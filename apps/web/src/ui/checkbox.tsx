import { useId, type ComponentProps, type ReactNode } from 'react'
import { FieldError, type FieldWords } from './field.tsx'
import { Icon } from './icon.tsx'
import styles from './checkbox.module.css'

type CheckboxProps = Omit<FieldWords, 'label'> &
  Omit<ComponentProps<'input'>, 'className' | 'style' | 'id' | 'type'> & { readonly label: ReactNode }

export function Checkbox({ label, hint, error, ...input }: CheckboxProps) {
  const errorId = useId()
  return (
    <div className={styles.field}>
      <label className={styles.row}>
        <input
          {...input}
          type="checkbox"
          className={styles.input}
          aria-describedby={error ? errorId : undefined}
          aria-invalid={error ? true : undefined}
        />
        <span className={styles.box}>
          <Icon name="tick" size="20px" />
        </span>
        <span className={styles.words}>
          <span>{label}</span>
          {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        </span>
      </label>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  )
}
