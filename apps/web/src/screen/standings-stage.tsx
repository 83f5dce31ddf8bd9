import type { ScreenStage, ScreenView } from '@khac-sau/engine'
import { screen } from '@khac-sau/language'
import type { JoinInfo } from '@khac-sau/protocol'
import { classNames } from '../ui/class-names.ts'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { StageShell } from '../ui/stage-shell.tsx'
import { JoinCorner } from './join-corner.tsx'
import { NameColumns } from './name-columns.tsx'
import { nameLists } from './name-lists.ts'
import { PlaceList } from './place-list.tsx'
import { placeGroups } from './place-order.ts'
import { StageBrand } from './stage-brand.tsx'
import type { PlacePositions } from './use-moves.ts'
import styles from './standings-stage.module.css'

type StandingsStageProps = {
  readonly view: ScreenView
  readonly stage: Extract<ScreenStage, { readonly name: 'standings' }>
  readonly join: JoinInfo | null
  readonly positions: PlacePositions
}

/** Between questions, where the committee asked for it: public places (P1), everyone else by name alone. */
export function StandingsStage({ view, stage, join, positions }: StandingsStageProps) {
  const text = useMessages(screen)
  const { locale } = useLanguage()
  const { places, afterQuestion } = stage
  const lists = nameLists(stage, text, locale)
  const note = text.afterQuestion({ question: afterQuestion + 1, total: view.questionCount })
  return (
    <StageShell brand={<StageBrand title={text.standings} note={note} />} aside={<JoinCorner join={join} />}>
      <div className={classNames(styles.standings, lists.length === 0 && styles.alone)}>
        <PlaceList groups={placeGroups(places)} most={4.6} positions={positions} />
        {lists.length > 0 && <NameColumns most={3.2} groups={lists} />}
      </div>
    </StageShell>
  )
}
