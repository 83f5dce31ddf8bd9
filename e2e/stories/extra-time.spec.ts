import { expect, test } from '@playwright/test'
import { ask, choose, device, join, projectorSize, secondsApart, submit, submitLast } from '../fixtures/evening.ts'
import { openHost, openRoom, right } from '../fixtures/open-room.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'

let product: RunningProduct
test.beforeEach(async () => {
  product = await startProduct()
})
test.afterEach(async () => {
  await product.stop()
})

test('[A9] a member with extra time answers when the room’s time is up, and stands apart in the result', async ({
  browser,
}) => {
  const room = await openRoom(product, ['Trần Thị An', 'Lê Văn Bình'], [40])
  const host = await openHost(browser, product, room)
  const projector = await device(browser, projectorSize)
  await projector.goto(room.screenUrl)
  const an = await join(browser, product, room.roomCode, 'Trần Thị An')
  const binh = await join(browser, product, room.roomCode, 'Lê Văn Bình')

  await host.getByRole('button', { name: /Lê Văn Bình/ }).click()
  await host.getByLabel('Thời gian trả lời mỗi câu').selectOption('Nhân 2')
  await expect(binh.getByText('Đồng chí được thêm thời gian')).toBeVisible()
  await host.getByRole('button', { name: 'Đóng' }).click()
  await expect(host.getByRole('button', { name: /Lê Văn Bình.*thời gian × 2/ })).toBeVisible()

  await ask(host, 'Bắt đầu')
  await expect(an.getByRole('timer')).toBeVisible()
  await expect(binh.getByRole('timer')).toBeVisible()
  expect(await secondsApart(an, binh)).toBeGreaterThan(35)
  await choose(an, right)
  await submit(an)

  await expect(projector.getByText('Hết giờ — một số đồng chí còn thời gian')).toBeVisible({ timeout: 60_000 })
  await expect(host.getByText('Còn thời gian: Lê Văn Bình.')).toBeVisible()
  await expect(projector.getByText('Bình')).toHaveCount(0)
  await expect(an.getByText('Đúng', { exact: true })).toHaveCount(0)
  await host.getByRole('button', { name: /Kết thúc sớm/ }).click()
  await expect(host.getByRole('dialog').getByText('1 đồng chí đang trong thời gian được thêm')).toBeVisible()
  await host.getByText('Giữ nguyên', { exact: true }).click()
  await choose(binh, right)
  await submitLast(binh)

  await expect(an.getByText('Đúng', { exact: true }).first()).toBeVisible()
  await expect(projector.getByText('Công bố đáp án')).toBeVisible()
  await host.getByRole('button', { name: /Công bố kết quả/ }).click()
  await expect(projector.getByText('Không xếp hạng theo thời gian')).toBeVisible()
  await expect(projector.getByText('Lê Văn Bình · 10 điểm')).toBeVisible()
  await expect(binh.getByText('Không xếp hạng theo thời gian').first()).toBeVisible()
  await expect(host.getByRole('listitem').filter({ hasText: 'Lê Văn Bình' }).first()).toContainText(
    'Không xếp hạng theo thời gian',
  )
})
