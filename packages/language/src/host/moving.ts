import { catalogue } from '../catalogue.ts'

/** Moving a cell to another computer, so that nobody hosts on both. */
export const hostMoving = catalogue(
  {
    toMoving: 'Chuyển sang máy khác',
    title: 'Chuyển sang máy khác',
    lead: 'Dùng khi chi bộ đổi máy tính. Làm lần lượt từng bước; có thể dừng giữa chừng. Làm xong, máy này được đánh dấu để không ai mở phòng thi trên cả hai máy.',
    begin: 'Bắt đầu chuyển máy',
    drop: 'Hủy chuyển máy',
    copy: 'Sao lưu ở máy này',
    copyText: 'Tạo một bản sao lưu mới. Từ lúc này không soạn thêm ở máy cũ.',
    copyDone: ({ time }: { time: string }) => `Đã sao lưu lúc ${time}.`,
    fetch: 'Tải về USB',
    fetchText: 'Bấm “Tải về” ở bản mới nhất, lưu tệp vào USB.',
    fetchDone: ({ time }: { time: string }) => `Đã tải về lúc ${time}.`,
    toBackups: 'Đến trang Sao lưu',
    restore: 'Cài đặt và khôi phục ở máy mới',
    restoreText:
      'Chép thư mục Khắc Sâu sang máy mới, không chép thư mục data. Cắm USB, mở cửa sổ lệnh trong thư mục đó, gõ lệnh dưới đây với đúng tên tệp, rồi gõ npm start.',
    restoreCommand: 'npm run restore -- E:\\ten-tep-sao-luu.sqlite',
    restoreDone: 'Đã khôi phục ở máy mới.',
    restored: 'Đã làm xong',
    check: 'Đối chiếu rồi đánh dấu máy này',
    checkText: ({ members, contests }: { members: number; contests: number }) =>
      `Đăng nhập ở máy mới bằng tên và mật khẩu như ở đây. Máy mới phải có ${members} đảng viên đang sinh hoạt và ${contests} kỳ thi.`,
    checkLast: ({ title, month }: { title: string; month: string }) =>
      `Kết quả đã chốt gần nhất: “${title}”, ${month}.`,
    mark: 'Máy mới đã đúng, đánh dấu máy này',
    markTitle: 'Đánh dấu chi bộ đã chuyển đi?',
    markText:
      'Từ lúc này không mở phòng thi mới ở máy này được, và mọi trang đều nhắc. Dữ liệu ở đây vẫn còn để xem lại; cần thì dùng lại được.',
    markConfirm: 'Đánh dấu',
    movedTitle: ({ time }: { time: string }) => `Chi bộ đã chuyển sang máy khác lúc ${time}`,
    movedText: 'Hãy mở trang của chi bộ ở máy mới. Ở máy này chỉ xem lại, không mở phòng thi được.',
    back: 'Dùng lại máy này',
    backTitle: 'Dùng lại máy này?',
    backText:
      'Chỉ dùng lại khi không còn làm việc ở máy kia. Những gì đã ghi ở máy kia sau khi chuyển không có ở đây; muốn có, hãy khôi phục bản sao lưu của máy kia.',
  },
  {
    toMoving: 'Move to another computer',
    title: 'Move to another computer',
    lead: 'For when the cell gets another computer. Take the steps in order; you may stop and go on later. At the end this computer is marked, so that nobody opens rooms on both.',
    begin: 'Start the move',
    drop: 'Cancel the move',
    copy: 'Back up on this computer',
    copyText: 'Make a new backup. From now on, change nothing on the old computer.',
    copyDone: ({ time }: { time: string }) => `Backed up at ${time}.`,
    fetch: 'Download to a USB stick',
    fetchText: 'Press “Download” beside the newest copy and save the file to a USB stick.',
    fetchDone: ({ time }: { time: string }) => `Downloaded at ${time}.`,
    toBackups: 'To the backups',
    restore: 'Install and restore on the new computer',
    restoreText:
      'Copy the Khắc Sâu folder to the new computer, without its data folder. Plug in the stick, open a terminal in that folder, type the command below with the name of your file, then npm start.',
    restoreCommand: 'npm run restore -- E:\\name-of-the-backup.sqlite',
    restoreDone: 'Restored on the new computer.',
    restored: 'Done',
    check: 'Compare, then mark this computer',
    checkText: ({ members, contests }: { members: number; contests: number }) =>
      `Sign in on the new computer with the same login and password. It must have ${members === 1 ? '1 active member' : `${members} active members`} and ${contests === 1 ? '1 contest' : `${contests} contests`}.`,
    checkLast: ({ title, month }: { title: string; month: string }) => `Latest settled result: “${title}”, ${month}.`,
    mark: 'It matches: mark this computer',
    markTitle: 'Mark the cell as moved away?',
    markText:
      'From now on no room can be opened on this computer, and every page says so. The data stay here to look at, and you can undo this.',
    markConfirm: 'Mark it',
    movedTitle: ({ time }: { time: string }) => `The cell moved to another computer at ${time}`,
    movedText: 'Open the cell’s page on the new computer. Here you can only look; no room can be opened.',
    back: 'Use this computer again',
    backTitle: 'Use this computer again?',
    backText:
      'Only if nobody works on the other computer any more. What was recorded there after the move is not here; to have it, restore a backup from that computer.',
  },
)
