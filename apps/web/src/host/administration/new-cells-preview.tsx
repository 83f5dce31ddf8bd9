import { hostAdministration } from '@khac-sau/language'
import { type CellListPreview, mostNewCells } from '@khac-sau/protocol'
import { useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from '../account/rows.module.css'
import type { HostFailure } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { canBeMade, orderOf, type CellListRow, type NewCellsOrder } from './new-cells-order.ts'
import { ValidDays, type ValidDaysValue } from './valid-days.tsx'

export type { NewCellsOrder } from './new-cells-order.ts'

type NewCellsPreviewProps = {
  readonly preview: CellListPreview
  readonly busy: boolean
  readonly failure: HostFailure | null
  readonly onMake: (order: NewCellsOrder) => void
  readonly onBack: () => void
}

/** What a list would make, row by row; a row with a problem costs no other. */
export function NewCellsPreview({ preview, busy, failure, onMake, onBack }: NewCellsPreviewProps) {
  const text = useMessages(hostAdministration)
  const [lines, setLines] = useState<ReadonlySet<number>>(
    () => new Set(preview.rows.flatMap(({ line, problem }) => (problem === null ? line : []))),
  )
  const [validDays, setValidDays] = useState<ValidDaysValue>(30)
  const order = orderOf(preview.rows, lines, validDays)
  const isTooMany = order.cells.length > mostNewCells
  return (
    <>
      <PageHead title={text.previewTitle} lead={text.previewLead} />
      <FailureBanner failure={failure} />
      <ListProblems preview={preview} isTooMany={isTooMany} />
      {preview.rows.length > 0 && (
        <PreviewRows
          rows={preview.rows}
          lines={lines}
          onToggle={(line) => setLines((before) => toggled(before, line))}
        />
      )}
      <Card look="plain">
        <ValidDays value={validDays} onChange={setValidDays} />
        <ButtonRow>
          <Button
            variant="primary"
            size="large"
            busy={busy}
            disabled={order.cells.length === 0 || isTooMany}
            onClick={() => onMake(order)}
          >
            {text.make({ count: order.cells.length })}
          </Button>
          <Button onClick={onBack}>{text.back}</Button>
        </ButtonRow>
      </Card>
    </>
  )
}

function toggled(lines: ReadonlySet<number>, line: number): ReadonlySet<number> {
  const after = new Set(lines)
  if (!after.delete(line)) after.add(line)
  return after
}

type ListProblemsProps = { readonly preview: CellListPreview; readonly isTooMany: boolean }

function ListProblems({ preview, isTooMany }: ListProblemsProps) {
  const text = useMessages(hostAdministration)
  const codes = preview.problems.map(({ problem }) => problem)
  if (isTooMany) return <Banner tone="warning" title={text['too-many']({ limit: mostNewCells })} />
  if (codes.includes('too-large')) return <Banner tone="error" title={text['too-large']} />
  if (codes.includes('empty')) return <Banner tone="error" title={text.empty} />
  return null
}

type PreviewRowsProps = {
  readonly rows: readonly CellListRow[]
  readonly lines: ReadonlySet<number>
  readonly onToggle: (line: number) => void
}

function PreviewRows({ rows, lines, onToggle }: PreviewRowsProps) {
  const text = useMessages(hostAdministration)
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={row.line} className={styles.row}>
          <div>
            {canBeMade(row) ? (
              <Checkbox label={row.name} checked={lines.has(row.line)} onChange={() => onToggle(row.line)} />
            ) : (
              <p>{row.name}</p>
            )}
            <p className={styles.details}>
              {[row.secretaryName, text.line({ line: row.line }), stateWords(row, text)].filter(Boolean).join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function stateWords({ problem, otherLine }: CellListRow, text: (typeof hostAdministration)['vi']): string {
  if (problem === null) return text.isNew
  if (problem === 'duplicate') return text.duplicate({ line: otherLine ?? 0 })
  if (problem === 'too-many') return text['too-many']({ limit: mostNewCells })
  return text[problem]
}
