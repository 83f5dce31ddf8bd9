import { expect, type Page, test } from '@playwright/test'
import { openNetwork } from '../fixtures/network.ts'
import { openHost, openRoom, right, wrong } from '../fixtures/open-room.ts'
import { startProduct } from '../fixtures/server.ts'
import { expectWithin, quantile } from '../fixtures/time-bars.ts'
import { longestInteraction, millisOfPress, millisUntilShown, slowPhone, socketWays } from './slow-phone.ts'

const loads = 7
const questionCount = 8
const nameCount = 5
/** A large cell: its list is the longest first screen. */
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng']
const givens = ['An', 'Bình', 'Châu', 'Đức', 'Hòa', 'Khải', 'Lan', 'Nam', 'Phượng', 'Yến']
const names = families.flatMap((family) => givens.map((given) => `${family} Thị ${given}`))
const member = 'Nguyễn Thị An'

test('on a phone 6 times as slow, over slow 4G', async ({ browser }) => {
  const network = await openNetwork(socketWays)
  const product = await startProduct('start', network.url, { TRUSTED_PROXY: '127.0.0.1,::1' })
  network.leadTo(product)
  try {
    const room = await openRoom(product, names, Array<number>(questionCount).fill(60))
    const address = `${network.url}/p/${room.roomCode}`
    const firstScreens: number[] = []
    for (let load = 0; load < loads; load += 1) {
      const phone = await slowPhone(browser)
      firstScreens.push(await millisUntilShown(phone, address, member))
      await phone.context().close()
    }

    const host = await openHost(browser, product, room)
    const phone = await slowPhone(browser)
    await phone.goto(address)
    const presses = new Map<string, number[]>()
    const press = async (what: string, target: Parameters<typeof millisOfPress>[1], words: string) => {
      const millis = await millisOfPress(phone, target, words)
      presses.set(what, [...(presses.get(what) ?? []), millis])
    }
    // Nobody finds their name before the list is there; a slow phone draws its end last.
    await expect(phone.getByRole('button', { name: names[names.length - 1] ?? '' })).toBeAttached()
    for (let time = 0; time < nameCount; time += 1) {
      if (time > 0) await phone.getByRole('button', { name: 'Không phải' }).last().click()
      await press('name', phone.getByRole('button', { name: member }), `Đồng chí là ${member}?`)
    }
    await press('that is me', phone.getByRole('button', { name: 'Đúng là tôi' }), 'Đang vào')
    await expect(phone.getByText('Đồng chí đã vào phòng thi')).toBeVisible()
    for (let question = 0; question < questionCount; question += 1) {
      await host.getByRole('button', { name: question === 0 ? 'Bắt đầu' : 'Câu tiếp theo', exact: true }).click()
      await host.getByRole('button', { name: 'Cắt ngắn phần đọc' }).click()
      await expect(phone.getByText('Hãy chọn một phương án')).toBeVisible()
      await press('choose', tile(phone, wrong), 'Đang chọn')
      await press('submit', phone.getByRole('button', { name: 'Nộp', exact: true }), 'Đang gửi')
      await expect(phone.getByText('Chưa đúng').first()).toBeVisible()
    }
    expect(right).not.toBe(wrong)
    const all = [...presses.values()].flat()
    for (const [what, millis] of presses) {
      process.stdout.write(
        `${what}: median ${quantile(millis, 0.5).toFixed(0)} ms, longest ${Math.max(...millis).toFixed(0)} ms of ${millis.length}\n`,
      )
    }
    process.stdout.write(`longest interaction by Event Timing: ${await longestInteraction(phone)} ms\n`)
    process.stdout.write(`first screens: ${firstScreens.map((millis) => Math.round(millis)).join(', ')} ms\n`)
    expectWithin({
      'first screen, median': [quantile(firstScreens, 0.5), 3000],
      'first screen, longest': [Math.max(...firstScreens), 3500],
      'press → visible change, median': [quantile(all, 0.5), 100],
      // The first press of its kind also compiles, and shapes its letters.
      'press → visible change, p95': [quantile(all, 0.95), 200],
    })
  } finally {
    await product.stop()
    await network.close()
  }
})

function tile(phone: Page, option: string) {
  return phone.getByRole('radio', { name: option })
}
