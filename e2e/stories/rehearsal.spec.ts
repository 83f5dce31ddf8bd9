import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import {
  comeIn,
  device,
  endQuestion,
  ask,
  laptopSize,
  onThisMachine,
  openProjector,
  pasteRoster,
  phoneSize,
  setUp,
  writeContest,
} from '../fixtures/evening.ts'
import { codesShownTo, pairingCode, scan } from '../fixtures/remote.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'

const questionText = await readFile(
  new URL('../../packages/formats/src/fixtures/nam-cau-hoi.txt', import.meta.url),
  'utf8',
)

let product: RunningProduct
test.beforeEach(async () => {
  product = await startProduct()
})
test.afterEach(async () => {
  await product.stop()
})

test('a rehearsal: members who are simulated, a mark on every screen, and nothing left of it', async ({ browser }) => {
  const host = await device(browser, laptopSize)
  await setUp(host, product)
  await pasteRoster(host, ['Trần Thị An', 'Lê Văn Bình'])
  await writeContest(host, questionText, 5)
  const editor = host.url()

  await host.getByRole('button', { name: 'Diễn tập' }).click()
  await expect(host.getByRole('radio', { name: 'Ba câu hỏi mẫu' })).toBeChecked()
  await host.getByRole('dialog').getByRole('button', { name: 'Bắt đầu diễn tập' }).click()
  await expect(host.getByText('DIỄN TẬP', { exact: true })).toBeVisible()

  const projector = await openProjector(browser, product, host)
  await expect(projector.getByText('DIỄN TẬP', { exact: true })).toBeVisible()
  const address = await host.getByLabel('Đường liên kết').inputValue()
  const phone = await device(browser, phoneSize)
  await phone.goto(onThisMachine(product, address))
  await expect(phone.getByText('DIỄN TẬP', { exact: true })).toBeVisible()
  await expect(phone.getByText('Trần Thị An')).toHaveCount(0)
  await comeIn(phone, onThisMachine(product, address), 'Điện thoại thử 1')

  // The host's phone is a remote of the rehearsal as of a contest, and says which of them it is.
  const codes = codesShownTo(host)
  await host.reload()
  await host.getByRole('heading', { name: 'Điện thoại điều khiển' }).click()
  const remote = await scan(browser, await pairingCode(host, codes, 'Ghép điện thoại'))
  await expect(remote.getByText('DIỄN TẬP', { exact: true })).toBeVisible()

  // Somebody has come by themselves, and answers by themselves.
  await expect(projector.getByText(/^[3-9]\/11$/)).toBeVisible({ timeout: 20_000 })
  await ask(remote, 'Bắt đầu')
  await expect(projector.getByText(/^[1-9]\/\d+$/)).toBeVisible({ timeout: 20_000 })
  await expect(remote.getByText('Mô phỏng')).toHaveCount(0)
  await endQuestion(remote)
  await expect(phone.getByText('Đáp án đúng').first()).toBeVisible()
  for (const page of [host, projector, phone]) {
    await expect(page.getByText('DIỄN TẬP', { exact: true })).toBeVisible()
  }

  await host.getByRole('button', { name: 'Kết thúc diễn tập' }).click()
  await host.getByRole('dialog').getByRole('button', { name: 'Kết thúc diễn tập' }).click()
  await expect(host).toHaveURL(editor)
  await expect(host.getByRole('button', { name: 'Mở phòng thi' }).first()).toBeVisible()
  await expect(projector.getByText('Buổi diễn tập đã kết thúc')).toBeVisible()
  await expect(phone.getByText('Buổi diễn tập đã kết thúc')).toBeVisible()
  await expect(remote.getByText('Điện thoại này không còn điều khiển kỳ thi')).toBeVisible()
})
