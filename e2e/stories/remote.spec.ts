import { expect, test } from '@playwright/test'
import { choose, join, submit } from '../fixtures/evening.ts'
import { openHost, openRoom, right } from '../fixtures/open-room.ts'
import { codesShownTo, pairingCode, scan } from '../fixtures/remote.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'

let product: RunningProduct
test.beforeEach(async () => {
  product = await startProduct()
})
test.afterEach(async () => {
  await product.stop()
})

test('a phone as remote: paired by a code, through an outage, ended, paired again, to the result', async ({
  browser,
}) => {
  const room = await openRoom(product, ['Trần Thị An', 'Lê Văn Bình'], [60, 60])
  const host = await openHost(browser, product, room)
  const codes = codesShownTo(host)
  await host.reload()
  await host.getByRole('heading', { name: 'Điện thoại điều khiển' }).click()
  const code = await pairingCode(host, codes, 'Ghép điện thoại')
  const remote = await scan(browser, code)
  await expect(remote.getByText('Chưa có ai vào phòng.')).toBeVisible()
  await expect(host.getByText('Một điện thoại đang điều khiển.')).toBeVisible()
  await expect(host.getByRole('dialog')).toHaveCount(0)
  // The secret does not stay in the address.
  await expect(remote).toHaveURL(/\/remote$/)
  const late = await scan(browser, code)
  await expect(late.getByText('Mã ghép đã dùng hoặc đã hết hạn')).toBeVisible()

  const an = await join(browser, product, room.roomCode, 'Trần Thị An')
  await join(browser, product, room.roomCode, 'Lê Văn Bình')
  await remote.getByRole('button', { name: 'Bắt đầu' }).click()
  await remote.getByRole('button', { name: 'Cắt ngắn phần đọc' }).click()
  await expect(remote.getByRole('timer', { name: 'Thời gian còn lại' })).toBeVisible()
  await choose(an, right)
  await submit(an)
  await expect(remote.getByRole('progressbar', { name: 'Đã trả lời' })).toHaveAttribute('aria-valuetext', '1/2')
  await expect(remote.getByText('Trần Thị An')).toHaveCount(0)

  // Out of the hand and back; then the server dies, and the remote is one still.
  await remote.goto('about:blank')
  await expect(host.getByText('Đã ghép một điện thoại; điện thoại đó đang mất kết nối.')).toBeVisible()
  await remote.goto(`${product.url}/remote`)
  await expect(host.getByText('Một điện thoại đang điều khiển.')).toBeVisible()
  await product.killServer()
  await expect(remote.getByText('Mất kết nối')).toBeVisible()
  await expect(remote.getByText('Mất kết nối')).toHaveCount(0)
  await remote.getByRole('button', { name: 'Kết thúc sớm' }).click()
  await expect(remote.getByText('Còn 1 đồng chí chưa trả lời.')).toBeVisible()
  await remote.getByRole('dialog').getByRole('button', { name: 'Kết thúc câu này' }).click()
  await expect(remote.getByText('Đã công bố đáp án')).toBeVisible()
  await remote.reload()
  await expect(remote.getByRole('button', { name: 'Câu tiếp theo' })).toBeVisible()

  await host.getByRole('button', { name: 'Ngắt điện thoại này' }).click()
  await expect(remote.getByText('Điện thoại này không còn điều khiển kỳ thi')).toBeVisible()
  await remote.goto(await pairingCode(host, codes, 'Ghép điện thoại'))
  await remote.getByRole('button', { name: 'Câu tiếp theo' }).click()
  await remote.getByRole('button', { name: 'Cắt ngắn phần đọc' }).click()
  await remote.getByRole('button', { name: 'Kết thúc sớm' }).click()
  await remote.getByRole('dialog').getByRole('button', { name: 'Kết thúc câu này' }).click()
  await remote.getByRole('button', { name: 'Công bố kết quả' }).click()
  await expect(remote.getByText('Kỳ thi đã kết thúc')).toBeVisible()
  await expect(remote.getByRole('button', { name: 'Chốt kết quả' })).toHaveCount(0)
  await remote.reload()
  await expect(remote.getByText('Điện thoại này không còn điều khiển kỳ thi')).toBeVisible()
})
