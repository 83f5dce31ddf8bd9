import { useId } from 'react'
import { classNames } from '../../ui/class-names.ts'
import styles from './choice-list.module.css'

type ChoiceListProps<Value extends string> = {
  readonly legend: string
  readonly lead?: string | undefined
  readonly choices: readonly {
    readonly value: Value
    readonly label: string
    readonly hint: string
    readonly disabled?: boolean
  }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few, each with a line on what it means. */
export function ChoiceList<Value extends string>({ legend, lead, choices, value, onChange }: ChoiceListProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {choices.map((choice) => (
        <label key={choice.value} className={classNames(styles.choice, choice.value === value && styles.chosen)}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            disabled={choice.disabled}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <b>{choice.label}</b>
            <span className={styles.hint}>{choice.hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
