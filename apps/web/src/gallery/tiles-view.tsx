import { useState } from 'react'
import { AnswerTiles } from '../ui/answer-tiles.tsx'
import { Clock } from '../ui/clock.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { longOptions, longStem } from './samples.ts'

export function TilesView() {
  const [chosen, setChosen] = useState<readonly number[]>([1, 4])
  const toggle = (index: number) =>
    setChosen(chosen.includes(index) ? chosen.filter((other) => other !== index) : [...chosen, index])
  return (
    <PageShell width="phone" brand={<Logo wordmark="Khắc Sâu" />} skipLabel="Đến nội dung">
      {[24_000, 8_200, 3_100].map((left) => (
        <Clock key={left} remainingMillis={left} totalMillis={30_000} label="Thời gian còn lại" />
      ))}
      <Clock remainingMillis={125_000} totalMillis={300_000} label="Thời gian còn lại" />
      <AnswerTiles
        legend="Chọn nhiều ý"
        options={'Một Hai Ba Bốn Năm Sáu Bảy Tám'.split(' ').map((text, index) => ({
          text: `${text}: phương án thứ ${index + 1}`,
          state: chosen.includes(index) ? 'chosen' : 'idle',
        }))}
        choosing={{ name: 'many', multiple: true, chosen, onChoose: toggle }}
      />
      <AnswerTiles
        legend="Dài"
        options={[
          { text: longOptions[0], state: 'right', stateWord: 'Đáp án đúng' },
          { text: longOptions[1], state: 'wrong-chosen', stateWord: 'Đồng chí đã chọn · chưa đúng' },
          { text: `${longStem} ${longStem}`.slice(0, 500), state: 'submitted', stateWord: 'Đã nộp' },
          { text: longOptions[3], state: 'dimmed', note: 12 },
        ]}
      />
    </PageShell>
  )
}
