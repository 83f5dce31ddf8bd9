import { limits } from '@khac-sau/engine'
import { hostEditor, hostProblems } from '@khac-sau/language'
import { useId, useState } from 'react'
import { AnswerTile } from '../../ui/answer-tile.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { optionLetter } from '../../ui/option-badge.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { OptionMark } from '../parts/option-mark.tsx'
import { type QuestionValue, withoutOption, withRight } from './contest-draft.ts'
import { NumberField } from './number-field.tsx'
import styles from './question-editor.module.css'

type QuestionEditorProps = {
  readonly question: QuestionValue
  /** What a question without a time of its own is given. */
  readonly contestSeconds: number
  readonly onChange: (question: QuestionValue) => void
}

export function QuestionEditor({ question, contestSeconds, onChange }: QuestionEditorProps) {
  const text = useMessages(hostEditor)
  const problems = useMessages(hostProblems)
  const change = (part: Partial<QuestionValue>) => onChange({ ...question, ...part })
  return (
    <div className={styles.editor}>
      <TextArea
        label={text.stem}
        rows={3}
        maxLength={limits.stemCharacters}
        value={question.stem}
        onChange={(event) => change({ stem: event.target.value })}
      />
      <Options question={question} onChange={onChange} />
      <div className={styles.pair}>
        <TextArea
          label={text.explanation}
          hint={text.explanationHint}
          rows={3}
          maxLength={limits.explanationCharacters}
          value={question.explanation}
          onChange={(event) => change({ explanation: event.target.value })}
        />
        <div className={styles.rest}>
          <TextField
            label={text.source}
            hint={text.sourceHint}
            maxLength={limits.sourceCharacters}
            value={question.source}
            onChange={(event) => change({ source: event.target.value })}
          />
          <NumberField
            label={text.ownSeconds}
            hint={text.ownSecondsHint({ seconds: contestSeconds })}
            outside={problems['seconds-out-of-range']}
            limits={limits.seconds}
            optional
            value={question.seconds}
            onChange={(seconds) => change({ seconds })}
          />
        </div>
      </div>
      <PhonePreview question={question} />
    </div>
  )
}

function Options({ question, onChange }: Pick<QuestionEditorProps, 'question' | 'onChange'>) {
  const text = useMessages(hostEditor)
  const groupName = useId()
  const [several, setSeveral] = useState(question.right.length > 1)
  const { options, right } = question
  const changeText = (index: number, option: string) =>
    onChange({ ...question, options: options.map((one, place) => (place === index ? option : one)) })
  const changeSeveral = (next: boolean) => {
    setSeveral(next)
    if (!next && right.length > 1) onChange({ ...question, right: right.slice(0, 1) })
  }
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>{text.options}</legend>
      <div className={styles.list}>
        {options.map((option, index) => (
          <OptionRow
            key={index}
            index={index}
            groupName={groupName}
            option={option}
            isRight={right.includes(index)}
            several={several}
            canRemove={options.length > limits.options.least}
            onText={(next) => changeText(index, next)}
            onRight={() => onChange(withRight(question, index, several))}
            onRemove={() => onChange(withoutOption(question, index))}
          />
        ))}
      </div>
      <div>
        {options.length < limits.options.most && (
          <Button variant="quiet" icon="plus" onClick={() => onChange({ ...question, options: [...options, ''] })}>
            {text.addOption}
          </Button>
        )}
      </div>
      <Checkbox
        label={text.several}
        hint={several ? text.severalHint : undefined}
        checked={several}
        onChange={(event) => changeSeveral(event.target.checked)}
      />
    </fieldset>
  )
}

type OptionRowProps = {
  readonly index: number
  readonly groupName: string
  readonly option: string
  readonly isRight: boolean
  readonly several: boolean
  readonly canRemove: boolean
  readonly onText: (text: string) => void
  readonly onRight: () => void
  readonly onRemove: () => void
}

function OptionRow({ index, option, isRight, several, canRemove, ...props }: OptionRowProps) {
  const text = useMessages(hostEditor)
  const letter = optionLetter(index)
  return (
    <div className={classNames(styles.option, isRight && styles.right)}>
      <OptionMark index={index} />
      <textarea
        className={styles.text}
        rows={1}
        aria-label={text.option({ letter })}
        maxLength={limits.optionCharacters}
        value={option}
        onChange={(event) => props.onText(event.target.value)}
      />
      <label className={styles.mark}>
        <input
          type={several ? 'checkbox' : 'radio'}
          name={several ? undefined : props.groupName}
          className={styles.markInput}
          aria-label={text.isRight({ letter })}
          checked={isRight}
          onChange={props.onRight}
        />
        <span>{text.right}</span>
      </label>
      {canRemove && (
        <span className={styles.remove}>
          <IconButton icon="close" label={text.removeOption({ letter })} onClick={props.onRemove} />
        </span>
      )}
    </div>
  )
}

function PhonePreview({ question }: { readonly question: QuestionValue }) {
  const text = useMessages(hostEditor)
  const [open, setOpen] = useState(false)
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{text.preview}</summary>
      {open && (
        <div className={styles.phone}>
          <p className={styles.phoneStem}>{question.stem}</p>
          <ol className={styles.list}>
            {question.options.map((option, index) => (
              <li key={index}>
                <AnswerTile index={index} text={option} />
              </li>
            ))}
          </ol>
        </div>
      )}
    </details>
  )
}
