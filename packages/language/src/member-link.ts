import { catalogue } from './catalogue.ts'

/** D3: the page of a member's own link. */
export const memberLink = catalogue(
  {
    skipToContent: 'Đến nội dung chính',
    language: 'Ngôn ngữ',
    title: 'Liên kết riêng',
    looking: 'Đang kiểm tra liên kết…',
    who: ({ name }: { name: string }) => `Đồng chí là ${name}?`,
    whoText: ({ cell }: { cell: string }) =>
      `${cell}. Bấm “Đúng là tôi” thì máy này được nhớ dưới tên đó; các tháng sau vào thẳng phòng thi. Liên kết chỉ dùng được cho một máy.`,
    thatIsMe: 'Đúng là tôi',
    notMe: 'Không phải tôi: hãy đóng trang này và gửi lại liên kết cho đúng người.',
    entering: 'Đang nhận máy…',
    known: ({ name }: { name: string }) => `Máy này là của đồng chí ${name}`,
    knownText: 'Máy đã được nhận ra, không phải làm gì thêm.',
    enter: 'Vào phòng thi',
    noRoom: 'Chưa có phòng thi nào đang mở',
    noRoomText: 'Đến giờ thi, mở lại liên kết này trên máy này, hoặc quét mã trên màn hình.',
    again: 'Kiểm tra lại',
    used: 'Liên kết này đã dùng trên một máy khác',
    usedText:
      'Đổi máy, hoặc mở bằng trình duyệt khác: trong phòng, hãy quét mã trên màn hình, chọn tên mình rồi bấm “Xin người điều hành”. Hoặc xin chi ủy liên kết mới.',
    closed: 'Chi bộ này đang đóng',
    closedText: 'Liên kết vẫn còn giá trị khi chi bộ được mở lại. Mời đồng chí hỏi chi ủy.',
    over: 'Liên kết này không còn giá trị',
    overText:
      'Chi ủy đã cấp liên kết mới, đã thu hồi, hoặc liên kết bị chép thiếu. Hãy mở đúng liên kết mới nhất, gồm cả phần sau dấu #.',
    wait: 'Có quá nhiều liên kết sai từ mạng này',
    waitText: 'Hãy chờ vài phút rồi kiểm tra lại liên kết.',
    unreachable: 'Chưa nối được với máy chủ',
    unreachableText: 'Hãy kiểm tra Wi-Fi hoặc mạng di động rồi thử lại.',
    toRoomCode: 'Nhập mã phòng',
  },
  {
    skipToContent: 'Skip to content',
    language: 'Language',
    title: 'Your own link',
    looking: 'Looking at the link…',
    who: ({ name }) => `Are you ${name}?`,
    whoText: ({ cell }) =>
      `${cell}. Press “Yes, that is me”, and this phone is remembered under that name; in later months it enters by itself. The link is good for one phone.`,
    thatIsMe: 'Yes, that is me',
    notMe: 'Not me: close this page, and send the link to whom it belongs to.',
    entering: 'Remembering this phone…',
    known: ({ name }) => `This phone is ${name}’s`,
    knownText: 'It is known; there is nothing else to do.',
    enter: 'Enter the room',
    noRoom: 'No room is open yet',
    noRoomText: 'When it is time, open this link again on this phone, or scan the code on the screen.',
    again: 'Look again',
    used: 'This link was used on another phone',
    usedText:
      'On a new phone, or in another browser: in the room scan the code on the screen, choose your name and press “Ask the host”. Or ask the committee for a new link.',
    closed: 'This cell is closed',
    closedText: 'The link is still good once the cell is reopened. Please ask your cell committee.',
    over: 'This link is no longer good',
    overText:
      'The committee made a new one or took it back, or a part of it is missing. Open the newest one, with what follows the #.',
    wait: 'Too many wrong links from this network',
    waitText: 'Wait a few minutes, then look at the link again.',
    unreachable: 'The server cannot be reached',
    unreachableText: 'Check Wi-Fi or mobile data, then try again.',
    toRoomCode: 'Type a room code',
  },
)
