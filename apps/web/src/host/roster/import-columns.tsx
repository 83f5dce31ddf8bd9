import { hostImport, importFields } from '@khac-sau/language'
import { RosterField, type RosterPreview } from '@khac-sau/protocol'
import { useMessages } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'
import { Fold } from '../parts/fold.tsx'
import styles from './import-columns.module.css'

type ImportColumnsProps = {
  readonly columns: RosterPreview['columns']
  readonly busy: boolean
  readonly onUses: (uses: readonly (RosterField | null)[]) => void
}

/** Which column was understood as what; another choice reads the list anew. */
export function ImportColumns({ columns, busy, onUses }: ImportColumnsProps) {
  const text = useMessages(hostImport)
  const fields = useMessages(importFields)
  const unused = columns.filter(({ use }) => use === null).length
  const choose = (chosen: number, value: string) => {
    const use = RosterField.safeParse(value).data ?? null
    // One column for each thing: what is chosen here is taken from where it was.
    onUses(columns.map((column, index) => (index === chosen ? use : column.use === use ? null : column.use)))
  }
  const choices = [
    { value: '', label: text.ignored },
    ...RosterField.options.map((value) => ({ value, label: fields[value] })),
  ]
  return (
    <Fold title={text.columnsTitle} note={text.columnsNote({ used: columns.length - unused, unused })}>
      <p className={styles.lead}>{text.columnsLead}</p>
      <div className={styles.columns}>
        {columns.map(({ label, use }, index) => (
          <Select
            // Columns have no name of their own, and never change places.
            key={`${index}/${label}`}
            label={label === '' ? text.columnNumber({ number: index + 1 }) : label}
            choices={choices}
            disabled={busy}
            value={use ?? ''}
            onChange={(event) => choose(index, event.target.value)}
          />
        ))}
      </div>
    </Fold>
  )
}
