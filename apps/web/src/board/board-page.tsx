import { board as texts } from '@khac-sau/language'
import type { Board } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useMessages } from '../ui/language.tsx'
import { Select } from '../ui/select.tsx'
import { MonthSection } from './month-section.tsx'
import { OwnData } from './own-data.tsx'
import { SeasonSection } from './season-section.tsx'
import styles from './board-page.module.css'

type BoardPageProps = {
  readonly board: Board
  readonly onYear: (year: number) => void
  readonly loadOwnData: Parameters<typeof OwnData>[0]['load']
}

/** The newest month first, then the whole year; only what is settled is on it (C8). */
export function BoardPage({ board, onYear, loadOwnData }: BoardPageProps) {
  const text = useMessages(texts)
  const months = [...board.months].sort((a, b) => (a.month < b.month ? 1 : -1))
  const [chosen, setChosen] = useState<string | null>(null)
  const month = months.find((candidate) => candidate.month === chosen) ?? months[0]
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{text.title}</h1>
          <p className={styles.cell}>{board.cellName}</p>
        </div>
        <div className={styles.choices}>
          {month && (
            <Select
              label={text.month}
              value={month.month}
              choices={months.map((one) => ({
                value: one.month,
                label: text.monthName({ number: Number(one.month.slice(5)) }),
              }))}
              onChange={(event) => setChosen(event.target.value)}
            />
          )}
          <Select
            label={text.year}
            value={String(board.year)}
            choices={yearsOf(board).map((year) => ({ value: String(year), label: String(year) }))}
            onChange={(event) => onYear(Number(event.target.value))}
          />
        </div>
      </header>
      {month ? (
        <div className={styles.boards}>
          <MonthSection board={month} />
          <SeasonSection year={board.year} season={board.season} />
        </div>
      ) : (
        <EmptyState title={text.emptyTitle}>{text.emptyHint({ year: board.year })}</EmptyState>
      )}
      {month && (
        <div className={styles.print}>
          <Button onClick={() => window.print()}>{text.print}</Button>
        </div>
      )}
      {isReadersOwn(board) && <OwnData load={loadOwnData} />}
    </>
  )
}

/** The server marks lines of the reader's own only for a phone that it knows. */
function isReadersOwn({ season }: Board): boolean {
  return season.own !== null || season.places.some(({ own }) => own)
}

function yearsOf({ year, years }: Board): readonly number[] {
  return years.includes(year) ? years : [year, ...years]
}
