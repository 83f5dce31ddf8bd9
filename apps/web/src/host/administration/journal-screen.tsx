import { formatDateTime, hostAdministration } from '@khac-sau/language'
import type { AdministrationJournal, AdministrationLine } from '@khac-sau/protocol'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from '../account/rows.module.css'
import { PageHead } from '../parts/page-head.tsx'

type JournalScreenProps = {
  readonly page: AdministrationJournal
  /** `null` on the newest page. */
  readonly before: number | null
  readonly onBefore: (before: number | null) => void
}

export function JournalScreen({ page: { lines, older }, before, onBefore }: JournalScreenProps) {
  const text = useMessages(hostAdministration)
  return (
    <>
      <PageHead title={text.journal} lead={text.journalLead} />
      {lines.length === 0 ? (
        <EmptyState title={text.journalEmpty}>{text.journalEmptyNext}</EmptyState>
      ) : (
        <ol className={styles.rows}>
          {lines.map((line) => (
            <Line key={line.seq} line={line} />
          ))}
        </ol>
      )}
      <ButtonRow>
        {before !== null && <Button onClick={() => onBefore(null)}>{text.newest}</Button>}
        {older !== null && <Button onClick={() => onBefore(older)}>{text.older}</Button>}
      </ButtonRow>
    </>
  )
}

function Line({ line: { action, atMs, login, cellName, detail } }: { readonly line: AdministrationLine }) {
  const text = useMessages(hostAdministration)
  const who = login === null ? text.atServer : login || text.gone
  return (
    <li className={styles.row}>
      <p>
        <b>{who}</b> {text[action]({ cell: cellName || text.goneCell, detail: detail ?? '' })}
      </p>
      <p className={styles.details}>{formatDateTime(atMs)}</p>
    </li>
  )
}
