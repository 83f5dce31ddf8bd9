import { Distribution } from '../ui/distribution.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { Podium } from '../ui/podium.tsx'
import { RankedList } from '../ui/ranked-list.tsx'
import { bars, places, ranked } from './result-samples.ts'

export function ResultsView() {
  return (
    <PageShell width="phone" brand={<Logo wordmark="Khắc Sâu" />} skipLabel="Đến nội dung">
      <Podium places={places} />
      <RankedList rows={ranked} label="Bảng xếp hạng" rankLabel="Hạng" />
      <Distribution bars={bars} label="Số người chọn" />
    </PageShell>
  )
}
