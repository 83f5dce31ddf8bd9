import type { LastChange } from '@khac-sau/protocol'
import type { Difference } from '../host/parts/conflict-banner.tsx'

export const lastChange: LastChange = { byName: 'Trần Thị Lan', isYou: false, atMs: 1_776_000_000_000 }

export const memberConflict: readonly Difference[] = [
  { label: 'Tổ đảng', stored: 'Tổ đảng số 2', mine: 'Tổ đảng số 3' },
  { label: 'Chức vụ', stored: 'Phó Bí thư', mine: null },
]

export const draftConflict: readonly Difference[] = [
  { label: 'Tên kỳ thi', stored: 'Tìm hiểu Nghị quyết số 57-NQ/TW', mine: 'Tìm hiểu Nghị quyết 57' },
  {
    label: 'Câu 2',
    stored: 'Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ được ban hành ngày nào?',
    mine: 'Nghị quyết số 57-NQ/TW được ban hành vào năm nào?',
  },
  { label: 'Ghi chú của người điều hành', stored: '', mine: 'Mời đại biểu phát biểu sau câu 5.' },
]
