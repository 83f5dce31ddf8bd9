import { type AmendmentReason, amendmentReasons, type HostView } from '@khac-sau/engine'
import { hostLive, hostShell } from '@khac-sau/language'
import type { SentHostCommand } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'
import { OptionMark } from '../parts/option-mark.tsx'
import type { Commands } from './use-commands.ts'
import styles from './amend-dialog.module.css'

type Asked = HostView['asked'][number]

type AmendDialogProps = {
  readonly question: Asked | undefined
  readonly commands: Commands
  readonly onClose: () => void
  readonly onAmended: () => void
}

/** R6: void, correct the key, or count again; for everyone, with a reason. */
export function AmendDialog({ question, ...rest }: AmendDialogProps) {
  return question ? <Amendment question={question} {...rest} /> : null
}

function Amendment({ question, commands, onClose, onAmended }: AmendDialogProps & { readonly question: Asked }) {
  const text = useMessages(hostLive)
  const shell = useMessages(hostShell)
  const [way, setWay] = useState<'correct' | 'void'>(question.interrupted ? 'void' : 'correct')
  const [right, setRight] = useState<readonly number[]>(question.right)
  const [reason, setReason] = useState<AmendmentReason>(question.interrupted ? 'interrupted' : 'wrong-key')
  const isSame = right.join() === question.right.join()
  const command = commandOf(question, way, right, reason)
  const amend = async () => {
    const done = await commands.send(command)
    onClose()
    if (done) onAmended()
  }
  return (
    <Dialog
      open
      title={text.amendTitle({ number: question.question + 1 })}
      onClose={onClose}
      closeLabel={shell.close}
      actions={
        <>
          {/* Not *Hủy*, which is what the button beside it does to the question. */}
          <Button onClick={onClose}>{shell.close}</Button>
          <Button
            variant="danger"
            busy={commands.pending !== null}
            disabled={command.type === 'correct' && (right.length === 0 || isSame)}
            onClick={() => void amend()}
          >
            {{ correct: text.amendCorrect, void: text.amendVoid, reinstate: text.amendReinstate }[command.type]}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p className={styles.stem}>{question.stem}</p>
        {question.voided ? (
          <p>{text.amendReinstateHint}</p>
        ) : (
          <>
            <div className={styles.ways} role="group">
              {(['correct', 'void'] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  className={styles.way}
                  aria-pressed={one === way}
                  onClick={() => setWay(one)}
                >
                  {one === 'correct' ? text.amendCorrect : text.amendVoid}
                </button>
              ))}
            </div>
            {way === 'correct' ? (
              <NewKey question={question} right={right} onChange={setRight} />
            ) : (
              <p>{text.amendVoidHint}</p>
            )}
            <Select
              label={text.reason}
              choices={amendmentReasons.map((value) => ({ value, label: text[value] }))}
              value={reason}
              onChange={(event) => setReason(event.target.value as AmendmentReason)}
            />
          </>
        )}
        <p className={styles.hint}>{text.amendLead}</p>
      </div>
    </Dialog>
  )
}

type Amending = Extract<SentHostCommand, { readonly type: 'correct' | 'void' | 'reinstate' }>

function commandOf(
  { question, voided }: Asked,
  way: 'correct' | 'void',
  right: readonly number[],
  reason: AmendmentReason,
): Amending {
  if (voided) return { type: 'reinstate', question }
  return way === 'void' ? { type: 'void', question, reason } : { type: 'correct', question, right, reason }
}

type NewKeyProps = {
  readonly question: Asked
  readonly right: readonly number[]
  readonly onChange: (right: readonly number[]) => void
}

function NewKey({ question, right, onChange }: NewKeyProps) {
  const text = useMessages(hostLive)
  const { counts } = question.distribution
  const [was, is] = [question.right, right]
  const toggle = (index: number) =>
    onChange(is.includes(index) ? is.filter((one) => one !== index) : [...is, index].sort((a, b) => a - b))
  return (
    <fieldset className={styles.key}>
      <legend className={styles.legend}>{text.amendRight}</legend>
      {question.options.map((option, index) => (
        <label key={index} className={classNames(styles.option, is.includes(index) && styles.right)}>
          <input type="checkbox" className={styles.box} checked={is.includes(index)} onChange={() => toggle(index)} />
          <OptionMark index={index} />
          <span>{option}</span>
          <b className={styles.count}>{counts[index] ?? 0}</b>
        </label>
      ))}
      <p className={styles.hint} role="status">
        {is.length === 0 && text.amendChoose}
        {is.length > 0 && is.join() === was.join() && text.amendSame}
        {is.length > 1 && <span>{text.amendSeveral} </span>}
        {is.join() !== was.join() && is.length === 1 && was.length === 1 && (
          <b>{text.rightBefore({ before: counts[was[0] ?? 0] ?? 0, after: counts[is[0] ?? 0] ?? 0 })}</b>
        )}
      </p>
    </fieldset>
  )
}
