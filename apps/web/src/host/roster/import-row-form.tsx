import { hostImport, hostRoster } from '@khac-sau/language'
import type { Member } from '@khac-sau/protocol'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { BirthdayField } from './birthday-field.tsx'
import { described } from './described-member.ts'
import { type ImportRow, namesakesOf, type RowStatus } from './import-rows.ts'
import styles from './import-row-form.module.css'

type ImportRowFormProps = {
  readonly row: ImportRow
  readonly status: RowStatus
  readonly members: readonly Member[]
  readonly onChange: (change: Partial<ImportRow>) => void
  /** Not while the row still asks something. */
  readonly onDone: (() => void) | undefined
}

const somebodyNew = 'somebody-new'

export function ImportRowForm({ row, status, members, onChange, onDone }: ImportRowFormProps) {
  const text = useMessages(hostImport)
  const roster = useMessages(hostRoster)
  const namesakes = namesakesOf(row, members)
  const target = row.undecided ? '' : (row.target ?? somebodyNew)
  const choices = [
    ...(row.undecided ? [{ value: '', label: text.choosePerson }] : []),
    ...namesakes.map((member) => ({ value: member.memberId, label: text.thisPerson({ person: described(member) }) })),
    { value: somebodyNew, label: text.otherPerson },
  ]
  const choose = (value: string) =>
    onChange({ target: value === somebodyNew || value === '' ? null : value, undecided: value === '' })
  return (
    <div className={styles.form}>
      {status === 'twin' && <p className={styles.ask}>{text.twin}</p>}
      {status === 'undecided' && <p className={styles.ask}>{text.undecided}</p>}
      <div className={styles.fields}>
        {namesakes.length > 0 && (
          <Select
            label={text.whoIsIt}
            choices={choices}
            value={target}
            onChange={(event) => choose(event.target.value)}
          />
        )}
        <TextField
          label={roster.name}
          maxLength={80}
          error={status === 'nameless' ? roster.nameMissing : undefined}
          value={row.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <TextField
          label={roster.group}
          maxLength={80}
          value={row.groupName}
          onChange={(event) => onChange({ groupName: event.target.value })}
        />
        <TextField
          label={roster.position}
          maxLength={80}
          value={row.position}
          onChange={(event) => onChange({ position: event.target.value })}
        />
        <BirthdayField value={row.birthday} onChange={(birthday) => birthday !== undefined && onChange({ birthday })} />
      </div>
      {onDone && <Button onClick={onDone}>{text.rowDone}</Button>}
    </div>
  )
}
