import { expect, test } from '@playwright/test'
import { device, endQuestion, join, laptopSize, pasteRoster, setUp, writeContest } from '../fixtures/evening.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'

let product: RunningProduct
test.beforeEach(async () => {
  product = await startProduct()
})
test.afterEach(async () => {
  await product.stop()
})

const questions = `Câu 1: Kết luận số 21-KL/TW ban hành năm nào?
A. 2016
*B. 2021

Câu 2: Nghị quyết nêu mấy nhiệm vụ trọng tâm?
A. Ba nhiệm vụ
*B. Năm nhiệm vụ`
const notes = 'Mời đồng chí Ba phát biểu sau câu 1'
const next = 'Câu 2: Nghị quyết nêu mấy nhiệm vụ trọng tâm?'

test('private notes and the next question are on the page, and come to it, only while the button is held down', async ({
  browser,
}) => {
  const host = await device(browser, laptopSize)
  await setUp(host, product)
  await pasteRoster(host, ['Trần Thị An'])
  await writeContest(host, questions, 2)
  await host.getByLabel('Ghi chú của người điều hành').fill(notes)
  await expect(host.getByText('Đã lưu', { exact: true }).first()).toBeVisible()
  await host.reload()
  await expect(host.getByLabel('Ghi chú của người điều hành')).toHaveValue(notes)
  await host.getByRole('button', { name: 'Mở phòng thi' }).first().click()
  await host.getByRole('button', { name: 'Khóa câu hỏi và mở phòng' }).click()
  const code = host.getByText(/^\d{3}\s?\d{3}$/).first()
  const an = await join(browser, product, (await code.innerText()).replaceAll(/\D/g, ''), 'Trần Thị An')

  const received: string[] = []
  for (const page of [host, an]) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => received.push(String(payload)))
    })
  }
  await host.reload()
  await host.getByRole('button', { name: 'Bắt đầu' }).click()
  await host.getByRole('button', { name: 'Cắt ngắn phần đọc' }).click()
  await endQuestion(host)
  await expect(host.getByRole('button', { name: 'Câu tiếp theo', exact: true })).toBeVisible()
  expect(received.join()).not.toContain(notes)
  expect(received.join()).not.toContain('trọng tâm')

  // By mouse …
  const peek = host.getByRole('button', { name: 'Giữ để xem câu tiếp theo và ghi chú' })
  await peek.hover()
  await host.mouse.down()
  await expect(host.getByText(next)).toBeVisible()
  await expect(host.getByText(`Ghi chú: ${notes}`)).toBeVisible()
  await host.mouse.up()
  await expect(host.getByText(next)).toHaveCount(0)
  await expect(host.getByText(notes)).toHaveCount(0)

  // … and by key; never an option (A5), and nothing of it on another page.
  await peek.focus()
  await host.keyboard.down('Enter')
  await expect(host.getByText(next)).toBeVisible()
  await host.keyboard.up('Enter')
  await expect(host.getByText(next)).toHaveCount(0)
  expect(received.join()).toContain(notes)
  expect(received.join()).not.toContain('Năm nhiệm vụ')
  await expect(an.getByText(notes)).toHaveCount(0)
})
