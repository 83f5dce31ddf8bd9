import { catalogue } from './catalogue.ts'

/** C9: on every screen of a rehearsal, so that no picture of it can be taken for a result. */
export const rehearsal = catalogue(
  {
    mark: 'DIỄN TẬP',
    note: 'Không phải kỳ thi thật · không lưu kết quả',
    overTitle: 'Buổi diễn tập đã kết thúc',
    overText: 'Mọi câu trả lời của buổi diễn tập đã được xóa. Đến buổi thi, mời quét mã mới trên màn hình.',
  },
  {
    mark: 'REHEARSAL',
    note: 'Not a real contest · nothing is kept',
    overTitle: 'The rehearsal is over',
    overText: 'All answers of the rehearsal have been deleted. At the contest, scan the new code on the projector.',
  },
)
