import { useState, type ReactNode } from 'react'
import type { AnswerOption } from '../ui/answer-tiles.tsx'
import { Clock } from '../ui/clock.tsx'
import { Logo } from '../ui/logo.tsx'
import { Progress } from '../ui/progress.tsx'
import { QuestionBoard } from '../ui/question-board.tsx'
import { RunningClock } from '../ui/running-clock.tsx'
import { StageShell } from '../ui/stage-shell.tsx'
import { longOptions, longStem, options, stem } from './samples.ts'

const now = () => Date.now()

export function ProjectorStemView() {
  return <Question stem={stem} options={[]} clock={<Clock remainingMillis={30_000} totalMillis={30_000} {...wide} />} />
}

export function ProjectorQuestionView() {
  const [closesAt] = useState(() => Date.now() + 29_000)
  return (
    <Question
      stem={stem}
      options={options.map((text) => ({ text }))}
      clock={<RunningClock closesAt={closesAt} totalMillis={30_000} now={now} {...wide} />}
    />
  )
}

export function ProjectorLongestView() {
  return (
    <Question
      stem={longStem}
      options={longOptions.map((text) => ({ text }))}
      clock={<Clock remainingMillis={8_000} totalMillis={30_000} {...wide} />}
    />
  )
}

export function ProjectorEightView() {
  return (
    <Question
      stem={stem}
      options={[...options, ...options].map((text, index) => ({ text: `${text} (${index + 1})` }))}
      clock={<Clock remainingMillis={4_000} totalMillis={30_000} {...wide} />}
    />
  )
}

export function ProjectorRevealView() {
  return (
    <Question
      stem={stem}
      options={options.map((text, index) =>
        index === 0
          ? { text, state: 'right', stateWord: 'Đáp án đúng', note: 17 }
          : { text, state: 'dimmed', note: index * 3 },
      )}
      clock={<p>Căn cứ: Mục I.1, Nghị quyết số 57-NQ/TW</p>}
    />
  )
}

const wide = { label: 'Thời gian còn lại', size: 'projector' } as const

type QuestionProps = { readonly stem: string; readonly options: readonly AnswerOption[]; readonly clock: ReactNode }

function Question({ stem: words, options: choices, clock }: QuestionProps) {
  return (
    <StageShell
      brand={<Logo wordmark="Câu 3/7" size="projector" />}
      aside={clock}
      footer={<Progress value={23} total={31} label="Đã trả lời" size="projector" />}
    >
      <QuestionBoard stem={words} options={choices} legend="Các phương án" />
    </StageShell>
  )
}
