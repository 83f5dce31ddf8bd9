import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { phoneTextStep } from './fit-text.ts'
import { Icon, type IconName } from './icon.tsx'
import { OptionBadge, optionHueClass } from './option-badge.tsx'
import { useTouchPress } from './use-touch-press.ts'
import styles from './answer-tile.module.css'

export type AnswerTileState = 'idle' | 'chosen' | 'submitted' | 'right' | 'wrong-chosen' | 'dimmed'

export type AnswerTileSize = 'phone' | 'projector'

export type AnswerTileInput = {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly checked: boolean
  readonly disabled?: boolean | undefined
  readonly onChange: (event: { readonly timeStamp: number }) => void
}

export type AnswerTileProps = {
  /** The place among the options: it decides letter, shape and hue. */
  readonly index: number
  readonly text: string
  readonly state?: AnswerTileState | undefined
  /** Says the state in words ("Đã nộp"); without it the state would be a colour and an icon only. */
  readonly stateWord?: string | undefined
  /** A short figure beside the text, such as how many chose it. */
  readonly note?: ReactNode
  readonly size?: AnswerTileSize | undefined
  /** Makes the tile a choice. Without it the tile only shows. */
  readonly input?: AnswerTileInput | undefined
}

export function AnswerTile({ index, state = 'idle', size = 'phone', input, ...content }: AnswerTileProps) {
  const className = classNames(styles.tile, optionHueClass(index), styles[state], styles[size])
  if (!input) {
    return (
      <div className={className}>
        <Face index={index} state={state} size={size} {...content} />
      </div>
    )
  }
  return (
    <label className={className}>
      <TileInput {...input} />
      <Face index={index} state={state} size={size} input={input} {...content} />
    </label>
  )
}

function TileInput(input: AnswerTileInput) {
  const touch = useTouchPress(input.disabled ? undefined : input.onChange)
  return <input className={styles.input} {...input} {...touch} />
}

type FaceProps = AnswerTileProps & { readonly state: AnswerTileState; readonly size: AnswerTileSize }

function Face({ index, text, state, stateWord, note, size, input }: FaceProps) {
  const icon = stateIcons[state]
  return (
    <span className={styles.face}>
      <span className={classNames(styles.column, index >= 4 && styles.hatched)}>
        <OptionBadge index={index} size={size === 'projector' ? 'calc(var(--unit) * 7.4)' : 'min(3rem, 54px)'} />
      </span>
      <span className={classNames(styles.text, size === 'phone' && styles[phoneTextStep(text.length)])}>{text}</span>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      {input && <span className={classNames(styles.ring, input.type === 'checkbox' && styles.square)} aria-hidden />}
      {stateWord && (
        <span className={styles.plaque}>
          {icon && <Icon name={icon} size="1.1em" />}
          <span>{stateWord}</span>
        </span>
      )}
    </span>
  )
}

const stateIcons: Readonly<Record<AnswerTileState, IconName | undefined>> = {
  idle: undefined,
  chosen: undefined,
  submitted: 'seal',
  right: 'tick',
  'wrong-chosen': 'cross',
  dimmed: undefined,
}
