import { expect, type Page, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import {
  ask,
  choose,
  device,
  join,
  laptopSize,
  openProjector,
  openRoomWith,
  pasteRoster,
  phoneSize,
  setUp,
  submit,
  submitLast,
} from '../fixtures/evening.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'

const members = [
  'Trần Thị An',
  'Lê Văn Bình',
  'Phạm Thị Châu',
  'Đỗ Minh Đức',
  'Ngô Thị Yến',
  'Vũ Thị Hòa',
  'Bùi Quang Khải',
  'Đặng Thu Lan',
  'Hoàng Văn Nam',
  'Lý Thị Phượng',
]
const questionText = await readFile(
  new URL('../../packages/formats/src/fixtures/nam-cau-hoi.txt', import.meta.url),
  'utf8',
)

/** The right option of each question, and a wrong one; question 4 has 45 seconds. */
const questions = [
  { right: 'Ban Chấp hành Trung ương', wrong: 'Bộ Chính trị' },
  { right: '15/5/2016', wrong: '14/5/2011' },
  { right: 'Chỉ thị số 05-CT/TW', wrong: 'Chỉ thị số 03-CT/TW' },
  { right: 'Trách nhiệm nêu gương', wrong: 'Sinh hoạt chi bộ' },
  { right: 'Ban Bí thư', wrong: 'Bộ Chính trị' },
]

let product: RunningProduct
test.beforeEach(async () => {
  product = await startProduct()
})
test.afterEach(async () => {
  await product.stop()
})

test('one contest, from a pasted question set to the month’s and the year’s board', async ({ browser }) => {
  const host = await device(browser, laptopSize)
  await setUp(host, product)
  await pasteRoster(host, members)
  const roomCode = await openRoomWith(host, questionText, 5)
  const projector = await openProjector(browser, product, host)
  await expect(projector.getByText(roomCode.slice(0, 3)).first()).toBeVisible()

  const an = await join(browser, product, roomCode, 'Trần Thị An', 'tran an')
  const binh = await join(browser, product, roomCode, 'Lê Văn Bình', 'binh')
  const chau = await join(browser, product, roomCode, 'Phạm Thị Châu', 'chau')
  await expect(projector.getByText('Lê Văn Bình')).toBeVisible()

  // 1: three phones; An is quicker than Bình, and both are right; Châu reloads mid-question and keeps the answer.
  await ask(host, 'Bắt đầu')
  await choose(an, questions[0]?.right ?? '')
  await submit(an)
  await choose(chau, questions[0]?.wrong ?? '')
  await submit(chau)
  await chau.reload()
  await expect(chau.getByText('Đã ghi nhận').first()).toBeVisible()
  await expect(projector.getByText('2/3')).toBeVisible()
  await answerAll(0, [[binh, 'right']])
  await expect(an.getByText('Đúng', { exact: true }).first()).toBeVisible()
  await expect(chau.getByText('Chưa đúng', { exact: true }).first()).toBeVisible()
  await expect(an.getByText('Trần Thị An')).toHaveCount(0)

  // 2: a fourth phone joins late and competes (A8).
  const duc = await join4(browser, roomCode)
  await ask(host, 'Câu tiếp theo')
  await answerAll(1, [
    [an, 'right'],
    [binh, 'right'],
    [chau, 'right'],
    [duc, 'right'],
  ])

  // 3: the key turns out wrong: it is corrected in front of all, and everyone is counted again (R6).
  await ask(host, 'Câu tiếp theo')
  await answerAll(2, [
    [an, 'right'],
    [binh, 'right'],
    [chau, 'wrong'],
    [duc, 'right'],
  ])
  await expect(chau.getByText('Chưa đúng', { exact: true }).first()).toBeVisible()
  await host.getByRole('button', { name: 'Đáp án có vấn đề?' }).click()
  const dialog = host.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Chỉ thị số 05-CT/TW' }).uncheck()
  await dialog.getByRole('checkbox', { name: 'Chỉ thị số 03-CT/TW' }).check()
  await dialog.getByRole('button', { name: 'Sửa đáp án' }).last().click()
  await expect(chau.getByText('Đúng', { exact: true }).first()).toBeVisible()
  await expect(an.getByText('Chưa đúng', { exact: true }).first()).toBeVisible()
  await host
    .getByRole('button', { name: /Đóng|Đã hiểu/ })
    .first()
    .click()

  for (const index of [3, 4]) {
    await ask(host, 'Câu tiếp theo')
    await answerAll(index, [
      [an, 'right'],
      [binh, 'right'],
      [chau, 'right'],
      [duc, 'right'],
    ])
  }

  // Podium: An and Bình are tied on points and ranked by time.
  await host.getByRole('button', { name: 'Công bố kết quả' }).click()
  await expect(projector.getByText('Kết quả tạm thời').first()).toBeVisible()
  await expect(projector.getByText(/cùng 8 điểm; .* giây so với .* giây/).first()).toBeVisible()
  await host.getByRole('button', { name: 'Chốt kết quả' }).click()
  await host.getByRole('dialog').getByRole('button', { name: 'Chốt kết quả' }).click()
  await expect(projector.getByText('Kết quả đã chốt').first()).toBeVisible()
  await expect(an.getByText('Kết quả đã chốt').first()).toBeVisible()
  await an.getByText(/Câu 1/).first().click()
  await expect(an.getByText('Ban Chấp hành Trung ương').first()).toBeVisible()

  // Both boards, through the cell's secret link, on a phone that nobody signed in on.
  const boardUrl = await host.getByRole('link', { name: 'Bảng thành tích tháng' }).getAttribute('href')
  const reader = await device(browser, phoneSize)
  await reader.goto(boardUrl ?? '')
  for (const title of [/^Kết quả tháng \d+\/\d+$/, /^Kết quả năm \d+$/]) {
    const board = reader.locator('section', { has: reader.getByRole('heading', { name: title }) })
    await expect(board.getByRole('listitem').first()).toContainText('Trần Thị An')
    await expect(board.getByRole('listitem').first()).toContainText('8 điểm')
  }
  // P1: who stayed away has no line.
  await expect(reader.getByText('Ngô Thị Yến')).toHaveCount(0)
})

/** All answer, in this order; the last one closes the question. */
async function answerAll(index: number, answers: readonly (readonly [Page, 'right' | 'wrong'])[]): Promise<void> {
  for (const [position, [phone, choice]] of answers.entries()) {
    await choose(phone, questions[index]?.[choice] ?? '')
    await (position === answers.length - 1 ? submitLast(phone) : submit(phone))
  }
}

async function join4(browser: Parameters<typeof device>[0], roomCode: string): Promise<Page> {
  const phone = await device(browser, phoneSize)
  await phone.goto(`${product.url}/p/${roomCode}`)
  await phone.getByLabel('Tìm tên').fill('duc')
  await phone.getByRole('button', { name: 'Đỗ Minh Đức' }).click()
  await phone.getByRole('button', { name: 'Đúng là tôi' }).click()
  await expect(phone.getByText('Đồng chí là ai?')).toHaveCount(0)
  return phone
}
