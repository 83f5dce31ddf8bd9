import { catalogue } from './catalogue.ts'

/** The host's phone as a remote: held in one hand, in front of everyone. */
export const remote = catalogue(
  {
    title: 'Điều khiển kỳ thi',
    skipToContent: 'Đến nội dung chính',
    language: 'Ngôn ngữ',
    pairing: 'Đang ghép điện thoại này…',
    connecting: 'Đang kết nối với phòng thi…',
    unreachableTitle: 'Chưa kết nối được với máy chủ',
    unreachableText:
      'Hãy kiểm tra điện thoại đang nối đúng mạng của phòng, rồi thử lại. Mã ghép chỉ dùng được trong hai phút.',
    tryAgain: 'Thử lại',
    reload: 'Tải lại trang',
    expiredTitle: 'Mã ghép đã dùng hoặc đã hết hạn',
    expiredText: 'Trên trang điều hành, bấm “Ghép điện thoại” để lấy mã mới, rồi quét lại bằng điện thoại này.',
    endedTitle: 'Điện thoại này không còn điều khiển kỳ thi',
    endedText:
      'Người điều hành đã ngắt, hoặc đã ghép một điện thoại khác. Muốn dùng tiếp, bấm “Ghép điện thoại” trên trang điều hành rồi quét mã mới.',
    overTitle: 'Kỳ thi đã kết thúc',
    overText: 'Kết quả đang hiện trên màn hình. Mời chốt kết quả trên trang điều hành.',
    notSent: 'Chưa gửi được',
    unreachable: 'Điện thoại đang kết nối lại. Hãy bấm lại khi kết nối xong.',
    placeRequests: ({ count }: { count: number }) => `${count} điện thoại xin lại chỗ: xử lý trên trang điều hành.`,
    storageTitle: 'Chưa ghi được câu trả lời vào ổ đĩa',
    storageText: 'Hãy xem trang điều hành. Điện thoại của người dự thi giữ câu trả lời và tự gửi lại.',
    settledTitle: 'Kết quả đã chốt',
  },
  {
    title: 'Contest remote',
    skipToContent: 'Skip to content',
    language: 'Language',
    pairing: 'Pairing this phone…',
    connecting: 'Connecting to the room…',
    unreachableTitle: 'The server cannot be reached',
    unreachableText:
      'Check that this phone is in the room’s network, then try again. The code is good for two minutes.',
    tryAgain: 'Try again',
    reload: 'Reload the page',
    expiredTitle: 'The pairing code was used or is too old',
    expiredText: 'On the host page press “Pair a phone” for a new code, then scan it with this phone.',
    endedTitle: 'This phone is the remote no more',
    endedText:
      'The host ended it, or paired another phone. To go on, press “Pair a phone” on the host page and scan the new code.',
    overTitle: 'The contest is over',
    overText: 'The result is on the screen. Please settle it on the host page.',
    notSent: 'Not done',
    unreachable: 'This phone is reconnecting. Press again once it is connected.',
    placeRequests: ({ count }) =>
      count === 1
        ? '1 phone asks for its place: see the host page.'
        : `${count} phones ask for a place: see the host page.`,
    storageTitle: 'Answers cannot be stored on the disk',
    storageText: 'See the host page. Members’ phones keep their answers and send them again by themselves.',
    settledTitle: 'Result settled',
  },
)
