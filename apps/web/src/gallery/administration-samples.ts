import { administrationActions } from '@khac-sau/engine'
import type { AdministeredCell, AdministrationJournal, CellListPreview, CellsMade } from '@khac-sau/protocol'

const since = 1_776_000_000_000
const dayMillis = 86_400_000

const cellNames = [
  'Chi bộ Trường Tiểu học Sông Trăng',
  'Chi bộ Trường Mầm non Hoa Sen',
  'Chi bộ Trạm Y tế xã Sông Trăng',
  'Chi bộ Quân sự xã Sông Trăng',
  'Chi bộ ấp Bình Thuận, xã Sông Trăng, gồm cả đảng viên sinh hoạt tạm thời tại khu công nghiệp Đồng Khởi',
  'Chi bộ Công an xã Sông Trăng',
  'Chi bộ cơ quan Ủy ban nhân dân xã Sông Trăng',
  'Chi bộ Hợp tác xã Tân Lập',
]
const owners = ['Lê Thị Mẫu', 'Trần Văn Mẫu', 'Phạm Thị Thử', 'Nguyễn Văn Thử']

export const administeredCells: readonly AdministeredCell[] = cellNames.map((name, index) => {
  const owner = owners[index]
  const isIn = owner !== undefined && index !== 2
  return {
    cellId: String(index),
    name,
    createdAtMs: since,
    closedAtMs: index === 1 ? since : null,
    activeMembers: isIn ? 12 + index * 7 : 0,
    contests: isIn ? 5 - index : 0,
    lastContestAtMs: isIn && index < 2 ? since - index * 9 * dayMillis : null,
    storedBytes: isIn ? 1_240_000 * (index + 1) : 0,
    owners: isIn
      ? [
          {
            accountId: `owner-${index}`,
            login: `bithu${index + 1}`,
            displayName: owner,
            lastUsedAtMs: index === 3 ? null : since - index * 3_600_000,
          },
        ]
      : [],
    invitation:
      isIn || index === 5
        ? null
        : { inviteeName: index === 7 ? null : 'Đỗ Thị Mẫu', expiresAtMs: since + 7 * dayMillis },
  }
})

export const cellListPreview: CellListPreview = {
  rows: [
    { line: 2, name: cellNames[0] ?? '', secretaryName: 'Lê Thị Mẫu', problem: 'exists', otherLine: null },
    { line: 3, name: 'Chi bộ Thư viện Sông Trăng', secretaryName: 'Đỗ Thị Mẫu', problem: null, otherLine: null },
    { line: 4, name: 'Chi bộ Chợ Mới', secretaryName: '', problem: null, otherLine: null },
    { line: 5, name: 'Chi bộ Chợ Mới', secretaryName: 'Trần Văn Mẫu', problem: 'duplicate', otherLine: 4 },
    { line: 6, name: '', secretaryName: 'Phạm Thị Thử', problem: 'no-letters', otherLine: null },
  ],
  problems: [],
}

export const cellsMade: CellsMade = {
  cells: cellNames.slice(0, 3).map((name, index) => ({
    cellId: String(index),
    name,
    secretaryName: index === 2 ? '' : (owners[index] ?? ''),
    url: `https://quiz.example.vn/host/invitation#mot-lan-duy-nhat-22k${index}`,
  })),
  expiresAtMs: since,
  csv: '',
}

export const administrationJournal: AdministrationJournal = {
  lines: administrationActions.map((action, index) => ({
    seq: 20 - index,
    atMs: since - index * 700_000,
    action,
    login: action.startsWith('administrator-') ? null : 'quantri',
    cellName: index === 5 ? '' : (cellNames[index % 4] ?? null),
    detail: '12',
  })),
  older: 3,
}
