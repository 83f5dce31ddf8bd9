import { type Browser, expect, type Page, test } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import {
  ask,
  choose,
  device,
  join,
  laptopSize,
  onThisMachine,
  openProjector,
  phoneSize,
  signIn,
  submit,
  submitLast,
} from '../fixtures/evening.ts'
import { codesShownTo, pairingCode, scan } from '../fixtures/remote.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))

/** Who comes, and what they answer to the first two questions; the rest of the cell stays away. */
const answers = {
  'Nguyễn Thị Thu Hà': ['Ban Chấp hành Trung ương', 'Ngày 25 tháng 10 năm 2021'],
  'Lê Thị Hồng Nhung': ['Ban Chấp hành Trung ương', 'Ngày 25 tháng 10 năm 2021'],
  'Võ Thị Kim Loan': ['Ban Chấp hành Trung ương', 'Ngày 18 tháng 5 năm 2021'],
  'Phạm Minh Khôi': ['Bộ Chính trị', 'Ngày 25 tháng 10 năm 2021'],
  'Bùi Thị Thanh Thảo': ['Ban Chấp hành Trung ương', 'Ngày 25 tháng 10 năm 2021'],
} as const

test('an evening of the demo cell, in pictures', async ({ browser }) => {
  const product = await startProduct('demo', 'http://192.168.1.7:3000')
  try {
    const host = await device(browser, laptopSize)
    const codes = codesShownTo(host)
    await signIn(host, product, { login: 'demo', password: 'khacsau-demo' })
    await picture(host, 'host-home')
    await takeConnectionCheck(browser, product, host)
    await host.getByRole('link', { name: 'Soạn', exact: true }).first().click()
    await expect(host.getByText('8 câu').first()).toBeVisible()
    await picture(host, 'host-editor')
    await host.getByRole('button', { name: 'Mở phòng thi' }).first().click()
    await host.getByRole('button', { name: 'Khóa câu hỏi và mở phòng' }).click()
    const code = host.getByText(/^\d{3}\s?\d{3}$/).first()
    await expect(code).toBeVisible()
    const roomCode = (await code.innerText()).replaceAll(/\D/g, '')
    const projector = await openProjector(browser, product, host)
    const visitor = await device(browser, phoneSize)
    await visitor.goto(`${product.url}/p/${roomCode}`)
    await expect(visitor.getByText('Đồng chí là ai?')).toBeVisible()
    await picture(visitor, 'phone-roster')
    await visitor.close()

    const phones = new Map<string, Page>()
    for (const name of Object.keys(answers)) phones.set(name, await join(browser, product, roomCode, name))
    await expect(projector.getByText('Bùi Thị Thanh Thảo').first()).toBeVisible()
    await picture(projector, 'projector-lobby')
    await picture(host, 'host-live')
    const an = phoneOf(phones, 'Nguyễn Thị Thu Hà')
    const loan = phoneOf(phones, 'Võ Thị Kim Loan')
    const khoi = phoneOf(phones, 'Phạm Minh Khôi')

    await ask(host, 'Bắt đầu')
    await choose(an, 'Ban Chấp hành Trung ương')
    await picture(an, 'phone-choosing')
    await submit(an)
    await picture(an, 'phone-saved')
    await picture(projector, 'projector-question')
    await answerRest(phones, 0, ['Nguyễn Thị Thu Hà'])
    await expect(an.getByText('Đúng', { exact: true }).first()).toBeVisible()
    await picture(an, 'phone-right')
    await expect(khoi.getByText('Chưa đúng', { exact: true }).first()).toBeVisible()
    await picture(khoi, 'phone-wrong')
    await expect(projector.getByText('Giải thích').first()).toBeVisible()
    await picture(projector, 'projector-reveal')
    await picture(host, 'host-reveal')
    await takeRemote(browser, product, host, codes)

    await ask(host, 'Câu tiếp theo')
    await answerRest(phones, 1, [])
    await expect(loan.getByText('Chưa đúng', { exact: true }).first()).toBeVisible()
    await finishEarly(host)
    await expect(projector.getByText('Kết quả tạm thời').first()).toBeVisible()
    await picture(projector, 'projector-podium')
    await host.getByRole('button', { name: 'Chốt kết quả' }).click()
    await host.getByRole('dialog').getByRole('button', { name: 'Chốt kết quả' }).click()
    await expect(khoi.getByText('Kết quả đã chốt').first()).toBeVisible()
    await picture(khoi, 'phone-podium')
    await khoi.getByText(/Câu 1/).first().click()
    await khoi.getByText(/Câu 1/).first().scrollIntoViewIfNeeded()
    await picture(khoi, 'phone-review')
    await host.evaluate(() => window.scrollTo(0, 0))
    await picture(host, 'host-podium')
    await takeBoards(browser, product, host)
  } finally {
    await product.stop()
  }
})

async function takeConnectionCheck(browser: Browser, product: RunningProduct, host: Page): Promise<void> {
  await host.getByRole('link', { name: 'Kiểm tra kết nối' }).first().click()
  const phone = await device(browser, phoneSize)
  await phone.goto(onThisMachine(product, await host.getByLabel('Hoặc gửi địa chỉ này').inputValue()))
  await expect(host.getByText('Kết nối tốt')).toBeVisible()
  await picture(host, 'host-connection')
  await phone.close()
  await host.getByRole('link', { name: 'Kỳ thi', exact: true }).first().click()
}

/** Paired, looked at, and ended: the host's page is as it was before. */
async function takeRemote(browser: Browser, product: RunningProduct, host: Page, codes: string[]): Promise<void> {
  const fold = host.getByRole('heading', { name: 'Điện thoại điều khiển' })
  await fold.click()
  const code = await pairingCode(host, codes, 'Ghép điện thoại')
  const remote = await scan(browser, onThisMachine(product, code))
  await expect(remote.getByRole('button', { name: 'Câu tiếp theo' })).toBeVisible()
  await picture(remote, 'phone-remote')
  await host.getByRole('button', { name: 'Ngắt điện thoại này' }).click()
  await expect(remote.getByText('Điện thoại này không còn điều khiển kỳ thi')).toBeVisible()
  await remote.close()
  await fold.click()
}

async function takeBoards(browser: Browser, product: RunningProduct, host: Page): Promise<void> {
  const boardUrl = await host.getByRole('link', { name: 'Bảng thành tích tháng' }).getAttribute('href')
  for (const [name, size] of [
    ['board-phone', phoneSize],
    ['board', laptopSize],
  ] as const) {
    const reader = await device(browser, size)
    await reader.goto(onThisMachine(product, boardUrl))
    await expect(reader.getByText('Nguyễn Thị Thu Hà').first()).toBeVisible()
    await picture(reader, name)
  }
}

async function finishEarly(host: Page): Promise<void> {
  await host.getByRole('button', { name: 'Kết thúc sớm cuộc thi' }).click()
  const dialog = host.getByRole('dialog')
  await dialog.getByLabel('Tôi hiểu và muốn kết thúc').check()
  await dialog.getByRole('button', { name: 'Kết thúc cuộc thi' }).click()
}

async function answerRest(phones: ReadonlyMap<string, Page>, index: 0 | 1, done: readonly string[]): Promise<void> {
  const waiting = Object.entries(answers).filter(([name]) => !done.includes(name))
  for (const [position, [name, choices]] of waiting.entries()) {
    const phone = phoneOf(phones, name)
    await choose(phone, choices[index])
    await (position === waiting.length - 1 ? submitLast(phone) : submit(phone))
  }
}

function phoneOf(phones: ReadonlyMap<string, Page>, name: string): Page {
  const phone = phones.get(name)
  if (!phone) throw new Error(`${name} is not in the room`)
  return phone
}

/** What is on the screen now, once its fonts and transitions have come to rest. */
async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))
  })
  await page.screenshot({ path: `${folder}${name}.png` })
}
