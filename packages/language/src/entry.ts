import { catalogue } from './catalogue.ts'

/** The address without a room. */
export const entry = catalogue(
  {
    tagline: 'Thi trắc nghiệm nghị quyết ngay trong buổi sinh hoạt chi bộ',
    codeTitle: 'Vào phòng thi',
    codeLabel: 'Mã phòng gồm 6 chữ số trên màn hình',
    codeProblem: 'Mã phòng có đúng 6 chữ số. Đồng chí xem lại trên màn hình.',
    enter: 'Vào phòng',
    hostTitle: 'Dành cho bí thư, chi ủy',
    hostText: 'Chuẩn bị câu hỏi, mở phòng thi và điều hành.',
    hostLink: 'Đến trang điều hành',
    guide: 'Hướng dẫn sử dụng',
    guideAddress: '/huong-dan',
    loading: 'Đang mở trang…',
    language: 'Ngôn ngữ',
  },
  {
    tagline: 'A live quiz on resolutions, in the meeting of the party cell',
    codeTitle: 'Enter a room',
    codeLabel: 'The 6-digit room code on the projector',
    codeProblem: 'A room code has exactly 6 digits. Please look at the projector again.',
    enter: 'Enter',
    hostTitle: 'For the secretary and the committee',
    hostText: 'Prepare questions, open the room and host the contest.',
    hostLink: 'Go to the host’s pages',
    guide: 'How to use it',
    guideAddress: '/guide',
    loading: 'Opening the page…',
    language: 'Language',
  },
)
