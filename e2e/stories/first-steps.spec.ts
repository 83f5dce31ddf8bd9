import { expect, test } from '@playwright/test'
import { device, laptopSize, pasteRoster, setUp, writeContest } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

const question = 'Câu 1. Thủ đô của nước ta là?\n*A. Hà Nội\nB. Huế'

test('a new secretary is led step by step, may skip and hide steps, and finds them again where they were', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const host = await device(browser, laptopSize)
    await setUp(host, product)
    const now = host.locator('[aria-current="step"]')
    await expect(now).toContainText('Lập danh sách đảng viên')
    await pasteRoster(host, ['Trần Thị An', 'Lê Văn Bình'])
    await host.getByRole('link', { name: 'Kỳ thi', exact: true }).click()
    await expect(now).toContainText('Soạn kỳ thi')
    await expect(host.getByText('2 đảng viên trong danh sách.')).toBeVisible()

    await host.getByRole('button', { name: 'Ẩn các bước này' }).click()
    await expect(now).toHaveCount(0)
    await host.reload()
    await host.getByRole('button', { name: 'Hiện các bước chuẩn bị' }).click()
    await expect(now).toContainText('Soạn kỳ thi')

    await writeContest(host, question, 1)
    await host.getByRole('link', { name: 'Kỳ thi', exact: true }).click()
    await expect(now).toContainText('Kiểm tra kết nối')
    await now.getByRole('button', { name: 'Bỏ qua' }).click()
    await expect(now).toContainText('Diễn tập')
    await now.getByRole('button', { name: 'Bỏ qua' }).click()
    await expect(now).toContainText('Mở phòng thi')
  } finally {
    await product.stop()
  }
})
