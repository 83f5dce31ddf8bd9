import type { ScreenStage, ScreenView } from '@khac-sau/engine'
import { formatMonth, formatScore, formatSeconds, screen } from '@khac-sau/language'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { Podium, type PodiumPlace } from '../ui/podium.tsx'
import { StageShell } from '../ui/stage-shell.tsx'
import { NameColumns, type NameGroup } from './name-columns.tsx'
import { countNames, nameLists } from './name-lists.ts'
import { PlaceBands } from './place-bands.tsx'
import { PlaceList } from './place-list.tsx'
import { groupReason, placeGroups, type PlaceGroup, rankWord } from './place-order.ts'
import { StageBrand } from './stage-brand.tsx'
import styles from './podium-stage.module.css'

type PodiumStageProps = {
  readonly view: ScreenView
  readonly stage: Extract<ScreenStage, { readonly name: 'podium' }>
}

/** The result: the first is commended, every order is explained (R7), and nobody below the public places has a score (P1). */
export function PodiumStage({ view, stage }: PodiumStageProps) {
  const text = useMessages(screen)
  const { locale } = useLanguage()
  const lists = nameLists(stage, text, locale)
  const note = `${view.cellName} · ${view.title}`
  return (
    <StageShell
      brand={<StageBrand mark title={text.resultOf({ month: formatMonth(view.month, locale) })} note={note} />}
      aside={<SettledMark settled={view.settled} />}
    >
      {stage.places.length === 0 && lists.length === 0 ? (
        <p className={styles.nobody}>{text.nobodyTookPart}</p>
      ) : (
        <Result groups={placeGroups(stage.places)} lists={lists} />
      )}
    </StageShell>
  )
}

/** C8, with shape and words: a provisional result must not be taken for the last word from the back row. */
function SettledMark({ settled }: { readonly settled: boolean }) {
  const text = useMessages(screen)
  return (
    <p className={classNames(styles.mark, settled ? styles.settled : styles.provisional)}>
      <Icon name={settled ? 'seal' : 'clock'} />
      <span>{settled ? text.settled : text.provisional}</span>
    </p>
  )
}

type ResultProps = { readonly groups: readonly PlaceGroup[]; readonly lists: readonly NameGroup[] }

/** As ceremonial as the number of people allows: steles for three, bands for joint ranks, one list for very many. */
function Result({ groups, lists }: ResultProps) {
  const listed = countNames(lists)
  const steps = groups.filter(({ rank }) => rank <= 3)
  const rest = groups.slice(steps.length)
  if (countOf(groups) > mostOutsideList) return <WholeList groups={groups} lists={lists} />
  if (rest.length === 0 && countOf(steps) <= 3 && listed <= mostUnderSteles) {
    return <Steles groups={groups} lists={lists} />
  }
  const isAlone = rest.length === 0 && listed === 0
  const halves = rest.length > 0 && listed > 0 && (listed > mostUnderSteles ? 'even' : 'uneven')
  return (
    <div className={classNames(styles.result, !isAlone && styles.beside)}>
      <PlaceBands groups={steps} next={rest[0]} />
      {!isAlone && (
        <div className={classNames(styles.side, halves && styles[halves])}>
          {rest.length > 0 && <PlaceList groups={rest} most={2.8} reasons />}
          <Beside lists={lists} />
        </div>
      )}
    </div>
  )
}

const mostOutsideList = 24
const mostUnderSteles = 30

function Steles({ groups, lists }: ResultProps) {
  const text = useMessages(screen)
  const { locale } = useLanguage()
  const places = groups.map((group, index): PodiumPlace => ({
    rank: group.rank,
    label: rankWord(group, text),
    people: group.people.map((place, person) => ({
      key: String(person),
      name: place.name,
      score: text.points({ score: formatScore(place.scoreHundredths, locale) }),
      time: text.seconds({ seconds: formatSeconds(place.totalMillis, locale) }),
    })),
    why: groupReason(group, groups[index + 1], text, locale) ?? undefined,
  }))
  return (
    <div className={classNames(styles.result, lists.length > 0 && styles.beneath)}>
      <Podium places={places} size="projector" />
      <Beside lists={lists} />
    </div>
  )
}

function WholeList({ groups, lists }: ResultProps) {
  return (
    <div className={classNames(styles.result, lists.length > 0 && styles.mostly)}>
      <PlaceList groups={groups} most={3.4} reasons />
      <Beside lists={lists} />
    </div>
  )
}

function Beside({ lists }: Pick<ResultProps, 'lists'>) {
  return lists.length > 0 ? <NameColumns most={3} groups={lists} /> : null
}

function countOf(groups: readonly PlaceGroup[]): number {
  return groups.reduce((sum, { people }) => sum + people.length, 0)
}
