import { board as texts } from '@khac-sau/language'
import type { Board } from '@khac-sau/protocol'
import { useMessages } from '../ui/language.tsx'
import { BoardPlaces } from './board-places.tsx'
import { BoardSection, Others, OwnResult } from './board-section.tsx'
import { MonthStrip, MonthStripLegend } from './month-strip.tsx'
import styles from './season-section.module.css'

type Season = Board['season']
type SeasonSectionProps = { readonly year: number; readonly season: Season }

export function SeasonSection({ year, season }: SeasonSectionProps) {
  const text = useMessages(texts)
  return (
    <BoardSection title={text.yearResult({ year })} notes={<p>{text.monthsSoFar({ count: season.months.length })}</p>}>
      {season.places.length > 0 && <BoardPlaces places={season.places} label={text.places} detail={placeDetail} />}
      {season.own && (
        <OwnResult>
          <BoardPlaces places={[season.own]} label={text.ownResult} detail={placeDetail} />
        </OwnResult>
      )}
      <MonthStripLegend />
      <p className={styles.rule}>{text.yearRule}</p>
      <Others names={season.others} />
    </BoardSection>
  )
}

function placeDetail(place: Season['places'][number]) {
  return <PlaceDetail place={place} />
}

function PlaceDetail({ place: { firsts, months } }: { readonly place: Season['places'][number] }) {
  const text = useMessages(texts)
  return (
    <>
      {firsts > 0 && <p className={styles.firsts}>{text.firsts({ count: firsts })}</p>}
      <MonthStrip months={months} />
    </>
  )
}
