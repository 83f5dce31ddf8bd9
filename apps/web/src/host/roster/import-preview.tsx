import { hostImport } from '@khac-sau/language'
import type { Member, RosterField, RosterImport, RosterPreview } from '@khac-sau/protocol'
import { useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useMessages } from '../../ui/language.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import type { Failed, HostFailure } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useLastChangeWords } from '../parts/last-change-words.ts'
import { PageHead } from '../parts/page-head.tsx'
import { ImportColumns } from './import-columns.tsx'
import { ImportProblems } from './import-problems.tsx'
import {
  importOf,
  type ImportRow,
  importRows,
  isOpenQuestion,
  type RosterChanges,
  type RowStatus,
  statusesOf,
} from './import-rows.ts'
import { ImportTable } from './import-table.tsx'
import styles from './import-preview.module.css'

export type ImportPreviewProps = {
  readonly preview: RosterPreview
  readonly members: readonly Member[]
  readonly busy: boolean
  readonly failure: HostFailure | null
  readonly lastChange?: Failed['lastChange']
  /** The columns hold something else than was recognised. */
  readonly onUses: (uses: readonly (RosterField | null)[]) => void
  /** The roster is another by now: whom each row means is to be found out anew. */
  readonly onCompare: () => void
  readonly onSave: (list: RosterImport) => void
  readonly onBack: () => void
}

/** What a list would do to the roster, row by row: corrected here, and stored by one press. */
export function ImportPreview(props: ImportPreviewProps) {
  const { preview, members, busy, failure, lastChange, onUses, onCompare, onSave, onBack } = props
  const text = useMessages(hostImport)
  const [rows, setRows] = useState(() => importRows(preview))
  const [hidesUnchanged, setHidesUnchanged] = useState(false)
  const statuses = statusesOf(rows, members)
  const count = (wanted: (status: RowStatus) => boolean) => statuses.filter(wanted).length
  const unchanged = count((status) => status === 'unchanged')
  const replace = (index: number, change: Partial<ImportRow>) =>
    setRows(rows.map((row, place) => (place === index ? { ...row, ...change } : row)))
  return (
    <>
      <PageHead title={text.previewTitle} lead={text.previewLead} />
      {failure === 'conflict' || failure === 'no-such-member' ? (
        <RosterChanged lastChange={lastChange} busy={busy} onCompare={onCompare} />
      ) : (
        <FailureBanner failure={failure} />
      )}
      {preview.columns.length > 1 && <ImportColumns columns={preview.columns} busy={busy} onUses={onUses} />}
      <ImportProblems problems={preview.problems} />
      <div className={styles.summary}>
        <StatusLine>
          {text.summary({
            added: count((status) => status === 'new'),
            changed: count((status) => status === 'changed'),
            unchanged,
            open: count(isOpenQuestion),
          })}
        </StatusLine>
        {unchanged > 0 && unchanged < rows.length && (
          <Checkbox
            label={text.hideUnchanged}
            checked={hidesUnchanged}
            onChange={(event) => setHidesUnchanged(event.target.checked)}
          />
        )}
      </div>
      {rows.length > 0 && (
        <ImportTable
          rows={rows}
          statuses={statuses}
          members={members}
          isHidden={(status) => hidesUnchanged && status === 'unchanged'}
          onChange={replace}
          onRemove={(index) => setRows(rows.filter((_, place) => place !== index))}
        />
      )}
      <SaveBar
        rows={rows}
        statuses={statuses}
        members={members}
        onSave={(changes) => onSave({ revision: preview.revision, ...changes })}
        onBack={onBack}
      />
    </>
  )
}

type RosterChangedProps = Pick<ImportPreviewProps, 'lastChange' | 'busy' | 'onCompare'>

/** Nothing was stored: somebody else may have added the same people. */
function RosterChanged({ lastChange, busy, onCompare }: RosterChangedProps) {
  const text = useMessages(hostImport)
  const wordsOf = useLastChangeWords()
  const action = (
    <Button busy={busy} onClick={onCompare}>
      {text.compareAgain}
    </Button>
  )
  return (
    <Banner tone="error" title={text.rosterChanged} action={action}>
      {wordsOf(lastChange)} {text.rosterChangedNext}
    </Banner>
  )
}

type SaveBarProps = Pick<ImportPreviewProps, 'members' | 'onBack'> & {
  readonly onSave: (changes: RosterChanges) => void
  readonly rows: readonly ImportRow[]
  readonly statuses: readonly RowStatus[]
}

/** As many as one request of the server takes. */
const mostRows = 300

function SaveBar({ rows, statuses, members, onSave, onBack }: SaveBarProps) {
  const text = useMessages(hostImport)
  const list = importOf(rows, members)
  const count = list.added.length + list.changed.length
  const why = whyNot(statuses, count)
  return (
    <div className={styles.actions}>
      <Button variant="primary" size="large" disabled={why !== null} onClick={() => onSave(list)}>
        {text.save({ count })}
      </Button>
      <Button onClick={onBack}>{text.back}</Button>
      <p className={styles.why} role="status">
        {why && text[why]}
      </p>
    </div>
  )
}

function whyNot(statuses: readonly RowStatus[], count: number) {
  if (statuses.includes('nameless')) return 'namelessLeft'
  if (statuses.includes('undecided')) return 'undecidedLeft'
  if (statuses.includes('twin')) return 'twinsLeft'
  if (statuses.length > mostRows) return 'tooManyLeft'
  if (statuses.length === 0) return 'nothingLeft'
  return count === 0 ? 'nothingNew' : null
}
