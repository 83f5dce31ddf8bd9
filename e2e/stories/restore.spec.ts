import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { device, laptopSize, pasteRoster, secretary, setUp, signIn } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

test('a copy that was taken away is restored by the button; whoever was erased since then stays erased', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const host = await device(browser, laptopSize)
    await setUp(host, product)
    await pasteRoster(host, ['Đặng Thị Xuân Tuyết', 'Lê Văn Bình'])
    await host.goto(`${product.url}/host/backups`)
    await host.getByRole('button', { name: 'Sao lưu ngay' }).click()
    await expect(host.getByRole('status').getByText(/Đã sao lưu lúc/)).toBeVisible()

    const downloading = host.waitForEvent('download')
    await host.getByRole('link', { name: /Tải về bản/ }).click()
    // Kept apart: from the copies on the list, who is erased is erased too.
    const takenAway = await (await downloading).path()

    await pasteRoster(host, ['Trần Văn Mẫu'])
    await host.getByRole('button', { name: 'Sửa: Đặng Thị Xuân Tuyết' }).click()
    await host.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click()
    const erase = host.getByRole('dialog')
    await erase.getByLabel('Gõ lại đúng họ tên').fill('Đặng Thị Xuân Tuyết')
    await erase.getByRole('button', { name: 'Tiếp tục' }).click()
    await erase.getByLabel('Tôi hiểu và muốn xóa').check()
    await erase.getByRole('button', { name: 'Xóa vĩnh viễn' }).click()
    await expect(erase).toBeHidden()

    await host.goto(`${product.url}/host/backups`)
    const choosing = host.waitForEvent('filechooser')
    await host.getByRole('button', { name: 'Chọn tệp…' }).click()
    await (await choosing).setFiles({ name: 'khac-sau.sqlite', mimeType: '', buffer: await readFile(takenAway) })
    const restore = host.getByRole('dialog')
    await restore.getByLabel('Mật khẩu', { exact: true }).fill(secretary.password)
    await restore.getByRole('button', { name: 'Tiếp tục' }).click()
    await restore.getByLabel('Tôi hiểu và muốn khôi phục').check()
    await restore.getByRole('button', { name: 'Khôi phục ngay' }).click()
    await expect(host.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible({ timeout: 60_000 })

    await signIn(host, product, secretary)
    await host.getByRole('link', { name: 'Đảng viên' }).first().click()
    await expect(host.getByText('Lê Văn Bình')).toBeVisible()
    // Written after the copy was made.
    await expect(host.getByText('Trần Văn Mẫu')).toHaveCount(0)
    await expect(host.getByText('Đặng Thị Xuân Tuyết')).toHaveCount(0)
    await host.goto(`${product.url}/host/backups`)
    await expect(host.getByText('Đã khôi phục dữ liệu')).toBeVisible()
  } finally {
    await product.stop()
  }
})
