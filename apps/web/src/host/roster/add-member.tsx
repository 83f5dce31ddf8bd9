import { hostRoster, hostShell } from '@khac-sau/language'
import type { Member } from '@khac-sau/protocol'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useAction } from '../parts/use-action.ts'
import { BirthdayField } from './birthday-field.tsx'
import type { RosterActions } from './roster-actions.ts'
import { indistinguishable, isSameName } from './same-people.ts'
import styles from './member-form.module.css'

type AddMemberProps = {
  readonly members: readonly Member[]
  readonly actions: RosterActions
  readonly onClose: () => void
}

export function AddMember({ members, actions, onClose }: AddMemberProps) {
  const text = useMessages(hostRoster)
  const shell = useMessages(hostShell)
  const { busy, failure, run } = useAction()
  const [name, setName] = useState('')
  const [groupName, setGroupName] = useState('')
  const [position, setPosition] = useState('')
  const [birthday, setBirthday] = useState<string | null | undefined>(null)
  const [tried, setTried] = useState(false)
  const active = members.filter((member) => member.active)
  const hasNamesake = active.some((member) => isSameName(member.name, name))
  const isTwin = hasNamesake && indistinguishable([{ name, groupName, position, birthday }], active).size > 0
  const add = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || isTwin || birthday === undefined) return
    const texts = { name: name.trim(), groupName: groupName.trim(), position: position.trim() }
    const outcome = await run(() => actions.add([{ ...texts, birthday: hasNamesake ? birthday : null }]))
    if (outcome.ok) onClose()
  }
  return (
    <Card title={text.add}>
      <form className={styles.form} noValidate onSubmit={(event) => void add(event)}>
        <FailureBanner failure={failure} />
        <div className={styles.fields}>
          <TextField
            label={text.name}
            error={tried && name.trim() === '' ? text.nameMissing : undefined}
            maxLength={80}
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={text.group}
            hint={isTwin ? undefined : text.groupHint}
            error={isTwin ? text.sameNameHint : undefined}
            maxLength={80}
            value={groupName}
            onChange={(event) => setGroupName(event.target.value)}
          />
          <TextField
            label={text.position}
            hint={text.groupHint}
            maxLength={80}
            value={position}
            onChange={(event) => setPosition(event.target.value)}
          />
          {/* P2: asked for only where it tells two people apart. */}
          {hasNamesake && <BirthdayField value={null} onChange={setBirthday} />}
        </div>
        <div className={styles.actions}>
          <Button variant="primary" type="submit" busy={busy}>
            {shell.save}
          </Button>
          <Button onClick={onClose}>{shell.cancel}</Button>
        </div>
      </form>
    </Card>
  )
}
