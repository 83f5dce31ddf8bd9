import { expect, type Page, test } from '@playwright/test'
import {
  device,
  join,
  laptopSize,
  onThisMachine,
  phoneSize,
  projectorSize,
  signIn,
  secretary,
} from '../fixtures/evening.ts'
import { openRoom } from '../fixtures/open-room.ts'
import { startProduct } from '../fixtures/server.ts'

const wifi = { name: 'Hội trường; tầng 2', password: 'hoa-sen-2026' }

test('the secretary checks the connection with a phone, and puts the Wi-Fi on the projector', async ({ browser }) => {
  const product = await startProduct('start', 'http://192.168.1.20:3000')
  try {
    const room = await openRoom(product, ['Trần Thị An'], [30])
    const host = await device(browser, laptopSize)
    await host.clock.install()
    const sent = everythingSentBy(host)
    await signIn(host, product, secretary)
    await host.getByRole('link', { name: 'Kiểm tra kết nối' }).first().click()
    await expect(host.getByText('Đang chờ điện thoại quét mã…')).toBeVisible()

    // Nobody comes: what may be wrong, the likeliest first.
    await host.clock.fastForward(20_000)
    await expect(host.getByText('Sau 20 giây chưa thấy điện thoại nào')).toBeVisible()
    await expect(host.getByRole('list').filter({ hasText: 'Tường lửa' }).getByRole('heading')).toHaveText([
      'Điện thoại đang dùng dữ liệu di động (4G)',
      'Điện thoại và máy tính ở hai mạng khác nhau',
      'Tường lửa của máy tính chặn điện thoại',
      'Bộ phát Wi-Fi ngăn các máy thấy nhau',
    ])

    // A phone whose network lets no live connection through.
    const address = onThisMachine(product, await host.getByLabel('Hoặc gửi địa chỉ này').inputValue())
    const blocked = await device(browser, phoneSize)
    await blocked.routeWebSocket(/socket\.io/, (socket) => void socket.close())
    await blocked.goto(address)
    await expect(blocked.getByText('Mở được trang, nhưng chưa nối được')).toBeVisible()
    await expect(host.getByText('Mở được trang, nhưng chưa nối trực tiếp được')).toBeVisible()

    // And one that is well: green on both pages.
    const phone = await device(browser, phoneSize)
    await phone.goto(address)
    await expect(phone.getByText('Kết nối tốt')).toBeVisible()
    await expect(host.getByText('Kết nối tốt')).toBeVisible()
    await expect(host.getByText(/nối trực tiếp được, trả lời sau \d+ ms/)).toBeVisible()
    await expect(host.getByText('chỉ mở được trang')).toBeVisible()
    await phone.goto(`${product.url}/check/${'A'.repeat(22)}`)
    await expect(phone.getByText('Mã kiểm tra này không còn dùng được')).toBeVisible()

    // The Wi-Fi goes to the projector's lobby through this browser, and to nobody else.
    await host.getByLabel('Tên Wi-Fi').fill(wifi.name)
    await host.getByLabel('Mật khẩu Wi-Fi').fill(wifi.password)
    const projector = await host.context().newPage()
    await projector.setViewportSize(projectorSize)
    await projector.goto(onThisMachine(product, room.screenUrl))
    await expect(projector.getByText('Mã phòng', { exact: false }).first()).toBeVisible()
    await expect(projector.getByText(wifi.name)).toHaveCount(0)
    await host.getByLabel('Hiện cả trên màn hình trình chiếu').check()
    await host.getByRole('button', { name: 'Lưu trên máy này' }).click()
    await expect(projector.getByRole('img', { name: `Mã QR vào Wi-Fi ${wifi.name}` })).toBeVisible()
    await expect(projector.getByText(wifi.password)).toBeVisible()
    await host.getByRole('button', { name: 'Xóa khỏi máy này' }).click()
    await expect(projector.getByText(wifi.name)).toHaveCount(0)
    expect(sent.filter((text) => text.includes(wifi.password))).toEqual([])
    expect(sent.length).toBeGreaterThan(10)
  } finally {
    await product.stop()
  }
})

test('when the laptop goes into another network, host and projector say so and show the new code', async ({
  browser,
}) => {
  const product = await startProduct('start', 'http://192.168.1.20:3000')
  try {
    const room = await openRoom(product, ['Trần Thị An', 'Lê Văn Bình'], [30])
    const network = { moved: false }
    const host = await device(browser, laptopSize)
    const projector = await device(browser, projectorSize)
    for (const page of [host, projector]) await followTo(page, network)
    await signIn(host, product, secretary)
    await host.getByRole('link', { name: 'Điều hành' }).click()
    await projector.goto(onThisMachine(product, room.screenUrl))
    await expect(projector.getByText('192.168.1.20:3000')).toBeVisible()
    await expect(host.getByText('Địa chỉ vào phòng đã đổi')).toHaveCount(0)

    network.moved = true
    await join(browser, product, room.roomCode, 'Trần Thị An')
    await expect(projector.getByText('Địa chỉ vào phòng đã đổi.')).toBeVisible()
    await expect(projector.getByRole('img', { name: 'Mã QR dẫn đến 192.168.43.7:3000' })).toBeVisible()
    await expect(host.getByText('Địa chỉ vào phòng đã đổi')).toBeVisible()
    await expect(host.getByLabel('Đường liên kết')).toHaveValue(`http://192.168.43.7:3000/p/${room.roomCode}`)
    await host.getByRole('button', { name: 'Đã hiểu' }).click()
    await expect(host.getByText('Địa chỉ vào phòng đã đổi')).toHaveCount(0)
  } finally {
    await product.stop()
  }
})

/** What the server sends once it has another address; that it does is tested with its own sockets. */
async function followTo(page: Page, network: { readonly moved: boolean }): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) =>
      socket.send(network.moved ? String(message).replaceAll('192.168.1.20', '192.168.43.7') : message),
    )
  })
}

/** Every address, header-less body and live message that leaves the page. */
function everythingSentBy(page: Page): readonly string[] {
  const sent: string[] = []
  page.on('request', (request) => sent.push(decodeURIComponent(request.url()), request.postData() ?? ''))
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  return sent
}
