import { limits } from '@khac-sau/engine'
import { hostEditor } from '@khac-sau/language'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { WarmUpValue } from './contest-draft.ts'
import { OptionTexts } from './option-texts.tsx'
import { ProblemList } from './problem-list.tsx'
import { warmUpFaults } from './question-faults.ts'
import styles from './warm-up-fields.module.css'

type WarmUpFieldsProps = { readonly warmUp: WarmUpValue; readonly onChange: (warmUp: WarmUpValue) => void }

/** C10: what everyone tries their phone with. Ready-made, and the secretary may write another one. */
export function WarmUpFields({ warmUp, onChange }: WarmUpFieldsProps) {
  const text = useMessages(hostEditor)
  const ready = useReadyWarmUp()
  const { stem, options } = warmUp
  const isReady = stem === ready.stem && options.join('\n') === ready.options.join('\n')
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{text.warmUpTitle}</legend>
      <p className={styles.hint}>{text.warmUpAdvice}</p>
      <TextArea
        label={text.stem}
        rows={2}
        maxLength={limits.stemCharacters}
        value={stem}
        onChange={(event) => onChange({ ...warmUp, stem: event.target.value })}
      />
      <OptionTexts
        legend={text.warmUpOptions}
        options={options}
        onChange={(changed) => onChange({ ...warmUp, options: [...changed] })}
      />
      <ProblemList problems={warmUpFaults(warmUp)} />
      {!isReady && (
        <ButtonRow>
          <Button variant="quiet" onClick={() => onChange(ready)}>
            {text.warmUpDefault}
          </Button>
        </ButtonRow>
      )}
    </fieldset>
  )
}

/** In the language of the page: what is asked is written once, as every question is. */
export function useReadyWarmUp(): WarmUpValue {
  const text = useMessages(hostEditor)
  return {
    stem: text.warmUpStem,
    options: [text.warmUpOptionA, text.warmUpOptionB, text.warmUpOptionC, text.warmUpOptionD],
  }
}
