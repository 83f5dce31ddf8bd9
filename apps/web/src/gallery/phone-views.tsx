import { useState } from 'react'
import { AnswerTiles } from '../ui/answer-tiles.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { RunningClock } from '../ui/running-clock.tsx'
import { SavedSeal } from '../ui/saved-seal.tsx'
import { StickyBar } from '../ui/sticky-bar.tsx'
import { Stem } from '../ui/stem.tsx'
import { options, stem } from './samples.ts'

const now = () => Date.now()

export function PhoneWaitView() {
  return (
    <PageShell width="phone" brand={<Logo wordmark="Khắc Sâu" />} skipLabel="Đến nội dung">
      <Card title="Chào đồng chí Nguyễn Thị Hồng Ngưỡng">
        <p>Đồng chí đã vào phòng thi tháng 4. Xin chờ người điều hành bắt đầu.</p>
        <Button variant="primary" size="large" block>
          Đúng là tôi
        </Button>
        <Button variant="quiet">Không phải tôi</Button>
      </Card>
    </PageShell>
  )
}

export function PhoneAskView() {
  const [chosen, setChosen] = useState(0)
  const [closesAt] = useState(() => Date.now() + 27_000)
  return (
    <PageShell width="phone" skipLabel="Đến nội dung">
      <StickyBar edge="top">
        <RunningClock closesAt={closesAt} totalMillis={30_000} now={now} label="Thời gian còn lại" />
      </StickyBar>
      <Stem kicker="Câu 3/7">{stem}</Stem>
      <AnswerTiles
        legend={stem}
        options={options.map((text, index) =>
          index === chosen ? { text, state: 'chosen' as const, stateWord: 'Đang chọn' } : { text },
        )}
        choosing={{ name: 'answer', multiple: false, chosen: [chosen], onChoose: setChosen }}
      />
      <StickyBar edge="bottom">
        <Button variant="primary" size="large" block>
          Nộp
        </Button>
      </StickyBar>
    </PageShell>
  )
}

export function PhoneRevealView() {
  return (
    <PageShell width="phone" brand={<Logo wordmark="Khắc Sâu" />} skipLabel="Đến nội dung">
      <SavedSeal state="saved" text="Đã ghi nhận" detail="sau 11,3 giây" />
      <Stem kicker="Câu 3/7">{stem}</Stem>
      <AnswerTiles
        legend={stem}
        options={[
          { text: options[0], state: 'right', stateWord: 'Đáp án đúng' },
          { text: options[1], state: 'wrong-chosen', stateWord: 'Đồng chí chọn · chưa đúng' },
          { text: options[2], state: 'dimmed' },
          { text: options[3], state: 'dimmed' },
        ]}
      />
      <Banner tone="info" title="Vì sao">
        Mục I.1 Nghị quyết nêu rõ đây là đột phá quan trọng hàng đầu.
      </Banner>
    </PageShell>
  )
}
