import { expect, test } from '@playwright/test'
import { device, laptopSize, openRoomWith, pasteRoster, phoneSize, setUp } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

const question = 'Câu 1: Sinh hoạt chi bộ thường lệ mấy tháng một lần?\nA. Mỗi tháng\nB. Mỗi quý\nĐáp án: A'

test('a member opens their own link before the evening and comes in by it; on another phone it is used up, and the host lets in', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const host = await device(browser, laptopSize)
    await setUp(host, product)
    await pasteRoster(host, ['Trần Thị An', 'Lê Văn Bình'])
    await host.getByRole('link', { name: 'Chi bộ', exact: true }).click()
    await host.getByText('Mở liên kết riêng').click()
    await host.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(host.getByText('Đã lưu')).toBeVisible()
    await host.getByRole('link', { name: 'Mã PIN, liên kết và điện thoại đã nhận ra' }).click()
    await host.getByRole('button', { name: 'Cấp liên kết cho 2 đồng chí chưa có' }).click()
    const given = await host.getByLabel('Liên kết của Trần Thị An').last().inputValue()
    const link = `${product.url}/link${new URL(given).hash}`
    await host.getByRole('button', { name: 'Đã in xong' }).click()
    await host.getByRole('button', { name: 'Đã in', exact: true }).click()
    await expect(host.getByText('Mọi người đều đã có liên kết.')).toBeVisible()

    const an = await device(browser, phoneSize)
    await an.goto(link)
    await an.getByRole('button', { name: 'Đúng là tôi' }).click()
    await expect(an.getByText('Chưa có phòng thi nào đang mở')).toBeVisible()

    const address = `${product.url}/p/${await openRoomWith(host, question, 1)}`
    await an.getByRole('button', { name: 'Kiểm tra lại' }).click()
    await an.getByRole('link', { name: 'Vào phòng thi' }).click()
    await expect(an.getByText('Đồng chí đã vào phòng thi')).toBeVisible()
    await an.reload()
    await expect(an.getByText('Đồng chí đã vào phòng thi')).toBeVisible()

    const second = await device(browser, phoneSize)
    await second.goto(link)
    await expect(second.getByText('Liên kết này đã dùng trên một máy khác')).toBeVisible()
    await second.goto(`${product.url}/link#khong-phai-lien-ket`)
    await expect(second.getByText('Liên kết này không còn giá trị')).toBeVisible()
    await second.goto(address)
    await second.getByRole('button', { name: 'Lê Văn Bình' }).click()
    await second.getByRole('button', { name: 'Đúng là tôi' }).click()
    await second.getByRole('button', { name: 'Không có liên kết? Xin người điều hành' }).click()
    await host.getByRole('button', { name: 'Giao chỗ' }).click()
    await expect(second.getByText('Đồng chí đã vào phòng thi')).toBeVisible()

    await host.goto(`${product.url}/host/roster/proofs`)
    await expect(host.getByRole('row', { name: /Trần Thị An.*bằng liên kết riêng/ })).toBeVisible()
  } finally {
    await product.stop()
  }
})
