import { expect, type Locator, type Page, test } from '@playwright/test'
import { choose, comeIn, device, openProjector, phoneSize, submitLast } from '../fixtures/evening.ts'
import { openHost, openRoom, right, wrong } from '../fixtures/open-room.ts'
import { withScreenReader } from '../fixtures/screen-reader.ts'
import { startProduct } from '../fixtures/server.ts'
import { addAxe, axeFindings } from '../screens/axe-faults.ts'

test('a whole contest by keyboard and by ear, host and member', async ({ browser }) => {
  const product = await startProduct()
  try {
    const room = await openRoom(product, ['Trần Thị An', 'Lê Văn Bình'], [60, 15])
    const host = await openHost(browser, product, room)
    const projector = await openProjector(browser, product, host)
    const other = await device(browser, phoneSize)
    await comeIn(other, `${product.url}/p/${room.roomCode}`, 'Lê Văn Bình')
    const phone = await device(browser, phoneSize)
    const reader = await withScreenReader(phone)
    const screens = [phone, host, projector]
    for (const screen of screens) await addAxe(screen)
    await Promise.all([host.reload(), projector.reload()])

    await phone.goto(`${product.url}/p/${room.roomCode}`)
    await expect(phone.getByText('Đồng chí là ai?')).toBeVisible()
    await expectNoFaults(phone)
    await goTo(phone, phone.getByRole('button', { name: 'Trần Thị An' }))
    await phone.keyboard.press('Enter')
    await goTo(phone, phone.getByRole('button', { name: 'Đúng là tôi' }), 2)
    await phone.keyboard.press('Enter')
    await expectReading(phone, /^Đồng chí đã vào phòng thi/)
    expect((await reader.said()).at(-1)).toBe(
      '→ Đồng chí đã vào phòng thi Chờ người điều hành bắt đầu. Không cần bấm gì thêm.',
    )
    for (const screen of screens) await expectNoFaults(screen)

    // The host: space for what comes next, a letter for the rest.
    await host.keyboard.press(' ')
    const stem = phone.getByRole('heading', { name: 'Kết luận số 21-KL/TW' })
    await expect(stem).toBeFocused()
    await expectNoFaults(phone)
    await host.keyboard.press('c')
    await expectReading(phone, /^Bắt đầu trả lời/)
    for (const screen of screens) await expectNoFaults(screen)
    // From there the first Tab is the first option, arrows choose, and the next Tab submits.
    await phone.keyboard.press('Tab')
    await expect(phone.getByRole('radio', { name: wrong })).toBeFocused()
    await phone.keyboard.press('ArrowDown')
    await expect(phone.getByRole('radio', { name: right })).toBeChecked()
    await phone.keyboard.press('Tab')
    await expect(phone.getByRole('button', { name: 'Nộp', exact: true })).toBeFocused()
    await phone.keyboard.press('Enter')
    await expect(phone.getByText('Đã ghi nhận').first()).toBeVisible()
    await expectNoFaults(phone)
    await expect(phone.getByRole('status').filter({ hasText: 'Đã ghi nhận' })).toHaveCount(1)
    await choose(other, right)
    await submitLast(other)
    await expect(phone.getByText('Đúng', { exact: true })).toBeVisible()
    await expectReading(phone, /^Đúng/)
    for (const screen of screens) await expectNoFaults(screen)
    expectToUnderstand(await reader.said(), [
      /^→ Câu 1\/2 Kết luận số 21-KL\/TW do cơ quan nào ban hành\?/,
      /^→ Bắt đầu trả lời: 2 phương án, 60 giây\.$/,
      /^Đã ghi nhận, sau [\d,]+ giây$/,
      /^→ Đúng .*[\d,]+ giây$/,
    ])

    // Nothing is pressed: what there is to hear is all the same no more.
    await host.keyboard.press('ArrowRight')
    await host.keyboard.press('c')
    await expect(phone.getByText('Không trả lời').first()).toBeVisible({ timeout: 40_000 })
    await expectReading(phone, /^Không trả lời/)
    expectToUnderstand(await reader.said(), [
      /^→ Câu 2\/2 Kết luận số 21-KL\/TW do cơ quan nào ban hành\?/,
      /^→ Bắt đầu trả lời: 2 phương án, 15 giây\.$/,
      /^Còn 10 giây\.$/,
      /^Hết giờ, đồng chí chưa trả lời câu này$/,
      /^→ Không trả lời$/,
    ])

    await host.keyboard.press(' ')
    await expect(phone.getByRole('heading', { name: 'Trần Thị An' })).toBeFocused()
    for (const screen of screens) await expectNoFaults(screen)
    await goTo(phone, phone.locator('summary').first())
    await phone.keyboard.press('Enter')
    await expect(phone.getByText('Đáp án đúng').first()).toBeVisible()
    await expectNoFaults(phone)
    await host.keyboard.press(' ')
    await goTo(host, host.getByRole('dialog').getByRole('button', { name: 'Chốt kết quả' }), 3)
    await host.keyboard.press('Enter')
    await expect(projector.getByText('Kết quả đã chốt').first()).toBeVisible()
  } finally {
    await product.stop()
  }
})

test('from the scanned link to being in: three taps at most', async ({ browser }) => {
  const product = await startProduct()
  try {
    const many = Array.from(
      { length: 40 },
      (_, index) => `Nguyễn Văn ${String.fromCodePoint(65 + (index % 26))} ${index}`,
    )
    const room = await openRoom(product, [...many, 'Trần Thị Yến'], [30])
    for (const [typed, most] of [
      [undefined, 2],
      ['yen', 3],
    ] as const) {
      const phone = await device(browser, phoneSize)
      await phone.addInitScript(() => {
        const counted = { taps: 0 }
        Object.assign(window, { counted })
        document.addEventListener('pointerdown', () => (counted.taps += 1), true)
      })
      await phone.goto(`${product.url}/p/${room.roomCode}`)
      if (typed) {
        await phone.getByLabel('Tìm tên').click()
        await phone.keyboard.type(typed)
      }
      await phone.getByRole('button', { name: typed ? 'Trần Thị Yến' : 'Nguyễn Văn A 0' }).click()
      await phone.getByRole('button', { name: 'Đúng là tôi' }).click()
      await expect(phone.getByText('Đồng chí đã vào phòng thi')).toBeVisible()
      const taps = await phone.evaluate(() => (window as unknown as { counted: { taps: number } }).counted.taps)
      expect(taps, typed ? 'looking for the name by typing' : 'from the list').toBe(most)
      await phone.context().close()
    }
  } finally {
    await product.stop()
  }
})

/** Where a screen reader is taken, and what it reads there. */
async function expectReading(page: Page, words: RegExp): Promise<void> {
  await expect(page.locator('*:focus')).toHaveText(words)
}

/** Tab until it has the focus; the number is how far it may be. */
async function goTo(page: Page, target: Locator, most = 30): Promise<void> {
  for (let step = 0; step <= most; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached by ${most} times Tab`)
}

async function expectNoFaults(page: Page): Promise<void> {
  const { faults } = await axeFindings(page)
  expect(faults).toEqual([])
}

/** In this order, and nothing else; six at most. */
function expectToUnderstand(said: readonly string[], sentences: readonly RegExp[]): void {
  expect(sentences.length).toBeLessThanOrEqual(6)
  expect(said, 'as many as expected').toHaveLength(sentences.length)
  for (const [index, sentence] of sentences.entries()) expect(said[index]).toMatch(sentence)
}
