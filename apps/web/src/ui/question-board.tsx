import { useLayoutEffect, useRef, useState, type CSSProperties, type RefObject } from 'react'
import { AnswerTiles, type AnswerOption } from './answer-tiles.tsx'
import { classNames } from './class-names.ts'
import { fitQuestion, geometry } from './fit-text.ts'
import styles from './question-board.module.css'

type QuestionBoardProps = {
  readonly stem: string
  /** Empty while the stem stands alone. */
  readonly options: readonly AnswerOption[]
  /** Read with the options by a screen reader. */
  readonly legend: string
}

type Room = { readonly width: number; readonly height: number; readonly unit: number }

/** Stem and options on a projector, as large as the room its parent gives allows. The parent must have a height. */
export function QuestionBoard({ stem, options, legend }: QuestionBoardProps) {
  const board = useRef<HTMLDivElement>(null)
  const room = useRoom(board)
  const fonts = useFontsReady()
  // Of the options themselves: at first there are but places for them.
  const written = options.map(({ text }) => text).join('/')
  const shrink = useShrink(board, `${stem}/${written}/${room?.width}/${room?.height}/${fonts}`)
  const fit = fitQuestion({
    stemCharacters: stem.length,
    optionCharacters: options.length > 0 ? options.map((option) => option.text.length) : [0],
    width: room ? room.width / room.unit : 165,
    height: room ? room.height / room.unit : 70,
  })
  return (
    <div
      ref={board}
      className={classNames(styles.board, options.length === 0 && styles.alone)}
      style={sizesOf(fit.stemSize * shrink, fit.optionSize * shrink)}
    >
      <h1 className={styles.stem}>{stem}</h1>
      {options.length > 0 && <AnswerTiles legend={legend} options={options} size="projector" columns={fit.columns} />}
    </div>
  )
}

function sizesOf(stem: number, option: number): CSSProperties {
  const properties: Record<`--${string}`, string | number> = {
    '--stem-size': `calc(var(--unit) * ${stem.toFixed(2)})`,
    '--option-size': `calc(var(--unit) * ${option.toFixed(2)})`,
    '--tile-gap': geometry.gap,
    '--tile-column': geometry.columnWidth,
    '--tile-padding-x': geometry.paddingX,
    '--tile-padding-y': geometry.paddingY,
    '--stem-bottom': geometry.stemBottom,
  }
  return properties
}

function useRoom(board: RefObject<HTMLDivElement | null>): Room | undefined {
  const [room, setRoom] = useState<Room>()
  useLayoutEffect(() => {
    const element = board.current
    if (!element) return undefined
    const measure = () => {
      const unit = Math.min(window.innerHeight / 100, (window.innerWidth * 9) / 1600)
      setRoom({ width: element.clientWidth, height: element.clientHeight, unit })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [board])
  return room
}

/** The stand-in font is narrower: what fitted before ours arrived may not fit after. */
function useFontsReady(): boolean {
  const [ready, setReady] = useState(false)
  useLayoutEffect(() => {
    let mounted = true
    void document.fonts.ready.then(() => mounted && setReady(true))
    return () => {
      mounted = false
    }
  }, [])
  return ready
}

const smallestShrink = 0.5

/** The model of fit-text.ts guesses line breaks; where the guess was too hopeful, the drawing corrects it. */
function useShrink(board: RefObject<HTMLDivElement | null>, question: string): number {
  const [state, setState] = useState({ question, shrink: 1 })
  const shrink = state.question === question ? state.shrink : 1
  useLayoutEffect(() => {
    const element = board.current
    if (!element || shrink <= smallestShrink) return
    if (element.scrollHeight > element.clientHeight + 1) setState({ question, shrink: shrink * 0.96 })
  }, [board, question, shrink])
  return shrink
}
