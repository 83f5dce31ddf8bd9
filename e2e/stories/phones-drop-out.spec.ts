import { expect, type Page, test } from '@playwright/test'
import {
  ask,
  choose,
  comeIn,
  endQuestion,
  join,
  secondsApart,
  secondsLeft,
  submit,
  submitLast,
} from '../fixtures/evening.ts'
import { openNetwork } from '../fixtures/network.ts'
import { openHost, openRoom, right } from '../fixtures/open-room.ts'
import { pocketPhone } from '../fixtures/pocket-phone.ts'
import { startProduct } from '../fixtures/server.ts'
import { expectWithin, stopwatch } from '../fixtures/time-bars.ts'

// A trace takes the time that is to be measured.
test.use({ trace: 'off' })

test('phones that are frozen or change networks in an open question come back to it, and lose nothing', async ({
  browser,
}) => {
  const network = await openNetwork()
  const product = await startProduct('start', network.url)
  network.leadTo(product)
  const [an, binh] = [await pocketPhone(), await pocketPhone()]
  try {
    const room = await openRoom(product, ['Trần Thị An', 'Lê Văn Bình', 'Phạm Thị Châu'], [45, 45])
    const host = await openHost(browser, product, room)
    await comeIn(an.page, `${product.url}/p/${room.roomCode}`, 'Trần Thị An')
    await comeIn(binh.page, `${product.url}/p/${room.roomCode}`, 'Lê Văn Bình')
    const chau = await join(browser, network, room.roomCode, 'Phạm Thị Châu')

    // An has chosen, Bình has pressed *Nộp* this moment, and both phones go into a pocket.
    await ask(host, 'Bắt đầu')
    await choose(an.page, right)
    await choose(binh.page, right)
    await an.freeze()
    await submitLast(binh.page)
    await binh.freeze()
    const frozenAt = await secondsLeft(host)

    // Meanwhile Châu's phone goes from 4G to Wi-Fi, and Châu presses before it has noticed.
    const said = await saidBy(chau)
    await choose(chau, right)
    network.change()
    const sincePress = stopwatch()
    await submit(chau)
    const savedMillis = sincePress()
    expect(await said()).toContain('Chưa gửi được')

    await expect.poll(() => secondsLeft(host), { timeout: 30_000 }).toBeLessThanOrEqual(frozenAt - 20)
    const sinceWaking = stopwatch()
    await Promise.all([an.wake(), binh.wake()])
    await expect(an.page.getByRole('radio', { name: right })).toBeChecked()
    await expect.poll(() => secondsApart(an.page, host), often).toBeLessThanOrEqual(1)
    await shown(binh.page, 'Đã ghi nhận')
    const wakingMillis = sinceWaking()
    expect(Math.min(await an.standstill(), await binh.standstill())).toBeGreaterThan(19_000)
    await submitLast(an.page)
    for (const phone of [an.page, binh.page, chau]) {
      await expect(phone.getByText('Đúng', { exact: true }).first()).toBeVisible()
    }

    // The next question is over while An's phone is in the pocket, and Châu's on a network that died.
    await ask(host, 'Câu tiếp theo')
    await choose(an.page, right)
    await expect(chau.getByRole('button', { name: 'Nộp', exact: true })).toBeVisible()
    await an.freeze()
    network.change()
    const sinceChange = stopwatch()
    await endQuestion(host)
    const [toldMillis, revealedMillis] = await Promise.all([
      shown(host, 'Đã công bố đáp án').then(sinceChange),
      shown(chau, 'Không trả lời').then(sinceChange),
    ])
    await an.wake()
    // A2, A3: what was chosen came when the question was closed; it is kept, and said not to count.
    await shown(an.page, 'Câu trả lời đã lưu nhưng đến sau khi hết giờ.')
    expectWithin({
      'frozen for 20 s: the right screen after waking': [wakingMillis, 4_000],
      'network changed: an answer saved after its press': [savedMillis, 6_000],
      'network changed: the reveal after it': [revealedMillis, Math.max(6_000, toldMillis + 2_000)],
    })
  } finally {
    await Promise.all([an.close(), binh.close()])
    await product.stop()
    await network.close()
  }
})

const often = { intervals: [50] }

async function shown(page: Page, text: string): Promise<void> {
  await expect(page.getByText(text).first()).toBeVisible()
}

/** Everything the page says from now on, however shortly. */
async function saidBy(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const words: string[] = []
    Object.assign(window, { words })
    new MutationObserver(() => words.push(document.body.innerText)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  return () => page.evaluate(() => (window as unknown as { words: string[] }).words.join('\n'))
}
