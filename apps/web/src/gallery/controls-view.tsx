import { useState } from 'react'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { Progress } from '../ui/progress.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { SavedSeal } from '../ui/saved-seal.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { TextSizeSwitch } from '../ui/text-size-switch.tsx'
import { applyTextSize, type TextSize } from '../ui/text-size.ts'
import { accents } from './samples.ts'

export function ControlsView() {
  return (
    <PageShell brand={<Logo wordmark="Khắc Sâu" />} tools={<Tools />} skipLabel="Đến nội dung" footer="Chân trang">
      <Card title="Nút" aside={<IconButton icon="edit" label="Sửa" />}>
        <p>{accents}</p>
        <Button variant="primary" size="large" block icon="seal">
          Nộp câu trả lời
        </Button>
        <Button variant="primary">Mở phòng thi</Button>
        <Button>Sửa lại đề</Button>
        <Button variant="danger" icon="trash">
          Hủy câu hỏi
        </Button>
        <Button variant="quiet">Bỏ qua</Button>
        <Button variant="primary" busy>
          Đang lưu
        </Button>
        <Button disabled>Chưa dùng được</Button>
        <LinkButton href="#x" icon="next">
          Đến bảng xếp hạng
        </LinkButton>
        <Confirm />
      </Card>
      <Banner tone="info" title="Đồng chí đang ở phòng thi tháng 4">
        Chờ người điều hành bắt đầu.
      </Banner>
      <Banner tone="warning" title="Còn 3 đồng chí chưa trả lời" action={<Button>Kết thúc</Button>} />
      <Banner tone="error" title="Không mở được phòng">
        Mã phòng đã hết hạn.
      </Banner>
      <Banner tone="offline" title="Mất kết nối">
        Đang nối lại… Câu trả lời của đồng chí được giữ trên máy này.
      </Banner>
      <SavedSeal state="sending" text="Đang gửi…" />
      <SavedSeal state="saved" text="Đã ghi nhận" detail="lúc 19:42:07 · sau 11,3 giây" />
      <SavedSeal state="not-sent" text="Chưa gửi được" detail="Máy sẽ tự gửi lại. Đừng tắt trang này." />
      <Card look="carved" title="Tiến độ">
        <Progress value={23} total={31} label="Đã trả lời" />
        <Spinner label="Đang tải đề thi…" share={0.4} />
      </Card>
      <EmptyState title="Chưa có câu hỏi nào" action={<Button variant="primary">Dán từ Word</Button>}>
        Dán bộ câu hỏi từ Word hoặc soạn từng câu.
      </EmptyState>
      <QrCode text="http://192.168.1.20:3000/p/7K2M4" label="Mã vào phòng" />
    </PageShell>
  )
}

function Tools() {
  const [language, setLanguage] = useState<'vi' | 'en'>('vi')
  const [size, setSize] = useState<TextSize>('regular')
  const change = (next: TextSize) => {
    applyTextSize(next)
    setSize(next)
  }
  return (
    <>
      <TextSizeSwitch legend="Cỡ chữ" names={textSizeNames} size={size} onChange={change} />
      <LanguageSwitch legend="Ngôn ngữ" languages={languages} language={language} onChange={setLanguage} />
    </>
  )
}

function Confirm() {
  const [open, setOpen] = useState(new URLSearchParams(location.search).has('dialog'))
  return (
    <>
      <Button onClick={() => setOpen(true)}>Kết thúc sớm…</Button>
      <ConfirmDialog
        open={open}
        title="Kết thúc câu hỏi này?"
        confirmLabel="Kết thúc ngay"
        cancelLabel="Để tiếp tục"
        danger
        onConfirm={() => setOpen(false)}
        onCancel={() => setOpen(false)}
      >
        <p>Còn 3 đồng chí chưa trả lời. Việc kết thúc sớm được ghi vào nhật ký.</p>
      </ConfirmDialog>
    </>
  )
}

const textSizeNames = { small: 'Chữ nhỏ', regular: 'Chữ vừa', large: 'Chữ lớn' } as const
const languages = [
  { code: 'vi', name: 'Tiếng Việt' },
  { code: 'en', name: 'English' },
] as const
