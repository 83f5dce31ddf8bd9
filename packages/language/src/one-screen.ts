import { catalogue } from './catalogue.ts'

/** One screen: what the projector says to the host, in front of everyone. */
export const oneScreen = catalogue(
  {
    howToGoOn: 'Điều khiển màn hình này',
    watchOnly: 'Màn hình này chỉ trình chiếu: trình duyệt chưa đăng nhập điều hành.',
    unreachable: 'Chưa gửi được. Màn hình đang kết nối lại.',
    placeRequests: ({ count }: { count: number }) => `${count} điện thoại xin lại chỗ: xem trang điều hành`,
    storageTrouble: 'Chưa ghi được câu trả lời: hãy kiểm tra ổ đĩa',
    asksFirst: 'hỏi lại trước khi làm',
    fullScreen: 'Toàn màn hình',
    backToHost:
      'Nút Quay lại của trình duyệt đưa về trang điều hành. Trang đó có tên từng người đã trả lời hay chưa: chỉ mở khi máy chiếu không chiếu màn hình này.',
    close: 'Đóng',
  },
  {
    howToGoOn: 'Controlling this screen',
    watchOnly: 'This screen only watches: nobody is signed in as host in this browser.',
    unreachable: 'Not sent. The screen is reconnecting.',
    placeRequests: ({ count }) =>
      count === 1
        ? '1 phone asks for its place: see the host page'
        : `${count} phones ask for a place: see the host page`,
    storageTrouble: 'Answers cannot be stored: check the disk',
    asksFirst: 'asks once more first',
    fullScreen: 'Full screen',
    backToHost:
      'The browser’s Back button leads to the host page. It names who has answered and who has not: open it only while the projector does not show this screen.',
    close: 'Close',
  },
)
