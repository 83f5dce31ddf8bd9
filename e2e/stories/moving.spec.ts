import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { device, laptopSize, pasteRoster, secretary, setUp, signIn, writeContest } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

const question =
  'Câu 1. Kết luận số 21-KL/TW do cơ quan nào ban hành?\nA. Bộ Chính trị\nB. Ban Chấp hành Trung ương\nĐáp án: B'

test('a cell moves to another computer by a copy; the old one opens no room any more, until it is used again', async ({
  browser,
}) => {
  const stick = await mkdtemp(join(tmpdir(), 'khac-sau-stick-'))
  const old = await startProduct()
  try {
    const page = await device(browser, laptopSize)
    await setUp(page, old)
    await pasteRoster(page, ['Lê Văn Bình', 'Đặng Thị Xuân Tuyết'])
    await writeContest(page, question, 1)
    const contest = page.url()

    await page.goto(`${old.url}/host/backups`)
    await page.getByRole('link', { name: 'Chuyển sang máy khác' }).click()
    await page.getByRole('button', { name: 'Bắt đầu chuyển máy' }).click()
    await page.getByRole('link', { name: 'Đến trang Sao lưu' }).click()
    await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
    await expect(page.getByRole('status').getByText(/Đã sao lưu lúc/)).toBeVisible()
    const downloading = page.waitForEvent('download')
    await page
      .getByRole('link', { name: /Tải về bản/ })
      .first()
      .click()
    const download = await downloading
    const copy = join(stick, download.suggestedFilename())
    await download.saveAs(copy)
    await page.getByRole('link', { name: 'Chuyển sang máy khác' }).click()
    await expect(page.getByText(/Đã tải về lúc/)).toBeVisible()

    const other = await startProduct('start', undefined, {}, copy)
    try {
      const there = await device(browser, laptopSize)
      await signIn(there, other, secretary)
      await page.getByRole('button', { name: 'Đã làm xong' }).click()
      await expect(page.getByText(/Máy mới phải có 2 đảng viên đang sinh hoạt và 1 kỳ thi/)).toBeVisible()
      await there.getByRole('link', { name: 'Đảng viên' }).first().click()
      await expect(there.getByText('Đặng Thị Xuân Tuyết')).toBeVisible()

      await page.getByRole('button', { name: 'Máy mới đã đúng, đánh dấu máy này' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Đánh dấu' }).click()
      await page.goto(contest)
      await expect(page.getByText(/Chi bộ đã chuyển sang máy khác lúc/)).toBeVisible()
      await page.getByRole('button', { name: 'Mở phòng thi' }).first().click()
      await page.getByRole('button', { name: 'Khóa câu hỏi và mở phòng' }).click()
      await expect(page.getByText('Hãy mở phòng thi ở máy mới.').first()).toBeVisible()

      await there.goto(contest.replace(old.url, other.url))
      await expect(there.getByText(/Chi bộ đã chuyển sang máy khác/)).toHaveCount(0)
      await there.getByRole('button', { name: 'Mở phòng thi' }).first().click()
      await there.getByRole('button', { name: 'Khóa câu hỏi và mở phòng' }).click()
      await expect(there.getByText(/^\d{3}\s?\d{3}$/).first()).toBeVisible()
    } finally {
      await other.stop()
    }

    await page.goto(`${old.url}/host/backups/moving`)
    await page.getByRole('button', { name: 'Dùng lại máy này' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Dùng lại máy này' }).click()
    await expect(page.getByText(/Chi bộ đã chuyển sang máy khác lúc/)).toHaveCount(0)
  } finally {
    await old.stop()
    await rm(stick, { recursive: true, force: true })
  }
})
