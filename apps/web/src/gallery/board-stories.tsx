import type { Board, MonthBoard } from '@khac-sau/protocol'
import type { ComponentType } from 'react'
import { BoardView } from '../board/board-app.tsx'
import type { BoardState } from '../board/use-board.ts'

/** Every state of the public boards, from invented people. */
export const boardStories: Readonly<Record<string, ComponentType>> = {
  'board-own-apart': () => <Story state={{ name: 'ready', board: boardOf(3, 11, 'apart') }} />,
  'board-own-first': () => <Story state={{ name: 'ready', board: boardOf(3, 11, 'first') }} />,
  'board-extra-time': () => <Story state={{ name: 'ready', board: boardOf(3, 11, 'extra-time') }} />,
  'board-extra-time-below': () => <Story state={{ name: 'ready', board: boardOf(3, 11, 'extra-time-below') }} />,
  'board-stranger': () => <Story state={{ name: 'ready', board: boardOf(10, 4, 'none') }} />,
  'board-200': () => <Story state={{ name: 'ready', board: boardOf(3, 197, 'apart') }} />,
  'board-empty': () => <Story state={{ name: 'ready', board: empty }} />,
  'board-loading': () => <Story state={{ name: 'loading' }} />,
  'board-wrong-link': () => <Story state={{ name: 'wrong-link' }} />,
  'board-closed': () => <Story state={{ name: 'closed' }} />,
  'board-offline': () => <Story state={{ name: 'offline' }} />,
}

function Story({ state }: { readonly state: BoardState }) {
  const nothing = () => undefined
  return <BoardView state={state} onRetry={nothing} onYear={nothing} loadOwnData={async () => null} />
}

type Own = 'apart' | 'first' | 'none' | 'extra-time' | 'extra-time-below'
type SeasonPlace = Board['season']['places'][number]

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô']
const middles = ['Thị', 'Văn', 'Thị Phương', 'Hữu', 'Minh', 'Ngọc', 'Thị Thúy', 'Quốc', 'Thanh']
const givens = ['An', 'Bình', 'Chi', 'Dũng', 'Đạt', 'Giang', 'Hòa', 'Khánh', 'Liên', 'Mẫn', 'Oanh', 'Phượng', 'Ẩn']
const months = ['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => `2026-${month}`)
const empty: Board = {
  cellName: 'Chi bộ Trường Tiểu học Sông Trà',
  year: 2027,
  years: [2027, 2026],
  months: [],
  season: { months: [], places: [], others: [], own: null },
}

function name(index: number): string {
  const pick = (list: readonly string[], by: number) => list[Math.floor(index / by + index * 3) % list.length] ?? ''
  return [pick(families, 3), pick(middles, 2), pick(givens, 1)].join(' ')
}

function boardOf(places: number, others: number, own: Own): Board {
  return {
    ...empty,
    year: 2026,
    months: months.map((month) => monthOf(month, places, others, own)),
    season: {
      months,
      places: range(places).map((index) => seasonPlace(index, places, own === 'first' && index === 0)),
      others: range(others).map((index) => name(index + places)),
      own: own === 'apart' ? { ...seasonPlace(6, 0, true), aboveNext: null } : null,
    },
  }
}

function monthOf(month: string, places: number, others: number, own: Own): MonthBoard {
  const line = (index: number, isOwn: boolean) => ({
    rank: index === 2 ? 2 : index + 1,
    name: name(index),
    scoreHundredths: index < 3 ? 1000 : 857,
    totalMillis: [41_237, 43_912, 43_912][index] ?? 60_000 + index * 1_371,
    aboveNext:
      index === places - 1
        ? null
        : index === 1
          ? ('same' as const)
          : index === 2
            ? ('score' as const)
            : ('time' as const),
    own: isOwn,
  })
  return {
    month,
    contests: [{ title: 'Tìm hiểu Nghị quyết số 57-NQ/TW', maximumScore: 10 }],
    places: range(places).map((index) => line(index, own === 'first' && index === 0)),
    apart: own === 'extra-time' ? [3, 4].map((index) => ({ ...apartLine(index), own: index === 3 })) : [],
    others: range(others).map((index) => name(index + places)),
    own: ownMonth(own, line(6, true)),
  }
}

function apartLine(index: number) {
  return { name: name(index), scoreHundredths: 1000 }
}

function ownMonth(own: Own, line: MonthBoard['places'][number]): MonthBoard['own'] {
  if (own === 'apart') return { ...line, extraTime: false, aboveNext: null }
  return own === 'extra-time-below' ? { ...line, rank: null, extraTime: true, aboveNext: null } : null
}

function seasonPlace(index: number, places: number, own: boolean): SeasonPlace {
  const reasons = ['firsts', 'time', 'score'] as const
  return {
    rank: index + 1,
    name: name(index),
    scoreHundredths: [7250, 7250, 7250][index] ?? 6857 - index * 40,
    firsts: [3, 2, 2][index] ?? 0,
    totalMillis: 1_241_237 + index * 20_000,
    aboveNext: index >= places - 1 ? null : (reasons[index % 3] ?? null),
    own,
    months: months.map((month, at) => {
      const outcome =
        (['took-part', 'took-part', 'missed', 'took-part', 'excused', 'took-part', 'took-part', 'took-part'] as const)[
          (at + index) % 8
        ] ?? 'missed'
      if (index === 2 && at < 2) return { month, outcome: 'not-a-member', scoreHundredths: null, first: false }
      return {
        month,
        outcome,
        scoreHundredths: outcome === 'took-part' ? (at === 3 ? null : 917) : outcome === 'missed' ? 0 : null,
        first: outcome === 'took-part' && (at + index) % 3 === 0 && index < 3,
      }
    }),
  }
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
}
