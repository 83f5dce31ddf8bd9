import { catalogue } from '../catalogue.ts'

type Details = {
  readonly name: string
  readonly value: string
  readonly field: string
  readonly limit: string
  readonly other: string
}

/** A list on its way into the roster. */
export const hostImport = catalogue(
  {
    title: 'Nhập danh sách đảng viên',
    lead: 'Mỗi dòng một người. Có dòng tiêu đề thì các cột được tự nhận ra; số thứ tự và “Đ/c” được tự bỏ.',
    label: 'Danh sách',
    hint: 'Hoặc dán từ Word, Excel, Zalo.',
    chooseFile: 'Chọn tệp Excel hoặc CSV',
    dropFile: 'Hoặc kéo tệp .xlsx, .csv (nhiều nhất 2 MB) thả vào đây. Tệp chỉ được đọc, không được lưu.',
    reading: 'Đang đọc danh sách…',
    template: 'Chưa có danh sách? Tải tệp mẫu rồi điền:',
    example: 'Họ và tên\tTổ đảng\tChức vụ\nNguyễn Thị Minh Hòa\tTổ 1\tBí thư\nTrần Văn Đức\tTổ 2\t',
    read: 'Xem trước',
    previewTitle: 'Xem lại trước khi lưu',
    previewLead: 'Sửa hoặc bỏ từng dòng nếu cần. Chưa có gì được lưu.',
    rosterChanged: 'Chưa lưu dòng nào: danh sách đảng viên vừa có người sửa',
    rosterChangedNext:
      'Có thể những người này vừa được nhập. Hãy đối chiếu lại rồi lưu; những chỗ vừa sửa tay trong bảng dưới đây cần sửa lại.',
    compareAgain: 'Đối chiếu lại',
    columnsTitle: 'Các cột',
    columnsNote: ({ used, unused }: { used: number; unused: number }) =>
      unused === 0 ? `đã nhận ra ${used} cột` : `đã nhận ra ${used} cột, bỏ qua ${unused} cột`,
    columnsLead: 'Cột nào nhận chưa đúng thì chọn lại; danh sách được đọc lại từ đầu.',
    columnNumber: ({ number }: { number: number }) => `Cột ${number}`,
    ignored: 'Bỏ qua cột này',
    problemsTitle: ({ count }: { count: number }) => `${count} chỗ cần xem lại`,
    problemsAll: ({ count }: { count: number }) => `Xem cả ${count} chỗ`,
    line: ({ line }: { line: number }) => `Dòng ${line}`,
    empty: 'Không đọc được tên nào. Hãy dán danh sách có mỗi dòng một họ tên.',
    'too-large': 'Danh sách quá dài. Hãy chia thành nhiều phần.',
    'too-many': ({ limit }: Details) => `Danh sách có hơn ${limit} tên. Hãy chia thành nhiều phần.`,
    'too-long': ({ name, field, limit }: Details) => `${name}: ${field} dài quá ${limit} ký tự.`,
    'no-letters': ({ name }: Details) => `Không thấy tên${name === '' ? '' : `: “${name}”`}. Dòng này đã được bỏ qua.`,
    duplicate: ({ name, other }: Details) => `“${name}” đã có ở dòng ${other}.`,
    'birthday-not-understood': ({ name, value }: Details) =>
      `${name}: không đọc được ngày sinh “${value}” nên để trống. Hãy ghi ngày/tháng/năm hoặc chỉ năm.`,
    'month-not-understood': ({ name, field, value }: Details) =>
      `${name}: không đọc được “${field}” là “${value}” nên để trống. Hãy ghi tháng/năm, ví dụ 01/2026.`,
    'month-order': ({ name }: Details) => `${name}: tháng kết thúc trước tháng bắt đầu nên để trống tháng kết thúc.`,
    'legacy-font': 'Chữ dùng phông cũ (TCVN3, VNI). Hãy chuyển danh sách sang Unicode rồi nhập lại.',
    otherProblem: 'Dòng này chưa đọc được. Hãy kiểm tra lại.',
    summary: ({ added, changed, unchanged, open }: Summary) =>
      [
        `${added} người mới`,
        `${changed} người thay đổi`,
        `${unchanged} người giữ nguyên`,
        ...(open > 0 ? [`${open} dòng cần quyết định`] : []),
      ].join(' · '),
    hideUnchanged: 'Ẩn những người giữ nguyên',
    lineHead: 'Dòng',
    monthsHead: 'Sinh hoạt',
    statusHead: 'Kết quả',
    whoIsIt: 'Dòng này là',
    choosePerson: 'Hãy chọn…',
    thisPerson: ({ person }: { person: string }) => `Người trong danh sách: ${person}`,
    otherPerson: 'Người khác, thêm mới',
    undecided: 'Trong danh sách đã có người trùng tên. Là một người hay hai người?',
    twin: 'Trùng cả tên, tổ đảng, chức vụ với người khác. Nếu là hai người, hãy ghi thêm năm sinh; nếu là một, hãy bỏ dòng này.',
    rowDone: 'Xong dòng này',
    remove: ({ name }: { name: string }) => `Bỏ dòng: ${name}`,
    save: ({ count }: { count: number }) => `Lưu ${count} đảng viên`,
    back: 'Nhập lại',
    namelessLeft: 'Còn dòng thiếu tên.',
    undecidedLeft: 'Còn dòng cần chọn là ai.',
    twinsLeft: 'Còn tên trùng chưa phân biệt được.',
    tooManyLeft: 'Mỗi lần nhập nhiều nhất 300 dòng. Hãy chia thành nhiều phần.',
    nothingLeft: 'Không còn dòng nào để lưu.',
    nothingNew: 'Danh sách đã đúng như vậy, không có gì để lưu.',
  },
  {
    title: 'Import a list of members',
    lead: 'One person a line. With a row of headings the columns are recognised; numbers and “Đ/c” are dropped.',
    label: 'List',
    hint: 'Or paste from Word, Excel or Zalo.',
    chooseFile: 'Choose an Excel or CSV file',
    dropFile: 'Or drop an .xlsx or .csv file of at most 2 MB here. It is read, not kept.',
    reading: 'Reading the list …',
    template: 'No list yet? Download a form and fill it in:',
    example: 'Full name\tParty group\tPosition\nNguyễn Thị Minh Hòa\tTổ 1\tBí thư\nTrần Văn Đức\tTổ 2\t',
    read: 'Preview',
    previewTitle: 'Check before saving',
    previewLead: 'Correct or remove single rows if needed. Nothing is saved yet.',
    rosterChanged: 'Nothing saved: somebody has just changed the roster',
    rosterChangedNext:
      'These people may have been taken in just now. Compare again, then save; what you corrected by hand below has to be corrected again.',
    compareAgain: 'Compare again',
    columnsTitle: 'Columns',
    columnsNote: ({ used, unused }: { used: number; unused: number }) =>
      unused === 0 ? `${used} recognised` : `${used} recognised, ${unused} left out`,
    columnsLead: 'Where a column was recognised wrongly choose again; the list is read anew.',
    columnNumber: ({ number }: { number: number }) => `Column ${number}`,
    ignored: 'Leave this column out',
    problemsTitle: ({ count }: { count: number }) => (count === 1 ? '1 thing to check' : `${count} things to check`),
    problemsAll: ({ count }: { count: number }) => `Show all ${count}`,
    line: ({ line }: { line: number }) => `Line ${line}`,
    empty: 'No name was found. Paste a list with one full name a line.',
    'too-large': 'The list is too long. Import it in parts.',
    'too-many': ({ limit }: Details) => `The list has more than ${limit} names. Import it in parts.`,
    'too-long': ({ name, field, limit }: Details) => `${name}: ${field} is longer than ${limit} characters.`,
    'no-letters': ({ name }: Details) => `No name here${name === '' ? '' : `: “${name}”`}. The line was left out.`,
    duplicate: ({ name, other }: Details) => `“${name}” is already on line ${other}.`,
    'birthday-not-understood': ({ name, value }: Details) =>
      `${name}: the birthday “${value}” was not understood and left empty. Write day/month/year or the year alone.`,
    'month-not-understood': ({ name, field, value }: Details) =>
      `${name}: “${field}” as “${value}” was not understood and left empty. Write month/year, such as 01/2026.`,
    'month-order': ({ name }: Details) => `${name}: the last month is before the first, so it was left empty.`,
    'legacy-font': 'The text is in an old font (TCVN3, VNI). Convert it to Unicode and import it again.',
    otherProblem: 'This line was not understood. Check it.',
    summary: ({ added, changed, unchanged, open }: Summary) =>
      [
        `${added} new`,
        `${changed} changed`,
        `${unchanged} unchanged`,
        ...(open > 0 ? [`${open} to decide on`] : []),
      ].join(' · '),
    hideUnchanged: 'Hide unchanged people',
    lineHead: 'Line',
    monthsHead: 'Member',
    statusHead: 'Outcome',
    whoIsIt: 'This line is',
    choosePerson: 'Choose…',
    thisPerson: ({ person }: { person: string }) => `On the roster: ${person}`,
    otherPerson: 'Somebody else, to be added',
    undecided: 'Somebody of this name is on the roster. Is it one person or two?',
    twin: 'Same name, group and position as another. For two people add a year of birth; for one, remove this line.',
    rowDone: 'Done with this line',
    remove: ({ name }: { name: string }) => `Remove the line: ${name}`,
    save: ({ count }: { count: number }) => (count === 1 ? 'Save 1 member' : `Save ${count} members`),
    back: 'Start again',
    namelessLeft: 'Some line has no name.',
    undecidedLeft: 'Of some line it is not chosen who it is.',
    twinsLeft: 'Some equal names are not told apart yet.',
    tooManyLeft: 'At most 300 lines at a time. Import the list in parts.',
    nothingLeft: 'No line is left to save.',
    nothingNew: 'The roster says this already; there is nothing to save.',
  },
)

type Summary = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly open: number
}

/** What a column of a list holds. */
export const importFields = catalogue(
  {
    name: 'Họ và tên',
    familyName: 'Họ và tên đệm',
    givenName: 'Tên',
    group: 'Tổ đảng',
    position: 'Chức vụ',
    birthday: 'Ngày sinh',
    fromMonth: 'Từ tháng',
    toMonth: 'Đến tháng',
  },
  {
    name: 'Full name',
    familyName: 'Family and middle names',
    givenName: 'Given name',
    group: 'Party group',
    position: 'Position',
    birthday: 'Date of birth',
    fromMonth: 'From month',
    toMonth: 'To month',
  },
)

/** What becomes of a row. */
export const importStatuses = catalogue(
  {
    new: 'Mới',
    changed: 'Thay đổi',
    unchanged: 'Giữ nguyên',
    undecided: 'Cần chọn',
    twin: 'Trùng',
    nameless: 'Thiếu tên',
  },
  {
    new: 'New',
    changed: 'Changed',
    unchanged: 'Unchanged',
    undecided: 'Choose',
    twin: 'Same',
    nameless: 'No name',
  },
)
