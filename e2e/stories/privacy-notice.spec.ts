import { expect, test } from '@playwright/test'
import { device, phoneSize } from '../fixtures/evening.ts'
import { openRoom } from '../fixtures/open-room.ts'
import { startProduct } from '../fixtures/server.ts'

test('a phone says once what is kept, beside the button, and where more is written', async ({ browser }) => {
  const product = await startProduct()
  try {
    const room = await openRoom(product, ['Trần Thị An', 'Lê Văn Bình'], [30])
    const phone = await device(browser, phoneSize)
    await phone.goto(`${product.url}/p/${room.roomCode}`)
    const notice = phone.getByText('cho đến khi chi bộ xóa', { exact: false })
    const chooseName = () => phone.getByRole('button', { name: 'Trần Thị An' }).click()

    await chooseName()
    await expect(notice).toBeInViewport()
    await expect(phone.getByRole('button', { name: 'Đúng là tôi' })).toBeInViewport()
    // Read from the question on; Enter pressed in haste must not answer it, or leave the page.
    await expect(phone.getByText('Đồng chí là Trần Thị An?')).toBeFocused()
    await phone.getByRole('link', { name: 'Quyền riêng tư' }).click()
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Quyền riêng tư trong Khắc Sâu')
    await phone.getByRole('link', { name: 'Privacy' }).click()
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Privacy in Khắc Sâu')
    await phone.goBack()
    await phone.goBack()

    // Who only looked has not been told in passing: it is there until somebody says who they are.
    await chooseName()
    await expect(notice).toBeVisible()
    await phone.getByRole('button', { name: 'Đúng là tôi' }).click()
    await expect(phone.getByText('Đồng chí đã vào phòng thi')).toBeVisible()
    await phone.getByRole('button', { name: 'Không phải tôi' }).click()
    await chooseName()
    await expect(phone.getByRole('button', { name: 'Đúng là tôi' })).toBeVisible()
    await expect(notice).toBeHidden()
  } finally {
    await product.stop()
  }
})
