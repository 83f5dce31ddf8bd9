import { catalogue } from '../catalogue.ts'

/** Moving a cell to another computer, so that nobody hosts on both. */
export const hostMoving = catalogue(
  {
    toMoving: 'Chuyển sang máy khác',
    title: 'Chuyển sang máy khác',
    lead: 'Khi chi bộ đổi máy tính. Làm lần lượt; dừng giữa chừng được. Xong thì máy này được đánh dấu, để không ai mở phòng thi ở cả hai máy.',
    begin: 'Bắt đầu chuyển máy',
    drop: 'Thôi chuyển máy',
    copy: 'Sao lưu ở máy này',
    copyText: 'Tạo một bản sao lưu mới. Từ lúc này đừng soạn thêm ở máy cũ.',
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
    lead: 'For when the cell changes its computer. One step after the other; you may stop and go on later. At the end this computer is marked, so that nobody opens rooms on both.',
    begin: 'Begin',
    drop: 'Give it up',
    copy: 'Back up on this computer',
    copyText: 'Make a new backup. From now on write nothing more on the old computer.',
    copyDone: ({ time }: { time: string }) => `Backed up at ${time}.`,
    fetch: 'Download to a USB stick',
    fetchText: 'Press “Download” beside the newest copy and save the file on a USB stick.',
    fetchDone: ({ time }: { time: string }) => `Downloaded at ${time}.`,
    toBackups: 'To the backups',
    restore: 'Install and restore on the new one',
    restoreText:
      'Copy the folder of Khắc Sâu to the new computer, without the folder data. Put in the stick, open a terminal in that folder, type the command below with the right name of the file, then npm start.',
    restoreCommand: 'npm run restore -- E:\\name-of-the-backup.sqlite',
    restoreDone: 'Restored on the new computer.',
    restored: 'It is done',
    check: 'Compare, then mark this computer',
    checkText: ({ members, contests }: { members: number; contests: number }) =>
      `Sign in on the new computer with the login and password of here. It must have ${members === 1 ? '1 active member' : `${members} active members`} and ${contests === 1 ? '1 contest' : `${contests} contests`}.`,
    checkLast: ({ title, month }: { title: string; month: string }) =>
      `The newest settled result: “${title}”, ${month}.`,
    mark: 'The new one is right, mark this one',
    markTitle: 'Mark the cell as moved away?',
    markText:
      'From now on no new room opens on this computer, and every page says so. The data stay here to be looked at; it can be taken back.',
    markConfirm: 'Mark it',
    movedTitle: ({ time }: { time: string }) => `The cell moved to another computer at ${time}`,
    movedText: 'Open the cell’s page on the new one. Here things can be looked at only, and no room opens.',
    back: 'Use this computer again',
    backTitle: 'Use this computer again?',
    backText:
      'Only when nobody works on the other one any more. What was written there after the move is not here; to have it, restore a backup of the other computer.',
  },
)
