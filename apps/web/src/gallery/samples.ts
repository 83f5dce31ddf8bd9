import { hostEditor } from '@khac-sau/language'

/** Invented people; long marks and stacked accents on purpose. */
export const stem = 'Nghị quyết số 57-NQ/TW của Bộ Chính trị xác định đột phá quan trọng hàng đầu là gì?'

export const options = [
  'Khoa học, công nghệ, đổi mới sáng tạo',
  'Phát triển hạ tầng giao thông',
  'Cải cách thủ tục hành chính',
  'Cả A, B và C',
] as const

export const longStem =
  'Theo Nghị quyết, trong bối cảnh thế giới đang diễn biến nhanh chóng, phức tạp, khó lường, quan điểm chỉ đạo nào sau đây thể hiện đúng nhất vai trò của người dân và doanh nghiệp trong phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, gắn với trách nhiệm của người đứng đầu cấp ủy?'

export const longOptions = [
  'Người dân và doanh nghiệp là trung tâm, là chủ thể, nguồn lực, động lực chính; nhà khoa học là nhân tố then chốt nhất.',
  'Nhà nước giữ vai trò dẫn dắt, thúc đẩy, tạo điều kiện thuận lợi; doanh nghiệp nhà nước là lực lượng nòng cốt duy nhất.',
  'Cấp ủy các cấp trực tiếp lãnh đạo, chỉ đạo; người đứng đầu chịu trách nhiệm toàn diện về kết quả thực hiện ở đơn vị.',
  'Thể chế là điều kiện tiên quyết, cần hoàn thiện và đi trước một bước; loại bỏ tư duy "không quản được thì cấm" ngay.',
] as const

export const accents = 'ẪM THỰC Ứ ĐỌNG – Nguyễn Thị Ẫm, Đỗ Hữu Ngưỡng, Lộ Ẩn, ộ ỗ ữ ặ ẵ ỹ Ỵ Ặ Ễ Ộ ỢỬ'

export const people = [
  { key: '1', name: 'Nguyễn Thị Hồng Ngưỡng', score: '10 điểm', time: '41,2 giây' },
  { key: '2', name: 'Đỗ Hữu Ẩn', score: '10 điểm', time: '43,9 giây' },
  { key: '3', name: 'Trần Lữ Quốc Vượng', score: '8,57 điểm', time: '39,0 giây' },
  { key: '4', name: 'Phạm Thị Ỷ Nhi', score: '8,57 điểm', time: '39,0 giây' },
  { key: '5', name: 'Lê Ặng Thiệu', score: '7,14 điểm', time: '61,7 giây' },
] as const

/** The ready-made one (C10). */
export const warmUp = {
  stem: hostEditor.vi.warmUpStem,
  options: [
    hostEditor.vi.warmUpOptionA,
    hostEditor.vi.warmUpOptionB,
    hostEditor.vi.warmUpOptionC,
    hostEditor.vi.warmUpOptionD,
  ],
}
