import { expect, test } from '@playwright/test'
import {
  choose,
  device,
  endQuestion,
  join,
  laptopSize,
  openProjector,
  pasteRoster,
  setUp,
  submit,
  submitLast,
  writeContest,
} from '../fixtures/evening.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'

let product: RunningProduct
test.beforeEach(async () => {
  product = await startProduct()
})
test.afterEach(async () => {
  await product.stop()
})

const doesNotCount = 'Câu khởi động – không tính điểm'

test('[C10] a warm-up: switched on and written, played through a death of the server, and counted nowhere', async ({
  browser,
}) => {
  const host = await device(browser, laptopSize)
  await setUp(host, product)
  await pasteRoster(host, ['Trần Thị An', 'Lê Văn Bình'])
  await writeContest(host, 'Câu 1: Kết luận số 21-KL/TW do cơ quan nào ban hành?\nA. Bộ Chính trị\n*B. Trung ương', 1)

  // Off by default; ready-made when it is switched on, and another one may be asked.
  const isAsked = host.getByRole('checkbox', { name: 'Câu khởi động trước câu 1' })
  await expect(isAsked).not.toBeChecked()
  await isAsked.check()
  const fields = host.getByRole('group', { name: 'Câu khởi động' })
  await expect(fields.getByLabel('Nội dung câu hỏi')).toHaveValue('Đồng chí đang ngồi ở khu vực nào?')
  await fields.getByLabel('Nội dung câu hỏi').fill('')
  await expect(host.getByText('Câu khởi động cần sửa trước khi mở phòng thi.')).toBeVisible()
  await fields.getByLabel('Nội dung câu hỏi').fill('Đồng chí ngồi ở đâu trong hội trường?')
  await fields.getByRole('button', { name: 'Bỏ phương án D' }).click()
  await expect(host.getByText('Đã lưu', { exact: true }).first()).toBeVisible()
  await host.reload()
  await expect(fields.getByRole('textbox', { name: 'Phương án C' })).toHaveValue('Các hàng ghế cuối')
  await expect(fields.getByRole('textbox', { name: 'Phương án D' })).toHaveCount(0)

  await host.getByRole('button', { name: 'Mở phòng thi' }).first().click()
  await host.getByRole('button', { name: 'Khóa câu hỏi và mở phòng' }).click()
  const roomCode = (
    await host
      .getByText(/^\d{3}\s?\d{3}$/)
      .first()
      .innerText()
  ).replaceAll(/\D/g, '')
  const projector = await openProjector(browser, product, host)
  const an = await join(browser, product, roomCode, 'Trần Thị An')
  const binh = await join(browser, product, roomCode, 'Lê Văn Bình')

  await expect(projector.getByText('Mở đầu bằng câu khởi động, không tính điểm')).toBeVisible()
  await expect(host.getByText('Mở đầu bằng câu khởi động, không tính điểm.')).toBeVisible()
  for (const phone of [an, binh]) await expect(phone.getByText('Mở đầu là một câu khởi động để thử máy')).toBeVisible()
  await host.getByRole('button', { name: 'Bắt đầu câu khởi động' }).click()
  await expect(projector.getByText('Chuẩn bị: câu khởi động, không tính điểm')).toBeVisible()
  await host.getByRole('button', { name: 'Cắt ngắn phần đọc' }).click()
  for (const phone of [an, binh]) await expect(phone.getByText(doesNotCount).first()).toBeVisible()
  await choose(an, 'Các hàng ghế giữa')
  await submit(an)
  await product.killServer()
  await expect(projector.getByText('1/2', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(an.getByText('Đã ghi nhận').first()).toBeVisible()
  await expect(host.getByRole('button', { name: 'Kết thúc sớm', exact: true })).toBeEnabled({ timeout: 30_000 })
  await endQuestion(host)

  await expect(an.getByText('Máy của đồng chí hoạt động tốt').first()).toBeVisible()
  await expect(binh.getByText('Chưa nhận được câu trả lời').first()).toBeVisible()
  await expect(projector.getByText(doesNotCount).first()).toBeVisible()
  await expect(projector.getByText('Đồng chí nào chưa trả lời được, xin báo ngay người điều hành.')).toBeVisible()
  for (const page of [an, binh, projector, host]) {
    await expect(page.getByText(/Đúng|Chưa đúng|Đáp án đúng/)).toHaveCount(0)
  }
  await expect(host.getByRole('button', { name: /Trần Thị An.*Đã trả lời|Đã trả lời.*Trần Thị An/ })).toBeVisible()
  await expect(host.getByRole('button', { name: 'Bảng xếp hạng tạm thời' })).toHaveCount(0)

  await host.getByRole('button', { name: 'Bắt đầu câu 1' }).click()
  await host.getByRole('button', { name: 'Cắt ngắn phần đọc' }).click()
  await expect(an.getByText('Câu 1/1').first()).toBeVisible()
  await choose(an, 'Bộ Chính trị')
  await submit(an)
  await choose(binh, 'Trung ương')
  await submitLast(binh)
  await host.getByRole('button', { name: 'Công bố kết quả' }).click()
  await expect(projector.getByText('Lê Văn Bình').first()).toBeVisible()
  await expect(binh.getByText('Hạng Nhất').first()).toBeVisible()
  await expect(an.getByText('Câu 1/1').first()).toBeVisible()
  for (const page of [an, binh, projector]) await expect(page.getByText('khởi động')).toHaveCount(0)
})
