import { expect, test } from '@playwright/test'
import { acceptCell, addCells, administrate, administratorPassword } from '../fixtures/administration.ts'
import { device, onThisMachine, pasteRoster, phoneSize } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

const school = 'Chi bộ Trường Tiểu học Sông Trăng'
const village = 'Chi bộ Thôn Đông'

test('an administrator adds cells from a list, closes one, which its members are told, reopens, copies and erases it', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const administrator = await administrate(browser, product)
    const [invitation = ''] = await addCells(administrator, [`${school}\tLê Thị Mẫu`, village])
    await expect(administrator.getByText('2 chi bộ, 2 chi bộ chưa có người phụ trách')).toBeVisible()

    const owner = await acceptCell(browser, product, invitation, 'mau')
    await pasteRoster(owner, ['Trần Thị An'])
    await owner.goto(`${product.url}/host/roster/proofs`)
    const link = await owner.evaluate(async () => {
      const ask = async (path: string, method = 'GET', body?: object) => {
        const headers = { 'content-type': 'application/json' }
        const response = await fetch(path, { method, ...(body ? { headers, body: JSON.stringify(body) } : {}) })
        return response.json()
      }
      const { members } = await ask('/api/members')
      await ask('/api/cell', 'PATCH', { revision: 1, memberProof: 'link' })
      const { links } = await ask('/api/members/links', 'POST', { memberIds: [members[0].memberId] })
      return String(links[0].url)
    })
    const phone = await device(browser, phoneSize)
    await phone.goto(onThisMachine(product, link))
    await expect(phone.getByRole('button', { name: 'Đúng là tôi' })).toBeVisible()

    await owner.goto(`${product.url}/host/cell`)
    const board = await device(browser, phoneSize)
    await board.goto(onThisMachine(product, await owner.locator('a[href*="/b/"]').first().getAttribute('href')))
    await expect(board.getByText(school).first()).toBeVisible()

    await administrator.reload()
    await administrator.getByRole('button', { name: `Tạo bản sao cho ${school}` }).click()
    await expect(administrator.getByText(`Đã tạo bản sao của ${school}`)).toBeVisible()
    await administrator.getByRole('button', { name: `Đóng ${school}` }).click()
    await administrator.getByRole('dialog').getByRole('button', { name: 'Đóng chi bộ' }).click()
    await expect(administrator.getByText(/Đã đóng/)).toBeVisible()
    await phone.reload()
    await expect(phone.getByText('Chi bộ này đang đóng')).toBeVisible()
    await board.reload()
    await expect(board.getByText('Chi bộ này đang đóng')).toBeVisible()
    await owner.reload()
    await expect(owner.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()

    await administrator.getByRole('button', { name: `Mở lại ${school}` }).click()
    await expect(administrator.getByText(/Đã đóng/)).toHaveCount(0)
    await phone.reload()
    await expect(phone.getByRole('button', { name: 'Đúng là tôi' })).toBeVisible()
    await board.reload()
    await expect(board.getByText(school).first()).toBeVisible()

    await administrator.getByRole('button', { name: `Đóng ${school}` }).click()
    await administrator.getByRole('dialog').getByRole('button', { name: 'Đóng chi bộ' }).click()
    await administrator.getByRole('button', { name: `Xóa hẳn ${school}` }).click()
    const erase = administrator.getByRole('dialog')
    await erase.getByLabel('Gõ lại tên chi bộ').fill(village)
    await erase.getByLabel('Mật khẩu', { exact: true }).fill(administratorPassword)
    await erase.getByRole('button', { name: 'Xóa hẳn' }).click()
    await expect(erase.getByText('Tên vừa gõ khác với tên chi bộ')).toBeVisible()
    await erase.getByLabel('Gõ lại tên chi bộ').fill(school)
    await erase.getByRole('button', { name: 'Xóa hẳn' }).click()
    await expect(administrator.getByText(`Đã xóa ${school}.`)).toBeVisible()
    await expect(administrator.getByRole('heading', { level: 2 })).toHaveText([village])
    await phone.reload()
    await expect(phone.getByText('Liên kết này không còn giá trị')).toBeVisible()
    await administrator.getByRole('link', { name: 'Nhật ký' }).click()
    await expect(administrator.getByText('xóa hẳn một chi bộ')).toBeVisible()
  } finally {
    await product.stop()
  }
})
