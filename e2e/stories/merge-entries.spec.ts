import { expect, test } from '@playwright/test'
import { device, laptopSize, pasteRoster, setUp } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

test('two entries of one person are looked at, merged in a second step, and taken apart again', async ({ browser }) => {
  const product = await startProduct()
  try {
    const host = await device(browser, laptopSize)
    await setUp(host, product)
    await pasteRoster(host, ['Lê Thị Hoà\tTổ 1', 'Lê Thị Hòa\tTổ 2', 'Trần Văn Bình\tTổ 1'])
    await host.getByRole('link', { name: 'Gộp hai mục của một người' }).click()
    const choose = async (label: string, group: string) => {
      const select = host.getByLabel(label)
      const option = select.locator('option', { hasText: group }).filter({ hasText: 'Lê Thị' })
      await select.selectOption(await option.getAttribute('value'))
    }
    await choose('Mục giữ lại', 'Tổ 2')
    await choose('Mục gộp vào', 'Tổ 1')
    await host.getByRole('button', { name: 'Xem trước khi gộp' }).click()
    await expect(host.getByText('Chưa dự kỳ thi nào.').first()).toBeVisible()
    await host.getByRole('button', { name: 'Gộp hai mục này' }).click()
    await host.getByRole('dialog').getByRole('button', { name: 'Gộp hai mục này' }).click()
    await expect(host.getByText('Đã gộp. Kết quả của hai mục tính chung cho Lê Thị Hòa.')).toBeVisible()

    await host.getByRole('link', { name: /Danh sách đảng viên/ }).click()
    await expect(host.getByText('2 đảng viên')).toBeVisible()
    await host.getByRole('link', { name: 'Gộp hai mục của một người' }).click()
    await host.getByRole('button', { name: 'Tách lại mục Lê Thị Hoà' }).click()
    await host.getByRole('dialog').getByRole('button', { name: 'Tách lại' }).click()
    await expect(host.getByText('Đã tách lại mục Lê Thị Hoà.')).toBeVisible()
    await host.getByRole('link', { name: /Danh sách đảng viên/ }).click()
    await expect(host.getByText('3 đảng viên')).toBeVisible()
  } finally {
    await product.stop()
  }
})
