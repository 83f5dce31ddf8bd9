import type { PlaceView } from '@khac-sau/engine'
import { formatScore, formatSeconds, playResult } from '@khac-sau/language'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { Podium, type PodiumPlace } from '../ui/podium.tsx'
import { RankedList } from '../ui/ranked-list.tsx'
import { placeLabel, whyAbove } from './place-words.ts'

/** The first three on the podium, further places (P1) below it. */
export function PublicPlaces({ places }: { readonly places: readonly PlaceView[] }) {
  const text = useMessages(playResult)
  const { locale } = useLanguage()
  if (places.length === 0) return <p>{text.placesEmpty}</p>
  const lines = places.map((place, index) => ({
    ...place,
    key: `${index}-${place.name}`,
    score: text.points({ points: formatScore(place.scoreHundredths, locale) }),
    time: text.seconds({ seconds: formatSeconds(place.totalMillis, locale) }),
    why: whyAbove(place, places[index + 1], text, locale),
  }))
  const ranks = [1, 2, 3]
    .map((rank) => lines.filter((line) => line.rank === rank))
    .filter((people) => people.length > 0)
  const podium = ranks.map((people): PodiumPlace => ({
    rank: people[0]?.rank ?? 0,
    label: placeLabel(people[0]?.rank ?? 0, people.length > 1, text),
    people,
    why: reasonsOf(people),
  }))
  const further = lines.filter((line) => line.rank > 3)
  return (
    <>
      <Podium places={podium} />
      {further.length > 0 && (
        <RankedList
          label={text.places}
          rankLabel={text.rank}
          rows={further.map(({ rank, why, ...line }) => ({ ...line, rank: String(rank), note: why }))}
        />
      )}
    </>
  )
}

/** Why they share the place, if it is for the error of measurement (R4), and why they are above the next. */
function reasonsOf(
  people: readonly { readonly aboveNext: PlaceView['aboveNext']; readonly why: string | undefined }[],
) {
  const joint = people.slice(0, -1).find(({ aboveNext }) => aboveNext === 'within-error')
  const reasons = [joint?.why, people[people.length - 1]?.why].filter((why) => why !== undefined)
  return reasons.length > 0 ? reasons.join('. ') : undefined
}
