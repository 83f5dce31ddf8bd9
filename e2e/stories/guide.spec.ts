import { expect, test } from '@playwright/test'
import { device, laptopSize, phoneSize } from '../fixtures/evening.ts'
import { startProduct } from '../fixtures/server.ts'

test('the guide is read inside the app, in both languages, also on a phone and without any other server', async ({
  browser,
}) => {
  const product = await startProduct()
  try {
    const host = await device(browser, laptopSize)
    await host.goto(`${product.url}/host`)
    const [guide] = await Promise.all([
      host.context().waitForEvent('page'),
      host.getByRole('link', { name: 'Hướng dẫn' }).click(),
    ])
    await expect(guide.getByRole('heading', { level: 1 })).toHaveText('Hướng dẫn sử dụng Khắc Sâu')
    await guide.getByRole('link', { name: 'Buổi thi, từng bước' }).click()
    await expect(guide.getByRole('heading', { name: '5. Buổi thi, từng bước' })).toBeInViewport()

    const phone = await device(browser, phoneSize)
    const elsewhere: string[] = []
    phone.on('request', (request) => {
      if (!request.url().startsWith(product.url)) elsewhere.push(request.url())
    })
    await phone.goto(product.url)
    await phone.getByRole('link', { name: 'Hướng dẫn sử dụng' }).click()
    const pictures = phone.getByRole('img')
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded()
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
    }
    expect(await pictures.count()).toBeGreaterThan(5)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phoneSize.width)
    await phone.evaluate(() => scrollTo(0, 0))
    await phone.getByRole('link', { name: 'Guide' }).click()
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Guide to Khắc Sâu')
    expect(elsewhere).toEqual([])
  } finally {
    await product.stop()
  }
})
