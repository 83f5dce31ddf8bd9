import type { HostPerson } from '@khac-sau/engine'
import { hostLivePeople, hostShell } from '@khac-sau/language'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TimeSelect } from '../parts/time-select.tsx'
import { stateOf } from './person-state.ts'
import type { Commands } from './use-commands.ts'
import styles from './person-dialog.module.css'

type PersonDialogProps = {
  readonly person: HostPerson | undefined
  readonly inLobby: boolean
  readonly commands: Commands
  readonly onClose: () => void
}

/** What the host can do about one person, each with what it means. */
export function PersonDialog({ person, inLobby, commands, onClose }: PersonDialogProps) {
  const text = useMessages(hostLivePeople)
  const shell = useMessages(hostShell)
  const [removing, setRemoving] = useState(false)
  if (!person) return null
  const { memberId, name, presence, answered } = person
  const state = stateOf(person)
  const act = async (type: 'mark-left' | 'remove' | 'readmit') => {
    await commands.send({ type, memberId })
    setRemoving(false)
    onClose()
  }
  const busy = commands.pending !== null
  if (removing) {
    return (
      <ConfirmDialog
        open
        title={text.removeTitle({ name })}
        confirmLabel={text.remove}
        cancelLabel={shell.cancel}
        danger
        busy={busy}
        onConfirm={() => void act('remove')}
        onCancel={() => setRemoving(false)}
      >
        <p>{text.removeHint}</p>
      </ConfirmDialog>
    )
  }
  return (
    <Dialog open title={name} onClose={onClose} closeLabel={shell.close}>
      <p>
        <b>{text[state]}</b>
        {answered !== null && presence === 'joined' && ` · ${answered ? text.answered : text.notAnswered}`}
      </p>
      {state === 'disconnected' && <p>{text.disconnectedHint}</p>}
      {inLobby && presence !== 'removed' && <OwnTime person={person} commands={commands} />}
      {presence === 'joined' && (
        <Choice hint={text.markLeftHint}>
          <Button block busy={busy} onClick={() => void act('mark-left')}>
            {text.markLeft}
          </Button>
        </Choice>
      )}
      {presence === 'removed' ? (
        <Choice hint={text.readmitHint}>
          <Button variant="primary" block busy={busy} onClick={() => void act('readmit')}>
            {text.readmit}
          </Button>
        </Choice>
      ) : (
        <Choice hint={text.removeHint}>
          <Button variant="danger" block onClick={() => setRemoving(true)}>
            {text.remove}
          </Button>
        </Choice>
      )}
    </Dialog>
  )
}

/** A9 */
function OwnTime({ person, commands }: { readonly person: HostPerson; readonly commands: Commands }) {
  const text = useMessages(hostLivePeople)
  const { memberId, timePercent } = person
  return (
    <TimeSelect
      label={text.timeTitle}
      hint={text.timeHint}
      normal={text.timeNormal}
      more={text.timeMore}
      disabled={commands.pending !== null}
      value={timePercent}
      onChange={(chosen) => void commands.send({ type: 'give-time', memberId, timePercent: chosen })}
    />
  )
}

function Choice({ hint, children }: { readonly hint: string; readonly children: ReactNode }) {
  return (
    <div className={styles.choice}>
      {children}
      <p className={styles.hint}>{hint}</p>
    </div>
  )
}
