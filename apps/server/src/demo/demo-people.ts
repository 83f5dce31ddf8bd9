import type { TimePercent } from '@khac-sau/engine'

/** An invented member: how much they know, how quickly they press, and how long they have been a member. */
export type DemoPerson = {
  readonly name: string
  readonly groupName: string
  readonly ranked: boolean
  /** The share of questions that they know. */
  readonly knowledge: number
  readonly paceMillis: number
  /** A9 */
  readonly timePercent: TimePercent
  /** Joined the cell so many months after the first contest. */
  readonly joinedAfter: number
}

const [one, two] = ['Tổ đảng số 1', 'Tổ đảng số 2']

/** None of them exists. Two have one name; one has extra time (A9); one writes the questions and is *không xếp hạng* (R5). */
export const demoPeople: readonly DemoPerson[] = [
  person('Nguyễn Thị Thu Hà', one, 0.95, 9_000),
  person('Trần Văn Phúc', one, 0.8, 14_000),
  person('Lê Thị Hồng Nhung', one, 0.92, 11_000),
  person('Phạm Minh Khôi', one, 0.75, 7_000),
  person('Thạch Thị Sa Ry', one, 0.9, 12_000),
  person('Huỳnh Ngọc Diệp', one, 0.7, 16_000),
  person('Ngô Thị Mỹ Duyên', one, 0.85, 13_000),
  person('Võ Thị Kim Loan', two, 0.93, 10_000),
  person('Đặng Quốc Bảo', two, 0.65, 8_000),
  person('Bùi Thị Thanh Thảo', two, 0.88, 15_000),
  { ...person('Danh Hoàng Sơn', two, 0.82, 18_000), timePercent: 150 },
  person('Ngô Thị Mỹ Duyên', two, 0.78, 12_000),
  { ...person('Hồ Văn Út', two, 0.72, 20_000), joinedAfter: 3 },
  { ...person('Đỗ Thị Ánh Nguyệt', two, 0.98, 6_000), ranked: false },
]

/** Who was absent from which past contest (by index), and whether the committee excused it (S2). */
export const demoAbsences: readonly { readonly person: number; readonly contest: number; readonly excused: boolean }[] =
  [
    { person: 5, contest: 0, excused: true },
    { person: 8, contest: 1, excused: false },
    { person: 10, contest: 2, excused: false },
    { person: 1, contest: 3, excused: true },
    { person: 13, contest: 3, excused: false },
    { person: 8, contest: 4, excused: false },
    { person: 3, contest: 5, excused: false },
    { person: 11, contest: 6, excused: true },
  ]

function person(name: string, groupName: string, knowledge: number, paceMillis: number): DemoPerson {
  return { name, groupName, ranked: true, knowledge, paceMillis, timePercent: 100, joinedAfter: 0 }
}
