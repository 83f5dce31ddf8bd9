import { expect, test } from '@playwright/test'
import { acceptInvitation, device, laptopSize, onThisMachine, pasteRoster, setUp } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

test('two secretaries change one entry: the second is told who was first, sees both, and overwrites only what they changed', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const owner = await device(browser, laptopSize)
    await setUp(owner, product)
    await pasteRoster(owner, ['Trần Văn Mẫu'])
    const invited = await owner.evaluate(async () => {
      const body = JSON.stringify({ role: 'secretary', validDays: 1 })
      const headers = { 'content-type': 'application/json' }
      const response = await fetch('/api/access/invitations', { method: 'POST', headers, body })
      return ((await response.json()) as { url: string }).url
    })
    const lan = await device(browser, laptopSize)
    const account = { name: 'Trần Thị Lan', login: 'lan', password: 'mat-khau-cua-lan' }
    await acceptInvitation(lan, onThisMachine(product, invited), account)
    await lan.getByRole('link', { name: 'Đảng viên' }).first().click()

    for (const page of [owner, lan]) await page.getByRole('button', { name: 'Sửa: Trần Văn Mẫu' }).click()
    await lan.getByLabel('Tổ đảng').fill('Tổ 2')
    await lan.getByLabel('Chức vụ').fill('Bí thư')
    await lan.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(lan.getByRole('cell', { name: 'Tổ 2' })).toBeVisible()

    await owner.getByLabel('Tổ đảng').fill('Tổ 3')
    await owner.getByRole('button', { name: 'Lưu', exact: true }).click()
    const conflict = owner.getByRole('alert')
    await expect(conflict).toContainText(/Đồng chí Trần Thị Lan đã sửa lúc \d+ giờ \d\d\./)
    await expect(conflict.getByRole('listitem').filter({ hasText: 'Tổ đảng' })).toContainText(/Tổ 2.*Tổ 3/)
    await expect(conflict.getByRole('listitem').filter({ hasText: 'Chức vụ' })).toContainText(/Bí thư.*không sửa/)
    await conflict.getByRole('button', { name: 'Ghi nội dung của tôi' }).click()
    await expect(owner.getByRole('row', { name: /Trần Văn Mẫu.*Tổ 3.*Bí thư/ })).toBeVisible()
  } finally {
    await product.stop()
  }
})
