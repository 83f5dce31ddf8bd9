import { ButtonRow } from '../ui/button-row.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Logo } from '../ui/logo.tsx'
import { PageShell } from '../ui/page-shell.tsx'
import { Select } from '../ui/select.tsx'
import { StatusLine } from '../ui/status-line.tsx'
import { Table } from '../ui/table.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toast } from '../ui/toast.tsx'
import { people } from './samples.ts'

export function FormsView() {
  return (
    <PageShell brand={<Logo wordmark="Khắc Sâu" tagline="Chi bộ Trường Tiểu học Hoa Ban" />} skipLabel="Đến nội dung">
      <Card title="Cuộc thi tháng 4">
        <TextField label="Tên cuộc thi" defaultValue="Tìm hiểu Nghị quyết" hint="Hiện trên màn hình trình chiếu" />
        <TextField label="Mã phòng" defaultValue="7K2M" error="Không có phòng nào mang mã này. Kiểm tra lại mã." />
        <Select
          label="Thời gian mỗi câu"
          choices={[
            { value: '30', label: '30 giây' },
            { value: '45', label: '45 giây' },
          ]}
        />
        <TextArea label="Câu hỏi" placeholder="Dán từ Word vào đây" />
        <Checkbox label="Tính vào tổng kết năm" hint="Chỉ kết quả đã chốt mới được tính" defaultChecked />
        <Checkbox label="Đồng chí đã đọc tài liệu" error="Cần xác nhận trước khi vào thi" />
        <StatusLine>Đã lưu lúc 19:42</StatusLine>
        <ButtonRow>
          <Button variant="primary">Lưu</Button>
          <Button>Bỏ thay đổi</Button>
        </ButtonRow>
      </Card>
      <Table
        caption="Danh sách đảng viên"
        rows={people}
        rowKey={(person) => person.key}
        columns={[
          { key: 'name', header: 'Họ và tên', rowHeader: true, cell: (person) => person.name },
          { key: 'score', header: 'Điểm', figures: true, cell: (person) => person.score },
          { key: 'time', header: 'Thời gian', figures: true, cell: (person) => person.time },
        ]}
      />
      <Toast>Đã chép đường dẫn</Toast>
    </PageShell>
  )
}
