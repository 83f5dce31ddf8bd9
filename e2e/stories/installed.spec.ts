import { expect, test } from '@playwright/test'
import { device, laptopSize } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

test('the host’s app can be installed, and says what to do when its server is not there', async ({ browser }) => {
  const product = await startProduct()
  const host = await device(browser, laptopSize)
  try {
    await host.goto(`${product.url}/host`)
    await host.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    const control = await host.context().newCDPSession(host)
    const { errors } = await control.send('Page.getAppManifest')
    expect(errors).toEqual([])
    // A context of its own is not a place to install anything in.
    const { installabilityErrors } = await control.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  } finally {
    await product.stop()
  }
  await host.goto(`${product.url}/host`)
  await expect(host.getByRole('heading', { name: 'Chưa kết nối được với máy chủ' })).toBeVisible()
  expect(await host.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
})
