import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { device, laptopSize, pasteRoster, setUp } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

test('the owner hands a member their data, and erases them in two steps by typing the name', async ({ browser }) => {
  const product = await startProduct()
  try {
    const host = await device(browser, laptopSize)
    await setUp(host, product)
    await pasteRoster(host, ['Đặng Thị Xuân Tuyết', 'Lê Văn Bình'])
    await host.getByRole('button', { name: 'Sửa: Đặng Thị Xuân Tuyết' }).click()

    const downloading = host.waitForEvent('download')
    await host.getByRole('link', { name: 'Bản để đọc và in' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('du-lieu-ca-nhan.html')
    const file = await download.path()
    expect(await readFile(file, 'utf8')).toContain('Đồng chí Đặng Thị Xuân Tuyết')

    await host.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click()
    const dialog = host.getByRole('dialog')
    const typed = dialog.getByLabel('Gõ lại đúng họ tên')
    await typed.fill('Đặng Thị Xuân')
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click()
    await expect(dialog.getByText('Chưa giống họ tên trong danh sách.')).toBeVisible()
    await typed.fill('Đặng Thị Xuân Tuyết')
    await dialog.getByRole('button', { name: 'Tiếp tục' }).click()
    const forGood = dialog.getByRole('button', { name: 'Xóa vĩnh viễn' })
    await expect(forGood).toBeDisabled()
    await dialog.getByLabel('Tôi hiểu và muốn xóa').check()
    await forGood.click()

    await expect(dialog).toBeHidden()
    await expect(host.getByText('Lê Văn Bình')).toBeVisible()
    await expect(host.getByText('Đặng Thị Xuân Tuyết')).toBeHidden()
    await expect(host.getByText('Thành viên đã xóa')).toBeHidden()
    await host.goto(`${product.url}/host/audit`)
    await expect(host.getByText('xóa dữ liệu cá nhân của một người, nay là “Thành viên đã xóa 1”')).toBeVisible()
  } finally {
    await product.stop()
  }
})
