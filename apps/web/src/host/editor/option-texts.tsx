import { limits } from '@khac-sau/engine'
import { hostEditor } from '@khac-sau/language'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { optionLetter } from '../../ui/option-badge.tsx'
import { OptionMark } from '../parts/option-mark.tsx'
import styles from './question-editor.module.css'

type OptionTextsProps = {
  readonly legend: string
  readonly options: readonly string[]
  readonly onChange: (options: readonly string[]) => void
}

/** Options of a question that has no key (C10). */
export function OptionTexts({ legend, options, onChange }: OptionTextsProps) {
  const text = useMessages(hostEditor)
  const change = (index: number, option: string) =>
    onChange(options.map((one, place) => (place === index ? option : one)))
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.list}>
        {options.map((option, index) => (
          <div key={index} className={classNames(styles.option, styles.keyless)}>
            <OptionMark index={index} />
            <textarea
              className={styles.text}
              rows={1}
              aria-label={text.option({ letter: optionLetter(index) })}
              maxLength={limits.optionCharacters}
              value={option}
              onChange={(event) => change(index, event.target.value)}
            />
            {options.length > limits.options.least && (
              <IconButton
                icon="close"
                label={text.removeOption({ letter: optionLetter(index) })}
                onClick={() => onChange(options.filter((_, place) => place !== index))}
              />
            )}
          </div>
        ))}
      </div>
      <div>
        {options.length < limits.options.most && (
          <Button variant="quiet" icon="plus" onClick={() => onChange([...options, ''])}>
            {text.addOption}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
