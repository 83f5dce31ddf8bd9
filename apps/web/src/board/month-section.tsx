import { board as texts, formatMonth } from '@khac-sau/language'
import type { MonthBoard } from '@khac-sau/protocol'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { BoardPlaces } from './board-places.tsx'
import { Apart, BoardSection, Others, OwnResult } from './board-section.tsx'

export function MonthSection({ board }: { readonly board: MonthBoard }) {
  const text = useMessages(texts)
  const { locale } = useLanguage()
  return (
    <BoardSection
      title={text.monthResult({ month: formatMonth(board.month, locale) })}
      notes={board.contests.map(({ title, maximumScore }) => (
        <p key={title}>{text.maximum({ title, points: maximumScore })}</p>
      ))}
    >
      {board.places.length > 0 && <BoardPlaces places={board.places} label={text.places} />}
      <Apart places={board.apart} />
      {board.own && (
        <OwnResult>
          <BoardPlaces places={[board.own]} label={text.ownResult} />
        </OwnResult>
      )}
      <Others names={board.others} />
    </BoardSection>
  )
}
