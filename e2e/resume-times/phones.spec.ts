import { type Locator, type Page, test } from '@playwright/test'
import { comeIn, endQuestion, join } from '../fixtures/evening.ts'
import { openNetwork } from '../fixtures/network.ts'
import { openHost, openRoom, right } from '../fixtures/open-room.ts'
import { pocketPhone } from '../fixtures/pocket-phone.ts'
import { startProduct } from '../fixtures/server.ts'
import { expectWithin, quantile, stopwatch } from '../fixtures/time-bars.ts'

/** Each brings seven resumes. */
const questionCount = 6

/** Read for 15 s, so that there is time to go away and come back. */
const longStem = 'Kết luận số 21-KL/TW ngày 25 tháng 10 năm 2021 về đẩy mạnh xây dựng, chỉnh đốn Đảng. '.repeat(4)

type Kind = 'reload' | 'offline, then online' | 'frozen, then awake'

test('a phone that comes back is on the right screen: p95 within 2 s, p99 within 4 s', async ({ browser }) => {
  const network = await openNetwork()
  const product = await startProduct('start', network.url)
  network.leadTo(product)
  const frozen = await pocketPhone()
  try {
    const names = ['Trần Thị An', 'Lê Văn Bình', 'Phạm Thị Châu']
    const room = await openRoom(product, names, Array<number>(questionCount).fill(120), longStem)
    const host = await openHost(browser, product, room)
    const reloaded = await join(browser, product, room.roomCode, 'Trần Thị An')
    const offline = await join(browser, network, room.roomCode, 'Lê Văn Bình')
    await comeIn(frozen.page, `${product.url}/p/${room.roomCode}`, 'Phạm Thị Châu')

    const millisByKind = new Map<Kind, number[]>()
    const resume = async (kind: Kind, back: () => Promise<unknown>, rightScreen: readonly Locator[]) => {
      const since = stopwatch()
      await Promise.all([back(), ...rightScreen.map((sign) => sign.waitFor({ timeout: 60_000 }))])
      millisByKind.set(kind, [...(millisByKind.get(kind) ?? []), since()])
    }
    const reload = (sign: Locator) => resume('reload', () => reloaded.reload({ waitUntil: 'commit' }), [sign])
    /** Two phones miss what the host does next. */
    const missed = async (happens: () => Promise<void>, signOf: (page: Page) => Locator) => {
      await offline.context().setOffline(true)
      network.change()
      await offline.getByText('Mất kết nối').first().waitFor()
      await frozen.freeze()
      await happens()
      await signOf(reloaded).waitFor()
      await resume('offline, then online', () => offline.context().setOffline(false), [signOf(offline)])
      await resume('frozen, then awake', frozen.wake, [signOf(frozen.page)])
    }

    for (let question = 0; question < questionCount; question += 1) {
      await host.getByRole('button', { name: question === 0 ? 'Bắt đầu' : 'Câu tiếp theo', exact: true }).click()
      for (const page of [reloaded, offline, frozen.page]) await stem(page, question).waitFor()
      await reload(stem(reloaded, question))
      await missed(() => host.getByRole('button', { name: 'Cắt ngắn phần đọc' }).click(), openQuestion)
      await reload(openQuestion(reloaded))
      await missed(() => endQuestion(host), reveal)
      await reload(reveal(reloaded))
    }
    report(millisByKind)
  } finally {
    await frozen.close()
    await product.stop()
    await network.close()
  }
})

const stem = (page: Page, question: number) => page.getByText(`(${question + 1})`).first()
const openQuestion = (page: Page) => page.getByRole('radio', { name: right })
const reveal = (page: Page) => page.getByText('Không trả lời').first()

function report(millisByKind: ReadonlyMap<Kind, readonly number[]>): void {
  const all = [...millisByKind.values()].flat()
  for (const [kind, millis] of [...millisByKind, ['all', all] as const]) {
    const figures = [0.5, 0.95, 0.99, 1].map((share) => `${(quantile(millis, share) / 1000).toFixed(2)} s`)
    process.stdout.write(`${kind}: ${millis.length} resumes, median, p95, p99, longest: ${figures.join(', ')}\n`)
  }
  expectWithin({ p95: [quantile(all, 0.95), 2_000], p99: [quantile(all, 0.99), 4_000] })
}
