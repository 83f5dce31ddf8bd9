import { board as texts } from '@khac-sau/language'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useMessages } from '../ui/language.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { BoardFrame } from './board-frame.tsx'
import { BoardPage } from './board-page.tsx'
import { type BoardState, loadOwnData, useBoard } from './use-board.ts'

/** The month's and the year's board of one cell, for whoever has its address. */
export function BoardApp({ boardKey }: { readonly boardKey: string }) {
  const [year, setYear] = useState<number | null>(null)
  const { state, retry } = useBoard(boardKey, year)
  return (
    <BoardView
      state={state}
      onRetry={retry}
      onYear={setYear}
      loadOwnData={(language) => loadOwnData(boardKey, language)}
    />
  )
}

type BoardViewProps = {
  readonly state: BoardState
  readonly onRetry: () => void
  readonly onYear: (year: number) => void
  readonly loadOwnData: Parameters<typeof BoardPage>[0]['loadOwnData']
}

export function BoardView({ state, onRetry, onYear, loadOwnData: load }: BoardViewProps) {
  const text = useMessages(texts)
  switch (state.name) {
    case 'loading':
      return (
        <BoardFrame>
          <Spinner label={text.loading} alone />
        </BoardFrame>
      )
    case 'wrong-link':
      return (
        <BoardFrame>
          <EmptyState title={text.wrongLinkTitle} alone>
            {text.wrongLinkHint}
          </EmptyState>
        </BoardFrame>
      )
    case 'closed':
      return (
        <BoardFrame>
          <EmptyState title={text.closedTitle} alone>
            {text.closedHint}
          </EmptyState>
        </BoardFrame>
      )
    case 'offline':
      return (
        <BoardFrame>
          <EmptyState title={text.offlineTitle} action={<Button onClick={onRetry}>{text.retry}</Button>} alone>
            {text.offlineHint}
          </EmptyState>
        </BoardFrame>
      )
    case 'ready':
      return (
        <BoardFrame>
          <BoardPage key={state.board.year} board={state.board} onYear={onYear} loadOwnData={load} />
        </BoardFrame>
      )
  }
}
