import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AnswerTiles } from './answer-tiles.tsx'
import { Button } from './button.tsx'
import { Clock } from './clock.tsx'
import { Progress } from './progress.tsx'
import { SavedSeal } from './saved-seal.tsx'
import { TextField } from './text-field.tsx'
import { Unveiled } from './unveiled.tsx'

const options = [{ text: 'Hà Nội' }, { text: 'Huế' }]

describe('answer tiles', () => {
  const choosing = { name: 'q1', chosen: [1], onChoose: () => undefined }

  test('a question with one right option is a group of native radio buttons', () => {
    const markup = render(
      <AnswerTiles legend="Thủ đô?" options={options} choosing={{ ...choosing, multiple: false }} />,
    )

    expect(markup).toContain('<fieldset')
    expect(markup.match(/type="radio"/g)).toHaveLength(2)
    expect(markup.match(/checked=""/g)).toHaveLength(1)
  })

  test('several right options are checkboxes', () => {
    const markup = render(
      <AnswerTiles legend="Chọn các ý" options={options} choosing={{ ...choosing, multiple: true }} />,
    )

    expect(markup.match(/type="checkbox"/g)).toHaveLength(2)
  })

  test('tiles that only show have no input', () => {
    expect(render(<AnswerTiles legend="Thủ đô?" options={options} />)).not.toContain('<input')
  })

  test('an option of 500 characters is there whole', () => {
    const text = 'Nghị quyết '.repeat(45).trim()

    expect(render(<AnswerTiles legend="?" options={[{ text }]} />)).toContain(text)
  })

  test('right and wrong are said in words, beside an icon', () => {
    const markup = render(
      <AnswerTiles legend="?" options={[{ text: 'Huế', state: 'right', stateWord: 'Đáp án đúng' }]} />,
    )

    expect(markup).toMatch(/<svg[^>]*>.*Đáp án đúng/)
  })
})

test('the clock is a timer that does not speak by itself', () => {
  const markup = render(<Clock remainingMillis={9_400} totalMillis={30_000} label="Thời gian còn lại" />)

  expect(markup).toMatch(/role="timer" aria-live="off" aria-label="Thời gian còn lại"[^>]*><span[^>]*>10</)
})

test('a busy button keeps its label and its place in the tab order', () => {
  const markup = render(<Button busy>Nộp</Button>)

  expect(markup).toContain('aria-disabled="true"')
  expect(markup).not.toContain('disabled=""')
  expect(markup).toContain('Nộp')
})

test('progress counts in figures too', () => {
  expect(render(<Progress value={12} total={40} label="Đã trả lời" />)).toContain('aria-valuetext="12/40"')
})

test('the three states of the seal draw three different outlines', () => {
  const marks = (['sending', 'saved', 'not-sent'] as const).map((state) =>
    /<svg.*<\/svg>/.exec(render(<SavedSeal state={state} text="…" />))?.[0].replaceAll(/ class="[^"]*"/g, ''),
  )

  expect(new Set(marks).size).toBe(3)
})

test('what is laid out before its time is neither read aloud nor reached, and is the same page once it is shown', () => {
  const options = <button type="button">Hà Nội</button>
  const before = render(
    <Unveiled unveilsAt={null} veil={<h1>Thủ đô?</h1>}>
      {options}
    </Unveiled>,
  )
  const after = render(
    <Unveiled unveilsAt={null} veil={null}>
      {options}
    </Unveiled>,
  )

  expect(before).toMatch(/inert="" aria-hidden="true"><button/)
  expect(after).not.toMatch(/inert|aria-hidden="true"/)
  expect(after).toContain('<button')
  expect(after).not.toContain('Thủ đô')
})

test('an error is tied to its field', () => {
  const markup = render(<TextField label="Mã phòng" error="Không có phòng này" />)
  const [, id] = /<p[^>]*id="([^"]+-error)"/.exec(markup) ?? []

  expect(id).toBeDefined()
  expect(markup).toContain(`aria-describedby="${id}"`)
})

function render(element: ReactElement): string {
  return renderToStaticMarkup(element)
}
