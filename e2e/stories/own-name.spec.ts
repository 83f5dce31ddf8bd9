import { type Browser, expect, type Page, test } from '@playwright/test'
import { phoneSize } from '../fixtures/evening.ts'
import { middleOf, swipe, tapAsFinger, tapAt } from '../fixtures/finger.ts'
import { openRoom } from '../fixtures/open-room.ts'
import { startProduct } from '../fixtures/server.ts'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng']
const givens = ['An', 'Bình', 'Châu', 'Đức', 'Hòa', 'Lan', 'Nam', 'Yến']
const names = families.flatMap((family) => givens.map((given) => `${family} Thị ${given}`))
const farBelow = 'Phạm Thị Yến'

test('a finger on the list of names picks the name that it meant, and no other', async ({ browser }) => {
  const product = await startProduct()
  try {
    const { roomCode } = await openRoom(product, names, [30])
    const phone = await touchPhone(browser)
    await phone.goto(`${product.url}/p/${roomCode}`)

    await test.step('one that rolls the list, or stops it, picks nobody', async () => {
      const top = await middleOf(row(phone, 'Nguyễn Thị An'))
      await swipe(phone, top, { x: top.x, y: top.y - 300 })
      // It still rolls by itself.
      await tapAt(phone, top)
      await atRest(phone)
      expect(await phone.evaluate(() => window.scrollY)).toBeGreaterThan(200)
      await expect(question(phone)).toHaveCount(0)
      await tapAt(phone, top)
      await expect(question(phone)).toBeVisible()
      await sayNo(phone)
    })

    await test.step('who says no, or presses Escape, is back at the name', async () => {
      for (const leave of [() => sayNo(phone), () => phone.keyboard.press('Escape')]) {
        await row(phone, farBelow).scrollIntoViewIfNeeded()
        await atRest(phone)
        await tapAsFinger(phone, row(phone, farBelow))
        await expect(phone.getByText(`Đồng chí là ${farBelow}?`)).toBeInViewport()
        await expect(phone.getByText(`Đồng chí là ${farBelow}?`)).toBeFocused()
        await leave()
        await expect(row(phone, farBelow)).toBeFocused()
        await expect(row(phone, farBelow)).toBeInViewport()
      }
    })

    await test.step('the second of a double tap does not answer', async () => {
      await phone.evaluate(() => window.scrollTo(0, 0))
      await atRest(phone)
      await tapAsFinger(phone, row(phone, 'Nguyễn Thị An'))
      const yes = phone.getByRole('button', { name: 'Đúng là tôi' })
      await yes.tap({ trial: true })
      const place = await middleOf(yes)
      await sayNo(phone)
      await expect(row(phone, 'Nguyễn Thị An')).toBeFocused()
      await phone.evaluate(() => window.scrollTo(0, 0))
      await atRest(phone)
      // Whoever stands where *Đúng là tôi* will be.
      await tapAt(phone, place)
      await tapAt(phone, place)
      await yes.tap({ trial: true })
      await expect(question(phone)).toBeVisible()
      await tapAt(phone, place)
      await expect(phone.getByText('Đồng chí đã vào phòng thi')).toBeVisible()
    })
  } finally {
    await product.stop()
  }
})

async function touchPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: phoneSize, locale: 'vi-VN', hasTouch: true, isMobile: true })
  return context.newPage()
}

const row = (phone: Page, name: string) => phone.getByRole('button', { name })
const question = (phone: Page) => phone.getByRole('button', { name: 'Đúng là tôi' })

/** Once it can be pressed at all: not in the question's first moment (play/name-question.module.css). */
async function sayNo(phone: Page): Promise<void> {
  const no = phone.getByRole('button', { name: 'Không phải' })
  await no.tap({ trial: true })
  await tapAsFinger(phone, no)
}

/** Nothing has rolled for so long that a touch is a press again (ui/use-touch-press.ts). */
function atRest(phone: Page): Promise<void> {
  return phone.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, 150)
        window.addEventListener('scroll', () => {
          clearTimeout(timer)
          timer = setTimeout(resolve, 150)
        })
      }),
  )
}
