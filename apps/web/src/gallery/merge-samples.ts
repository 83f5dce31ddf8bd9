import type { MergePreview, Merges } from '@khac-sau/protocol'

export const mergePreview: MergePreview = {
  contests: [
    { contestId: 'c', month: '2026-03', title: 'Kết luận số 21-KL/TW', memberId: '7' },
    { contestId: 'd', month: '2026-04', title: 'Tìm hiểu Nghị quyết số 57-NQ/TW', memberId: '5' },
    { contestId: 'e', month: '2026-05', title: 'Quy định số 37-QĐ/TW', memberId: '5' },
  ],
  both: [],
}

export const merges: Merges['merges'] = [
  {
    memberId: '9',
    name: 'Lê Thị Ánh',
    groupName: 'Tổ đảng 2',
    fromMonth: '2026-01',
    toMonth: '2026-03',
    intoMemberId: '2',
    intoName: 'Lê Thị Ánh',
    mergedByName: 'Trần Thị Lan',
    mergedAtMs: 1_776_000_000_000,
  },
]
