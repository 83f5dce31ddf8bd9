import type { DistributionBar } from '../ui/distribution.tsx'
import type { PodiumPlace } from '../ui/podium.tsx'
import type { RankedRow } from '../ui/ranked-list.tsx'
import { options, people } from './samples.ts'

export const places: readonly PodiumPlace[] = [
  { rank: 1, label: 'Hạng Nhất', people: [people[0]], why: 'Cùng 10 điểm; 41,2 giây so với 43,9 giây' },
  { rank: 2, label: 'Hạng Nhì', people: [people[1]] },
  { rank: 3, label: 'Đồng hạng Ba', people: [people[2], people[3]], why: 'Bằng điểm và bằng thời gian' },
]

export const jointPlaces: readonly PodiumPlace[] = [
  {
    rank: 1,
    label: 'Đồng hạng Nhất',
    people: Array.from({ length: 6 }, (_, index) => ({
      key: String(index),
      name: people[index % 4]?.name ?? '',
      score: '10 điểm',
      time: `41,${index} giây`,
    })),
    why: 'Cùng 10 điểm; chênh lệch nhỏ hơn sai số đo ±0,15 giây',
  },
  { rank: 7, label: 'Hạng Bảy', people: [people[2]] },
]

export const ranked: readonly RankedRow[] = people.map((person, index) => ({
  ...person,
  rank: ['1', '2', '3', '3', '5'][index] ?? '–',
  own: index === 2,
  note: index === 2 ? 'Đồng chí' : undefined,
}))

export const bars: readonly DistributionBar[] = [17, 4, 2, 8].map((count, index) => ({
  index,
  count,
  text: options[index],
  rightWord: index === 0 ? 'Đáp án đúng' : undefined,
}))
