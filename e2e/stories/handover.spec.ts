import { expect, test } from '@playwright/test'
import {
  acceptInvitation,
  device,
  laptopSize,
  onThisMachine,
  pasteRoster,
  secretary,
  setUp,
  signIn,
} from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

test('an owner hands the cell over, step by step, and may only look from then on', async ({ browser }) => {
  const product = await startProduct()
  try {
    const owner = await device(browser, laptopSize)
    await setUp(owner, product)
    await pasteRoster(owner, ['Lê Văn Bình'])
    const elsewhere = await device(browser, laptopSize)
    await signIn(elsewhere, product, secretary)

    await owner.goto(`${product.url}/host/account`)
    await owner.getByRole('link', { name: 'Bàn giao chi bộ' }).click()
    await owner.getByRole('button', { name: 'Bắt đầu bàn giao' }).click()
    await owner.getByRole('button', { name: 'Mời người kế nhiệm' }).click()
    await owner.getByRole('button', { name: 'Tạo liên kết mời' }).click()
    const link = await owner.getByLabel('Liên kết mời').inputValue()
    await owner.getByRole('dialog').getByRole('button', { name: 'Xong' }).last().click()
    await expect(owner.getByText(/Đã mời, liên kết dùng được đến/)).toBeVisible()

    const successor = await device(browser, laptopSize)
    const account = { name: 'Trần Thị Lan', login: 'lan', password: 'mat-khau-cua-lan' }
    await acceptInvitation(successor, onThisMachine(product, link), account)
    await expect(owner.getByText('Đang đăng nhập: Trần Thị Lan.')).toBeVisible()

    await owner.getByRole('link', { name: 'Đến trang Sao lưu' }).click()
    await owner.getByRole('button', { name: 'Sao lưu ngay' }).click()
    await expect(owner.getByRole('status').getByText(/Đã sao lưu lúc/)).toBeVisible()
    // Another day: it goes on where it was.
    await owner.goto(`${product.url}/host/handover`)
    await expect(owner.getByText(/Đã sao lưu lúc/)).toBeVisible()
    await owner.getByRole('button', { name: 'Đã rà soát xong' }).click()
    await expect(owner.getByText('Đã rà soát.', { exact: true })).toBeVisible()

    await owner.getByRole('button', { name: 'Hoàn tất bàn giao' }).click()
    const leave = owner.getByRole('dialog')
    await leave.getByLabel('Mật khẩu', { exact: true }).fill('mat-khau-khac-han')
    await leave.getByRole('button', { name: 'Hoàn tất bàn giao' }).click()
    await expect(leave.getByText('Mật khẩu chưa đúng')).toBeVisible()
    await leave.getByLabel('Mật khẩu', { exact: true }).fill(secretary.password)
    await leave.getByRole('button', { name: 'Hoàn tất bàn giao' }).click()

    for (const page of [owner, elsewhere]) {
      await page.goto(`${product.url}/host`)
      await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
    }
    await signIn(owner, product, secretary)
    await expect(owner.getByRole('link', { name: 'Đảng viên' })).toHaveCount(0)
    await owner.goto(`${product.url}/host/roster`)
    await expect(owner.getByText('Lê Văn Bình')).toHaveCount(0)
    await successor.getByRole('link', { name: 'Đảng viên' }).first().click()
    await expect(successor.getByText('Lê Văn Bình')).toBeVisible()
    await successor.goto(`${product.url}/host/audit`)
    await expect(successor.getByText(/bàn giao/).first()).toBeVisible()
  } finally {
    await product.stop()
  }
})
