import type { HostRankingRow } from '@khac-sau/engine'
import { formatScore, hostLive, hostShell, type Locale } from '@khac-sau/language'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'

type RecountDialogProps = {
  readonly before: readonly HostRankingRow[] | null
  readonly after: readonly HostRankingRow[]
  readonly onClose: () => void
}

type Changed = { readonly before: HostRankingRow; readonly after: HostRankingRow }

/** R6: before and after, for whoever's place or score an amendment changed. */
export function RecountDialog({ before, after, onClose }: RecountDialogProps) {
  const text = useMessages(hostLive)
  const shell = useMessages(hostShell)
  const { locale } = useLanguage()
  const changed = before ? changedRows(before, after) : []
  return (
    <Dialog
      open={before !== null}
      title={text.amendDone}
      onClose={onClose}
      closeLabel={shell.close}
      actions={
        <Button variant="primary" onClick={onClose}>
          {shell.close}
        </Button>
      }
    >
      {changed.length === 0 ? (
        <p>{text.amendNoChange}</p>
      ) : (
        <Table
          caption={text.amendChanges}
          columns={columnsOf(locale)}
          rows={changed}
          rowKey={(row) => row.after.memberId}
        />
      )}
    </Dialog>
  )
}

function columnsOf(locale: Locale): readonly TableColumn<Changed>[] {
  const text = hostLive[locale]
  const written = ({ rank, scoreHundredths }: HostRankingRow) =>
    `${rank ?? '–'} · ${text.points({ score: formatScore(scoreHundredths, locale) })}`
  return [
    { key: 'name', header: text.name, rowHeader: true, cell: (row) => row.after.name },
    { key: 'before', header: text.before, figures: true, cell: (row) => written(row.before) },
    { key: 'after', header: text.after, figures: true, cell: (row) => <b>{written(row.after)}</b> },
  ]
}

function changedRows(before: readonly HostRankingRow[], after: readonly HostRankingRow[]): readonly Changed[] {
  const byId = new Map(before.map((row) => [row.memberId, row]))
  return after.flatMap((row) => {
    const old = byId.get(row.memberId)
    const isChanged = old && (old.rank !== row.rank || old.scoreHundredths !== row.scoreHundredths)
    return isChanged ? [{ before: old, after: row }] : []
  })
}
