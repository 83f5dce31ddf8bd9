import { formatMegabytes, hostAdministration } from '@khac-sau/language'
import { type AdministeredCell, CellCopyMade } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useAction } from '../parts/use-action.ts'
import { administrationKeys } from './administration-queries.ts'
import styles from './cell-row.module.css'

type CellEndingProps = {
  readonly cell: AdministeredCell
  readonly onClose: () => void
  readonly onErase: () => void
  readonly onDone: (words: string) => void
}

/** What an administrator may do with a cell as a whole: a copy for its owner, its end, and the way back from that. */
export function CellEnding({ cell, onClose, onErase, onDone }: CellEndingProps) {
  const text = useMessages(hostAdministration)
  const { locale } = useLanguage()
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const { name } = cell
  const path = `/api/administration/cells/${encodeURIComponent(cell.cellId)}`
  const copy = async () => {
    const outcome = await run(() => request('POST', `${path}/copy`, CellCopyMade))
    if (outcome.ok) onDone(text.copyMade({ cell: name, size: formatMegabytes(outcome.value.bytes, locale) }))
  }
  const reopen = async () => {
    await run(() => request('DELETE', `${path}/closing`, anyAnswer))
    await client.invalidateQueries({ queryKey: administrationKeys.cells })
  }
  return (
    <>
      <FailureBanner failure={failure} />
      {cell.closedAtMs === null ? (
        <div className={styles.ending}>
          <Button variant="quiet" busy={busy} aria-label={text.makeCopyOf({ cell: name })} onClick={() => void copy()}>
            {text.makeCopy}
          </Button>
          <Button variant="quiet" aria-label={text.closeOf({ cell: name })} onClick={onClose}>
            {text.close}
          </Button>
        </div>
      ) : (
        <div className={styles.ending}>
          <Button busy={busy} aria-label={text.reopenOf({ cell: name })} onClick={() => void reopen()}>
            {text.reopen}
          </Button>
          <Button variant="danger" aria-label={text.eraseOf({ cell: name })} onClick={onErase}>
            {text.erase}
          </Button>
        </div>
      )}
    </>
  )
}
