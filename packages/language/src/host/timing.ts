import { catalogue } from '../catalogue.ts'

type Seconds = { readonly seconds: string }
type Claimed = { readonly claimed: string }
type Cut = Claimed & { readonly allowed: string }

/** What each time of a contest was decided from, for the committee and for appeals (T10). */
export const hostTiming = catalogue(
  {
    title: 'Bằng chứng đo thời gian',
    note: 'Khi có ý kiến',
    lead: 'Thời gian được quyết định một lần, ngay khi câu trả lời đến, và không tính lại. Bảng này không cho biết ai chọn gì, đúng hay sai.',
    member: 'Đảng viên',
    total: ({ seconds, error }: Seconds & { error: string }) => `Tổng ${seconds} giây, sai số ±${error} giây`,
    errorIs: 'Sai số của tổng: 0,15 giây chung, cộng phần nghẽn mạng không được bù của từng câu (nhiều nhất 1,2 giây).',
    nobody: 'Không có ai dự thi.',
    question: 'Câu',
    questionNumber: ({ number }: { readonly number: number }) => `Câu ${number}`,
    time: 'Thời gian',
    seconds: ({ seconds }: Seconds) => `${seconds} giây`,
    error: ({ seconds }: Seconds) => `± ${seconds}`,
    decidedFrom: 'Căn cứ',
    notInTotal: 'Câu này không cộng vào tổng thời gian.',
    none: 'Không trả lời: tính đủ thời gian của câu.',
    late: 'Đến quá muộn: được lưu, không tính; tính đủ thời gian của câu.',
    automatic: 'Máy tự nộp lúc hết giờ: tính đủ thời gian của câu.',
    byReceipt: 'Chỉ tính theo lúc máy chủ nhận.',
    claimAgrees: ({ claimed }: Claimed) => `Điện thoại báo bấm lúc ${claimed} giây, khớp với đường truyền.`,
    claimCut: ({ claimed, allowed }: Cut) =>
      `Điện thoại báo bấm lúc ${claimed} giây; đường truyền chỉ cho phép từ ${allowed} giây.`,
    claimAlone: ({ claimed }: Claimed) => `Điện thoại báo bấm lúc ${claimed} giây.`,
    noSign: 'Ngay trước đó không có tín hiệu đường truyền: chỉ tin trong hạn mức.',
    lagPaid: ({ seconds }: Seconds) => `Mạng nghẽn, được bù ${seconds} giây.`,
    lateOptions: ({ seconds }: Seconds) => `Phương án đến máy muộn ${seconds} giây: tính từ lúc hiện trên máy.`,
    heldBack: 'Tín hiệu của máy về chậm hơn đường truyền: chỉ tin phần đường truyền.',
    untilClose: 'Tính đến lúc đóng câu.',
  },
  {
    title: 'Timing evidence',
    note: 'For appeals',
    lead: 'A time is decided once, when the answer arrives, and never again. Nothing here says who chose what, or whether it was right.',
    member: 'Member',
    total: ({ seconds, error }: Seconds & { error: string }) => `Total ${seconds} s, error ±${error} s`,
    errorIs:
      'The error of a total: 0.15 s for everyone, and what each question’s network delay was not credited (1.2 s at most).',
    nobody: 'Nobody took part.',
    question: 'No.',
    questionNumber: ({ number }: { readonly number: number }) => `Question ${number}`,
    time: 'Time',
    seconds: ({ seconds }: Seconds) => `${seconds} s`,
    error: ({ seconds }: Seconds) => `± ${seconds}`,
    decidedFrom: 'Decided from',
    notInTotal: 'This question adds nothing to the total time.',
    none: 'No answer: the question’s full time.',
    late: 'Arrived too late: kept, not counted; the question’s full time.',
    automatic: 'Submitted by the phone at the end: the question’s full time.',
    byReceipt: 'Only when the server received it.',
    claimAgrees: ({ claimed }: Claimed) => `The phone says pressed at ${claimed} s, which agrees with its link.`,
    claimCut: ({ claimed, allowed }: Cut) =>
      `The phone says pressed at ${claimed} s; its link allows ${allowed} s at the earliest.`,
    claimAlone: ({ claimed }: Claimed) => `The phone says pressed at ${claimed} s.`,
    noSign: 'No sign of the link just before: believed within the allowance only.',
    lagPaid: ({ seconds }: Seconds) => `Network stall, ${seconds} s credited.`,
    lateOptions: ({ seconds }: Seconds) => `The options came ${seconds} s late: counted from when they were shown.`,
    heldBack: 'The phone’s signals came later than its link: only the link is believed.',
    untilClose: 'Counted to the close of the question.',
  },
)
