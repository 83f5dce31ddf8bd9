import { expect, type Page, test } from '@playwright/test'
import { device, laptopSize, openRoomWith, pasteRoster, phoneSize, setUp } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

const question = 'Câu 1: Sinh hoạt chi bộ thường lệ mấy tháng một lần?\nA. Mỗi tháng\nB. Mỗi quý\nĐáp án: A'

test('members come in with the PINs of their slips; who has none is let in by the host; a known phone needs none', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const host = await device(browser, laptopSize)
    await setUp(host, product)
    await pasteRoster(host, ['Trần Thị An', 'Lê Văn Bình'])
    await host.getByRole('link', { name: 'Chi bộ', exact: true }).click()
    await host.getByText('Chọn tên và nhập mã PIN').click()
    await host.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(host.getByText('Đã lưu')).toBeVisible()
    await host.getByRole('link', { name: 'Mã PIN, liên kết và điện thoại đã nhận ra' }).click()
    await host.getByRole('button', { name: 'Cấp mã cho 2 đồng chí chưa có' }).click()
    const pin = await pinOnSlip(host, 'Trần Thị An')
    await host.getByRole('button', { name: 'Đã in xong' }).click()
    await host.getByRole('button', { name: 'Đã in', exact: true }).click()
    await expect(host.getByText('Mọi người đều đã có mã PIN.')).toBeVisible()

    const address = `${product.url}/p/${await openRoomWith(host, question, 1)}`
    const an = await device(browser, phoneSize)
    await chooseName(an, address, 'Trần Thị An')
    await enterPin(an, pin === '000000' ? '000001' : '000000')
    await expect(an.getByText('Mã PIN chưa đúng')).toBeVisible()
    await enterPin(an, pin)
    await expect(an.getByText('Đồng chí đã vào phòng thi')).toBeVisible()
    await an.reload()
    await expect(an.getByText('Đồng chí đã vào phòng thi')).toBeVisible()

    const binh = await device(browser, phoneSize)
    await chooseName(binh, address, 'Lê Văn Bình')
    await binh.getByRole('button', { name: 'Không có mã? Xin người điều hành' }).click()
    await expect(binh.getByText('Số của đồng chí')).toBeVisible()
    await host.getByRole('button', { name: 'Giao chỗ' }).click()
    await expect(binh.getByText('Đồng chí đã vào phòng thi')).toBeVisible()

    await host.goto(`${product.url}/host/roster/proofs`)
    await expect(host.getByRole('row', { name: /Trần Thị An.*bằng mã PIN/ })).toBeVisible()
    await expect(host.getByRole('row', { name: /Lê Văn Bình.*người điều hành cho vào/ })).toBeVisible()
    await host.getByRole('button', { name: 'Thu hồi máy của Lê Văn Bình' }).click()
    await host.getByRole('dialog').getByRole('button', { name: 'Thu hồi máy' }).click()
    await expect(binh.getByText('Đồng chí là ai?')).toBeVisible()
  } finally {
    await product.stop()
  }
})

async function pinOnSlip(host: Page, name: string): Promise<string> {
  const slip = host.getByRole('listitem').filter({ hasText: name })
  const [pin = ''] = /\d{3} \d{3}/.exec(await slip.innerText()) ?? []
  return pin.replace(' ', '')
}

async function chooseName(phone: Page, address: string, name: string): Promise<void> {
  await phone.goto(address)
  await phone.getByRole('button', { name }).click()
  await phone.getByRole('button', { name: 'Đúng là tôi' }).click()
}

async function enterPin(phone: Page, pin: string): Promise<void> {
  await phone.getByLabel('Mã PIN', { exact: true }).fill(pin)
  await phone.getByRole('button', { name: 'Vào phòng thi', exact: true }).click()
}
