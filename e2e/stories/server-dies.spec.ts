import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import {
  ask,
  choose,
  device,
  join,
  laptopSize,
  openProjector,
  openRoomWith,
  pasteRoster,
  setUp,
  submit,
  submitLast,
} from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

const questionText = await readFile(
  new URL('../../packages/formats/src/fixtures/nam-cau-hoi.txt', import.meta.url),
  'utf8',
)

test('the server process is killed in the middle of a question, and the contest goes on', async ({ browser }) => {
  const product = await startProduct()
  try {
    const host = await device(browser, laptopSize)
    await setUp(host, product)
    await pasteRoster(host, ['Trần Thị An', 'Lê Văn Bình'])
    const roomCode = await openRoomWith(host, questionText, 5)
    const projector = await openProjector(browser, product, host)
    const an = await join(browser, product, roomCode, 'Trần Thị An')
    const binh = await join(browser, product, roomCode, 'Lê Văn Bình')
    await ask(host, 'Bắt đầu')
    await choose(an, 'Ban Chấp hành Trung ương')
    await submit(an)

    await product.killServer()
    // Pressed while the server is gone: it waits on the phone and is sent by itself (A2).
    await choose(binh, 'Ban Chấp hành Trung ương')
    await submitLast(binh)
    await expect(an.getByText('Đúng', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
    await expect(binh.getByText('Đúng', { exact: true }).first()).toBeVisible()
    await expect(an.getByText('Câu này không tính thời gian cho ai.')).toBeVisible()
    await expect(projector.getByText('Ban Chấp hành Trung ương').first()).toBeVisible()
    await ask(host, 'Câu tiếp theo')
    await expect(an.getByRole('button', { name: 'Nộp', exact: true })).toBeVisible()
  } finally {
    await product.stop()
  }
})
