import { formatMonth, hostImport, hostRoster, importFields, importStatuses } from '@khac-sau/language'
import type { Member } from '@khac-sau/protocol'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { birthdayText } from './birthday.ts'
import { changeOf, type ImportRow, isOpenQuestion, type RowStatus } from './import-rows.ts'
import { ImportRowForm } from './import-row-form.tsx'
import styles from './import-table.module.css'

type ImportTableProps = {
  readonly rows: readonly ImportRow[]
  readonly statuses: readonly RowStatus[]
  readonly members: readonly Member[]
  readonly isHidden: (status: RowStatus) => boolean
  readonly onChange: (index: number, change: Partial<ImportRow>) => void
  readonly onRemove: (index: number) => void
}

/** A row that somebody has to decide on stands open as a form; every other opens on request. */
export function ImportTable({ rows, statuses, members, isHidden, onChange, onRemove }: ImportTableProps) {
  const text = useMessages(hostImport)
  const roster = useMessages(hostRoster)
  const fields = useMessages(importFields)
  const byId = new Map(members.map((member) => [member.memberId, member]))
  return (
    <table className={styles.table}>
      <thead className={styles.head}>
        <tr>
          <th scope="col">{text.lineHead}</th>
          <th scope="col">{roster.name}</th>
          <th scope="col">{roster.group}</th>
          <th scope="col">{roster.position}</th>
          <th scope="col">{fields.birthday}</th>
          <th scope="col">{text.monthsHead}</th>
          <th scope="col">{text.statusHead}</th>
          <th scope="col">
            <VisuallyHidden>{roster.edit}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const status = statuses[index] ?? 'unchanged'
          if (isHidden(status)) return null
          return (
            <ImportTableRow
              key={row.line}
              row={row}
              status={status}
              member={row.target === null ? undefined : byId.get(row.target)}
              members={members}
              onChange={(change) => onChange(index, change)}
              onRemove={() => onRemove(index)}
            />
          )
        })}
      </tbody>
    </table>
  )
}

type ImportTableRowProps = {
  readonly row: ImportRow
  readonly status: RowStatus
  readonly member: Member | undefined
  readonly members: readonly Member[]
  readonly onChange: (change: Partial<ImportRow>) => void
  readonly onRemove: () => void
}

function ImportTableRow({ row, status, member, members, onChange, onRemove }: ImportTableRowProps) {
  const text = useMessages(hostImport)
  const roster = useMessages(hostRoster)
  const outcomes = useMessages(importStatuses)
  const [isEdited, setIsEdited] = useState(false)
  const { name } = row
  const isOpen = isEdited || isOpenQuestion(status)
  return (
    <>
      <tr className={classNames(styles.row, styles[status])}>
        <td className={styles.line}>{row.line}</td>
        <ReadCells row={row} member={member} />
        <td>
          <span className={styles.status}>{outcomes[status]}</span>
        </td>
        <td className={styles.actions}>
          {!isOpen && (
            <Button
              icon="edit"
              variant="quiet"
              aria-label={roster.editPerson({ name })}
              onClick={() => setIsEdited(true)}
            >
              {roster.edit}
            </Button>
          )}
          <IconButton icon="trash" label={text.remove({ name })} onClick={onRemove} />
        </td>
      </tr>
      {isOpen && (
        <tr className={styles.open}>
          <td colSpan={8}>
            <ImportRowForm
              row={row}
              status={status}
              members={members}
              onChange={onChange}
              onDone={isEdited ? () => setIsEdited(false) : undefined}
            />
          </td>
        </tr>
      )}
    </>
  )
}

function ReadCells({ row, member }: { readonly row: ImportRow; readonly member: Member | undefined }) {
  const { locale } = useLanguage()
  const change = member ? changeOf(row, member) : null
  const monthsOf = (fromMonth: string | null | undefined, toMonth: string | null | undefined) =>
    [fromMonth, toMonth].map((month) => (month ? formatMonth(month, locale) : '')).join(' – ')
  const months = monthsOf(row.fromMonth, row.toMonth)
  const hasMonths = row.fromMonth !== null || row.toMonth !== null
  const areMonthsNew = change?.fromMonth !== undefined || change?.toMonth !== undefined
  return (
    <>
      <th scope="row">
        <Value before={change?.name === undefined ? null : member?.name}>{row.name}</Value>
      </th>
      <td>
        <Value before={change?.groupName === undefined ? null : member?.groupName}>{row.groupName}</Value>
      </td>
      <td>
        <Value before={change?.position === undefined ? null : member?.position}>{row.position}</Value>
      </td>
      <td>
        <Value before={change?.birthday === undefined ? null : birthdayText(member?.birthday ?? null)}>
          {birthdayText(row.birthday)}
        </Value>
      </td>
      <td>
        <Value before={areMonthsNew ? monthsOf(member?.fromMonth, member?.toMonth) : null}>
          {hasMonths ? months : ''}
        </Value>
      </td>
    </>
  )
}

/** What was there before stands struck through above it. */
function Value({ before, children }: { readonly before: string | null | undefined; readonly children: ReactNode }) {
  if (before === null || before === undefined) return children
  return (
    <>
      {before !== '' && <del className={styles.before}>{before}</del>}
      <ins className={styles.after}>{children}</ins>
    </>
  )
}
