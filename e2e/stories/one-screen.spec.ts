import { expect, type Page, test } from '@playwright/test'
import { choose, device, join, laptopSize, submit, submitLast } from '../fixtures/evening.ts'
import { openHost, openRoom, right, wrong } from '../fixtures/open-room.ts'
import { codesShownTo, pairingCode, scan } from '../fixtures/remote.ts'
import { type RunningProduct, startProduct } from '../fixtures/server.ts'

let product: RunningProduct
test.beforeEach(async () => {
  product = await startProduct()
})
test.afterEach(async () => {
  await product.stop()
})

test('a whole contest hosted from one screen, with nothing on it that the room may not see', async ({ browser }) => {
  const room = await openRoom(product, ['Trần Thị An', 'Lê Văn Bình', 'Phạm Thị Châu'], [60, 60])
  const screen = await openHost(browser, product, room)
  const frames = framesOf(screen)
  await screen.getByText('Vào phòng thi').first().waitFor()
  // Paired before the projector is on: the code must not be on it.
  const codes = codesShownTo(screen)
  await screen.reload()
  await screen.getByRole('heading', { name: 'Điện thoại điều khiển' }).click()
  const remote = await scan(browser, await pairingCode(screen, codes, 'Ghép điện thoại'))
  await screen.getByRole('link', { name: 'Điều hành trên một màn hình' }).click()
  await expect(screen).toHaveURL(/\/screen\/[^/#]+#one-screen$/)
  frames.length = 0

  // Nobody is here: nothing can be started by mistake.
  await expect(screen.getByText('Chưa có ai vào phòng.')).toBeVisible()
  await screen.keyboard.press('Space')
  const an = await join(browser, product, room.roomCode, 'Trần Thị An')
  const binh = await join(browser, product, room.roomCode, 'Lê Văn Bình')
  await expect(screen.getByText('2/3')).toBeVisible()

  // 1: started, read, opened; ended early, which asks first.
  await pressKey(screen, 'Space', 'Bắt đầu')
  await pressKey(screen, 'c', 'Cắt ngắn phần đọc')
  await choose(an, right)
  await submit(an)
  await expect(screen.getByText('1/2', { exact: true })).toBeVisible()
  await expect(screen.getByText('Đáp án đúng')).toHaveCount(0)
  await screen.keyboard.press('Space')
  await pressKey(screen, 'k', 'Kết thúc sớm')
  await expect(screen.getByText('Còn 1 đồng chí chưa trả lời.')).toBeVisible()
  await screen.keyboard.press('Escape')
  await expect(screen.getByRole('dialog')).toHaveCount(0)
  await expect(screen.getByRole('timer', { name: 'Thời gian còn lại' })).toBeVisible()
  await pressKey(screen, 'k', 'Kết thúc sớm')
  await confirm(screen)
  await expect(screen.getByText('Đáp án đúng').first()).toBeVisible()
  expect(privateIn(frames)).toEqual([])

  // A break, standings, and on.
  await pressKey(screen, 'p', 'Tạm nghỉ')
  await expect(screen.getByText('Đồng chí giữ nguyên trang trên điện thoại.')).toBeVisible()
  await pressKey(screen, 'Space', 'Tiếp tục')
  await expect(screen.getByText('Đồng chí giữ nguyên trang trên điện thoại.')).toHaveCount(0)
  await remote.getByRole('button', { name: 'Bảng xếp hạng tạm thời' }).click()
  await expect(screen.getByText('Sau câu 1/2')).toBeVisible()

  // 2: begun from the phone; the page is loaded anew in the middle, and goes on as what it was; all keys are a key away.
  await remote.getByRole('button', { name: 'Câu tiếp theo' }).click()
  await pressKey(screen, 'c', 'Cắt ngắn phần đọc')
  await expect(screen.getByRole('timer', { name: 'Thời gian còn lại' })).toBeVisible()
  await screen.reload()
  await screen.getByRole('button', { name: 'Kết thúc sớm' }).waitFor()
  await screen.keyboard.press('?')
  await expect(screen.getByRole('dialog')).toContainText('Phím cách')
  await screen.keyboard.press('Escape')
  await choose(an, right)
  await submit(an)
  await choose(binh, wrong)
  await submitLast(binh)
  await expect(screen.getByText('Đáp án đúng').first()).toBeVisible()

  // The result, and its settlement, which a phone may not do, and which Enter in haste does not do.
  await pressKey(screen, 'Space', 'Công bố kết quả')
  await expect(screen.getByText('Kết quả tạm thời').first()).toBeVisible()
  await expect(remote.getByText('Kỳ thi đã kết thúc')).toBeVisible()
  await expect(remote.getByRole('button', { name: 'Chốt kết quả' })).toHaveCount(0)
  await pressKey(screen, 'Space', 'Chốt kết quả')
  await screen.getByRole('dialog').waitFor()
  await screen.keyboard.press('Enter')
  await expect(screen.getByRole('dialog')).toHaveCount(0)
  await expect(screen.getByText('Kết quả tạm thời').first()).toBeVisible()
  await pressKey(screen, 'Space', 'Chốt kết quả')
  await confirm(screen)
  await expect(screen.getByText('Kết quả đã chốt').first()).toBeVisible()
  await expect(an.getByText('Kết quả đã chốt').first()).toBeVisible()
  expect(frames.length).toBeGreaterThan(20)
  expect(privateIn(frames)).toEqual([])

  // The same address on a computer where nobody is signed in shows, and moves nothing.
  const watching = await device(browser, laptopSize)
  await watching.goto(screen.url())
  await expect(watching.getByText('Màn hình này chỉ trình chiếu')).toBeVisible()
  await expect(watching.getByRole('button', { name: 'Phím tắt' })).toHaveCount(0)
})

/** A key does something once its button can be pressed, which may be after the screen shows where the contest is. */
async function pressKey(screen: Page, key: string, button: string): Promise<void> {
  await expect(screen.getByRole('button', { name: button })).toBeEnabled()
  await screen.keyboard.press(key)
}

/** The safe button has the focus; the other one is a deliberate step away. */
async function confirm(screen: Page): Promise<void> {
  await screen.getByRole('dialog').waitFor()
  await screen.keyboard.press('Tab')
  await screen.keyboard.press('Enter')
}

type Frame = { readonly text: string }

/** All that the page's sockets receive. */
function framesOf(page: Page): Frame[] {
  const frames: Frame[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push({ text: String(payload) }))
  })
  return frames
}

/** What only a host may have: who has answered, the whole ranking; and of an open question its key. */
function privateIn(frames: readonly Frame[]): readonly string[] {
  return frames
    .map(({ text }) => text)
    .filter((text) => /"people"|"ranking"|"hasTime"|"memberId"/.test(text) || (isRunning(text) && /"right"/.test(text)))
}

function isRunning(text: string): boolean {
  return /"name":"(stem|open|closing)"/.test(text)
}
