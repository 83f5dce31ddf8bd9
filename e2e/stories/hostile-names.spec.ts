import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { device, laptopSize, openProjector, openRoomWith, phoneSize, setUp } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

/** Script, markup, formulas and what else breaks out of a text somewhere; each that is carried out sets `hit` on its window. */
const texts = readFileSync(new URL('../fixtures/hostile-texts.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const question = 'Câu 1. Thủ đô của nước ta là?\n*A. Hà Nội\nB. Huế'

test('200 hostile texts as name, group and position are texts on every screen and in every file', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const product = await startProduct()
  try {
    const host = watched(await device(browser, laptopSize))
    await setUp(host.page, product)
    await host.page.getByRole('link', { name: 'Đảng viên' }).first().click()
    await host.page.getByRole('button', { name: 'Nhập danh sách' }).first().click()
    await host.page.locator('input[type=file]').setInputFiles({
      name: 'danh-sach.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(hostileList()),
    })
    const save = host.page.getByRole('button', { name: `Lưu ${texts.length} đảng viên` })
    await expect(save).toBeEnabled()
    await expectHarmless(host)
    await save.click()
    await expect(host.page.getByText(`${texts.length} đảng viên`, { exact: true })).toBeVisible()
    await expectHarmless(host)

    const csv = await (await host.page.request.get(`${product.url}/api/members/download/roster.csv`)).text()
    expect(csv.match(/(?:^|,|\n)"[=+\-@\t\r]/g)).toBeNull()

    const roomCode = await openRoomWith(host.page, question, 1)
    const projector = watched(await openProjector(browser, product, host.page))
    const phone = watched(await device(browser, phoneSize))
    await phone.page.goto(`${product.url}/p/${roomCode}`)
    await expect(phone.page.getByRole('listitem')).toHaveCount(texts.length)
    await expectHarmless(phone)
    await phone.page.getByRole('button', { name: 'onerror' }).first().click()
    await expectHarmless(phone)
    await phone.page.getByRole('button', { name: 'Đúng là tôi' }).click()
    await expect(phone.page.getByText('Đồng chí đã vào phòng thi')).toBeVisible()
    await expect(projector.page.getByText('onerror').first()).toBeVisible()
    for (const one of [host, projector, phone]) await expectHarmless(one)
  } finally {
    await product.stop()
  }
})

function hostileList(): string {
  const field = (text: string) => `"${text.replaceAll('"', '""')}"`
  // A number keeps those apart that are one text once what nobody sees is taken away.
  const rows = texts.map((text, index) => [`${text} L${index}`, text, text].map(field).join(','))
  return ['Họ và tên,Tổ đảng,Chức vụ', ...rows].join('\n')
}

type Watched = { readonly page: Page; readonly signs: string[] }

function watched(page: Page): Watched {
  const signs: string[] = []
  page.on('dialog', (dialog) => {
    signs.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (request.url().includes('evil.test')) signs.push(`request: ${request.url()}`)
  })
  page.on('popup', (popup) => signs.push(`popup: ${popup.url()}`))
  return { page, signs }
}

async function expectHarmless({ page, signs }: Watched): Promise<void> {
  const found = await page.evaluate(() => ({
    hit: 'hit' in window,
    handlers: [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    ),
    strangers: [...document.querySelectorAll('iframe, object, embed, math, marquee, base, script:not([src])')].length,
  }))
  expect({ ...found, signs }).toEqual({ hit: false, handlers: [], strangers: 0, signs: [] })
}
