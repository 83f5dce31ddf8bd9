import { CountdownDigits } from '../ui/countdown-digits.tsx'
import { Distribution } from '../ui/distribution.tsx'
import { Logo } from '../ui/logo.tsx'
import { Podium } from '../ui/podium.tsx'
import { Progress } from '../ui/progress.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { RankedList } from '../ui/ranked-list.tsx'
import { Rosette } from '../ui/rosette.tsx'
import { StageShell } from '../ui/stage-shell.tsx'
import { bars, jointPlaces, places, ranked } from './result-samples.ts'

const brand = <Logo wordmark="Tìm hiểu Nghị quyết – tháng 4" size="projector" />

export function ProjectorLobbyView() {
  return (
    <StageShell brand={brand} footer={<Progress value={23} total={31} label="Đã có mặt" size="projector" />} motif>
      <div
        style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '5vh', alignItems: 'center', height: '100%' }}
      >
        <QrCode text="http://192.168.1.20:3000/p/7K2M4" label="Mã vào phòng" size="calc(var(--unit) * 58)" />
        <div style={{ fontSize: 'calc(var(--unit) * 5)', lineHeight: 1.45 }}>
          <p>Quét mã, hoặc mở</p>
          <p style={{ fontWeight: 700 }}>192.168.1.20:3000</p>
          <p>và nhập mã phòng</p>
          <p style={{ fontSize: '2.6em', fontWeight: 700, letterSpacing: '0.08em' }}>7K2M4</p>
        </div>
      </div>
    </StageShell>
  )
}

export function ProjectorCountdownView() {
  return (
    <StageShell brand={brand}>
      <CountdownDigits digit={3} label="Chuẩn bị câu hỏi đầu tiên" />
    </StageShell>
  )
}

export function ProjectorPodiumView() {
  return (
    <StageShell brand={brand} aside={<p>Kết quả tạm thời</p>}>
      <Podium places={places} size="projector" />
    </StageShell>
  )
}

export function ProjectorJointPodiumView() {
  return (
    <StageShell brand={brand}>
      <Podium places={jointPlaces} size="projector" />
    </StageShell>
  )
}

export function ProjectorListView() {
  return (
    <StageShell brand={brand}>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '4vh' }}>
        <RankedList rows={ranked} label="Bảng xếp hạng" rankLabel="Hạng" size="projector" />
        <Distribution bars={bars} label="Số người chọn" size="projector" />
      </div>
      <span style={{ color: 'var(--motif)' }}>
        <Rosette size="calc(var(--unit) * 20)" turning />
      </span>
    </StageShell>
  )
}
