import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './table.module.css'

export type TableColumn<Row> = {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand right and share one width. */
  readonly figures?: boolean | undefined
  /** Says itself what it is, in a row that is a block. */
  readonly label?: false | undefined
  /** The cell that names its row. */
  readonly rowHeader?: boolean | undefined
}

type TableProps<Row> = {
  readonly caption: string
  readonly hideCaption?: boolean | undefined
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** On a phone each row is a block of its lines, so that what is done at its end is reached without rolling sideways. */
  readonly stacked?: boolean | undefined
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode
}

export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption = false, columns, rows, rowKey, stacked = false, empty } = props
  return (
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      {/* A row that is laid out as a block is no row any more for some readers; the roles say that it is. */}
      <table role="table" className={classNames(styles.table, stacked && styles.stacked)}>
        <caption className={styles.caption}>
          {hideCaption ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                className={classNames(styles.head, column.figures && styles.figures)}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" className={styles.row}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  )
}

function Cell<Row>({ column, row }: { readonly column: TableColumn<Row>; readonly row: Row }) {
  const className = classNames(styles.cell, column.figures && styles.figures)
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader" className={className}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td role="cell" data-label={column.label === false ? undefined : column.header} className={className}>
      {column.cell(row)}
    </td>
  )
}
