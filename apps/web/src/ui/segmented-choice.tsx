import { useId } from 'react'
import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './segmented-choice.module.css'

export type SegmentedOption<Value extends string> = {
  readonly value: Value
  /** What is drawn: "A+", "VI". */
  readonly mark: string
  /** What is read aloud: "Chữ lớn". */
  readonly name: string
  readonly scale?: number | undefined
}

type SegmentedChoiceProps<Value extends string> = {
  readonly legend: string
  readonly options: readonly SegmentedOption<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>
        <VisuallyHidden>{props.legend}</VisuallyHidden>
      </legend>
      <div className={styles.segments}>
        {props.options.map((option) => (
          <label key={option.value} className={styles.segment} title={option.name}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              aria-label={option.name}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span className={styles.mark} style={{ fontSize: `${option.scale ?? 1}em` }}>
              {option.mark}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
