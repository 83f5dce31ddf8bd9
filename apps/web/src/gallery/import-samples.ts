import type { RosterPreview } from '@khac-sau/protocol'

const silent = {
  groupName: '',
  position: '',
  birthday: null,
  fromMonth: null,
  toMonth: null,
  memberId: null,
  unsure: false,
}

/** A list as it comes: known people, new ones, some that somebody has to decide on, and rows that could not be read. */
export const importPreview: RosterPreview = {
  revision: 12,
  columns: [
    { label: 'STT', use: null },
    { label: 'Họ và tên', use: 'name' },
    { label: 'Tổ đảng', use: 'group' },
    { label: 'Chức vụ Đảng', use: 'position' },
    { label: 'Ngày sinh', use: 'birthday' },
    { label: 'Ngày vào chi bộ', use: 'fromMonth' },
    { label: 'Số điện thoại', use: null },
  ],
  entries: [
    { ...silent, line: 4, name: 'Nguyễn Thị Hồng Ngưỡng', groupName: 'Tổ đảng 1', position: 'Bí thư', memberId: '0' },
    { ...silent, line: 5, name: 'Trần Văn Đức', groupName: 'Tổ đảng 2', birthday: '1978-05-04', memberId: '1' },
    {
      ...silent,
      line: 6,
      name: 'Phạm Quốc Oanh',
      groupName: 'Tổ đảng 2',
      position: 'Tổ trưởng tổ đảng',
      memberId: '3',
    },
    { ...silent, line: 7, name: 'Đặng Thị Yến', groupName: 'Tổ đảng 2', unsure: true },
    { ...silent, line: 8, name: 'Thạch Thị Sa Ry', groupName: 'Tổ đảng 1', birthday: '1990', fromMonth: '2026-03' },
    { ...silent, line: 9, name: 'Huỳnh Ngọc Diệp', groupName: 'Tổ đảng 1' },
    { ...silent, line: 10, name: 'Huỳnh Ngọc Diệp', groupName: 'Tổ đảng 1' },
  ],
  problems: [
    {
      code: 'birthday-not-understood',
      line: 6,
      field: 'birthday',
      values: { name: 'Phạm Quốc Oanh', value: '31/04/1980' },
    },
    { code: 'duplicate', line: 10, field: null, values: { name: 'Huỳnh Ngọc Diệp', other: '9' } },
    { code: 'no-letters', line: 12, field: null, values: { name: '0912 345 678' } },
  ],
}

/** As large as a list may be. */
export const largePreview: RosterPreview = {
  ...importPreview,
  entries: Array.from({ length: 200 }, (_, index) => ({
    ...silent,
    line: index + 2,
    name: `Nguyễn Văn Mẫu ${index + 1}`,
    groupName: `Tổ đảng ${(index % 7) + 1}`,
    fromMonth: '2026-01',
  })),
  problems: Array.from({ length: 40 }, (_, index) => ({
    code: 'no-letters',
    line: index + 210,
    field: null,
    values: { name: '' },
  })),
}
