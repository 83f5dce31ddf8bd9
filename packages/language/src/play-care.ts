import { catalogue } from './catalogue.ts'

/** What a phone is told beside the contest: about its screen, and about the app that it is in. */
export const playCare = catalogue(
  {
    staysOn: 'Màn hình sẽ tự sáng trong suốt buổi thi.',
    mayGoOff: 'Màn hình có thể tự tắt. Nên đặt lâu hơn: Cài đặt › Màn hình › Thời gian chờ tắt màn hình.',
    mayGoOffIphone: 'Màn hình có thể tự tắt. Nên đặt lâu hơn: Cài đặt › Màn hình & Độ sáng › Tự động khóa.',
    insideApp: ({ app }: { app: string }) => `Đang mở trong ${app}.`,
    insideSomeApp: 'Đang mở trong một ứng dụng.',
    worksHere: 'Thi ngay tại đây được.',
    openInBrowser: 'Mở bằng trình duyệt',
    hide: 'Ẩn',
    wayOut: 'Bấm dấu ⋮ ở góc trên, chọn “Mở bằng trình duyệt”. Hoặc sao chép liên kết rồi dán vào Chrome.',
    wayOutIphone:
      'Bấm dấu ⋯ ở góc màn hình, chọn “Mở bằng trình duyệt” hoặc “Mở bằng Safari”. Hoặc sao chép liên kết rồi dán vào Safari.',
    copyLink: 'Sao chép liên kết',
    copied: 'Đã sao chép.',
    copyByHand: 'Hãy giữ ngón tay trên dòng này để sao chép:',
  },
  {
    staysOn: 'The screen stays on during the contest.',
    mayGoOff: 'The screen may go off. Set it longer: Settings › Display › Screen timeout.',
    mayGoOffIphone: 'The screen may go off. Set it longer: Settings › Display & Brightness › Auto-Lock.',
    insideApp: ({ app }) => `Opened inside ${app}.`,
    insideSomeApp: 'Opened inside an app.',
    worksHere: 'You can take part right here.',
    openInBrowser: 'Open in the browser',
    hide: 'Hide',
    wayOut: 'Press ⋮ in the upper corner and choose “Open in browser”. Or copy the link and paste it into Chrome.',
    wayOutIphone:
      'Press ⋯ in the corner and choose “Open in browser” or “Open in Safari”. Or copy the link and paste it into Safari.',
    copyLink: 'Copy the link',
    copied: 'Copied.',
    copyByHand: 'Hold your finger on this line to copy it:',
  },
)
