import type { HostView } from '@khac-sau/engine'
import { hostLive, hostShell } from '@khac-sau/language'
import type { SentHostCommand } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyList } from '../../ui/key-list.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { Commands } from './use-commands.ts'
import styles from './controls.module.css'

export type OpenDialog = 'end-question' | 'finish' | 'settle' | 'unsettle' | 'keys'

type ControlDialogsProps = {
  readonly open: OpenDialog | null
  readonly view: HostView
  readonly commands: Commands
  readonly onClose: () => void
}

/** What is asked about before it is done. */
export function ControlDialogs({ open, view, commands, onClose }: ControlDialogsProps) {
  const doAndClose = async (command: SentHostCommand) => {
    await commands.send(command)
    onClose() // A refusal is read on the page itself, where it stays.
  }
  switch (open) {
    case 'end-question':
      return <EndQuestion view={view} commands={commands} onClose={onClose} onDo={doAndClose} />
    case 'finish':
      return <Finish view={view} commands={commands} onClose={onClose} onDo={doAndClose} />
    case 'settle':
    case 'unsettle':
      return <Settlement type={open} commands={commands} onClose={onClose} onDo={doAndClose} />
    case 'keys':
      return <KeysDialog onClose={onClose} />
    case null:
      return null
  }
}

type AskProps = {
  readonly commands: Commands
  readonly onClose: () => void
  readonly onDo: (command: SentHostCommand) => Promise<void>
}

/** A7: the host sees how many have not answered. Open no longer than the question itself. */
function EndQuestion({ view, commands, onClose, onDo }: AskProps & { readonly view: HostView }) {
  const text = useMessages(hostLive)
  const { stage } = view
  const someHaveTime = stage.name === 'closing' && stage.someHaveTime
  if (stage.name !== 'open' && !someHaveTime) return null
  const { answered, expected } = stage.progress
  return (
    <ConfirmDialog
      open
      title={text.endQuestionTitle}
      confirmLabel={text.endQuestionConfirm}
      cancelLabel={text.keep}
      danger
      busy={commands.pending !== null}
      onConfirm={() => void onDo({ type: 'end-question', openingId: stage.openingId })}
      onCancel={onClose}
    >
      <p className={styles.warning}>
        <b>{text.endQuestionText({ missing: Math.max(0, expected - answered) })}</b>
      </p>
      {someHaveTime && (
        <p className={styles.warning}>
          <b>{text.endQuestionExtra({ count: view.people.filter(({ hasTime }) => hasTime).length })}</b>
        </p>
      )}
      <p>{text.endQuestionNext}</p>
    </ConfirmDialog>
  )
}

/** Two steps: what cannot be undone is said, and then agreed to. */
function Finish({ view, commands, onClose, onDo }: AskProps & { readonly view: HostView }) {
  const text = useMessages(hostLive)
  const [understood, setUnderstood] = useState(false)
  const left = view.questionCount - view.asked.length
  return (
    <Dialog
      open
      title={text.finishTitle}
      onClose={onClose}
      closeLabel={text.goOn}
      actions={
        <>
          <Button onClick={onClose} autoFocus>
            {text.goOn}
          </Button>
          <Button
            variant="danger"
            disabled={!understood}
            busy={commands.pending !== null}
            onClick={() => void onDo({ type: 'finish' })}
          >
            {text.finishConfirm}
          </Button>
        </>
      }
    >
      <p className={styles.warning}>
        {text.finishText({ left })} {left > 0 && text.finishNoUndo}
      </p>
      <Checkbox
        label={text.finishUnderstood}
        checked={understood}
        onChange={(event) => setUnderstood(event.target.checked)}
      />
    </Dialog>
  )
}

function Settlement({ type, commands, onClose, onDo }: AskProps & { readonly type: 'settle' | 'unsettle' }) {
  const text = useMessages(hostLive)
  const isSettling = type === 'settle'
  return (
    <ConfirmDialog
      open
      title={isSettling ? text.settleTitle : text.unsettleTitle}
      confirmLabel={isSettling ? text.settleConfirm : text.unsettleConfirm}
      cancelLabel={isSettling ? text.notYet : text.keep}
      danger={!isSettling}
      busy={commands.pending !== null}
      onConfirm={() => void onDo({ type })}
      onCancel={onClose}
    >
      <p>{isSettling ? text.settleText : text.unsettleText}</p>
    </ConfirmDialog>
  )
}

function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useMessages(hostLive)
  const shell = useMessages(hostShell)
  const keys: readonly (readonly [key: string, action: string])[] = [
    [`${text.keySpace} / →`, text.keyPrimary],
    ['C', text.cutLead],
    ['T', text.extend],
    ['K', text.endQuestion],
    ['P', text.pause],
    ['B', text.showStandings],
    ['F', text.finish],
    ['M', text.openScreen],
    ['?', text.keyHelp],
  ]
  return (
    <Dialog open title={text.keys} onClose={onClose} closeLabel={shell.close}>
      <KeyList keys={keys} />
    </Dialog>
  )
}
