import type { ComponentProps } from 'react'
import { Field, type FieldWords } from './field.tsx'
import styles from './field.module.css'

type TextAreaProps = FieldWords & Omit<ComponentProps<'textarea'>, 'className' | 'style' | 'id'>

export function TextArea({ label, hint, error, ...textarea }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <textarea {...textarea} {...control} className={styles.control} />}
    </Field>
  )
}
