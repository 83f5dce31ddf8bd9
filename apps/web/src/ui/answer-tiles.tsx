import type { ReactNode } from 'react'
import { AnswerTile, type AnswerTileInput, type AnswerTileSize, type AnswerTileState } from './answer-tile.tsx'
import { classNames } from './class-names.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './answer-tiles.module.css'

export type AnswerOption = {
  readonly text: string
  readonly state?: AnswerTileState | undefined
  readonly stateWord?: string | undefined
  readonly note?: ReactNode
}

export type AnswerChoosing = {
  readonly name: string
  /** Several right options: checkboxes instead of radio buttons. */
  readonly multiple: boolean
  readonly chosen: readonly number[]
  readonly disabled?: boolean | undefined
  /** `eventAt` is the input event's own time stamp. */
  readonly onChoose: (index: number, eventAt: number) => void
}

type AnswerTilesProps = {
  /** Read before the options by a screen reader; the stem is a good one. */
  readonly legend: string
  readonly options: readonly AnswerOption[]
  readonly size?: AnswerTileSize | undefined
  /** Projector only; a phone has one column. */
  readonly columns?: number | undefined
  /** Without it the tiles only show. */
  readonly choosing?: AnswerChoosing | undefined
}

export function AnswerTiles({ legend, options, size = 'phone', columns = 2, choosing }: AnswerTilesProps) {
  const tiles = options.map((option, index) => (
    <AnswerTile key={index} index={index} size={size} input={choosing && inputAt(choosing, index)} {...option} />
  ))
  const grid = classNames(styles.tiles, styles[size])
  if (choosing) {
    return (
      <fieldset className={styles.choice}>
        <legend>
          <VisuallyHidden>{legend}</VisuallyHidden>
        </legend>
        {/* Chrome 80 lays no grid inside a fieldset itself. */}
        <div className={grid}>{tiles}</div>
      </fieldset>
    )
  }
  return (
    <ol className={grid} aria-label={legend} style={size === 'projector' ? gridColumns(columns) : undefined}>
      {tiles.map((tile, index) => (
        <li className={styles.place} key={index}>
          {tile}
        </li>
      ))}
    </ol>
  )
}

function inputAt({ name, multiple, chosen, disabled, onChoose }: AnswerChoosing, index: number): AnswerTileInput {
  return {
    type: multiple ? 'checkbox' : 'radio',
    name,
    checked: chosen.includes(index),
    disabled,
    onChange: (event) => onChoose(index, event.timeStamp),
  }
}

function gridColumns(columns: number) {
  return { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }
}
